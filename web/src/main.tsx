// Starts the app in the page.
import './ui/styles.css';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { router } from './app/router.tsx';
import { noteThere } from './sync/use-first-shown.ts';
import { beginSession } from './sync/session.ts';

// In a build for people this is null, and the gallery is left out of it.
const Gallery = import.meta.env.DEV ? lazy(async () => ({ default: (await import('./gallery/Gallery.tsx')).Gallery })) : null;
const showGallery = Gallery !== null && location.pathname.startsWith('/gallery');

/** As long nothing is drawn while what would be drawn is on its way; then the frame is. */
const longestBlankMs = 250;
const container = document.getElementById('app');
if (container === null) throw new Error('index.html has no #app');
const root = createRoot(container);
const draw = () =>
  root.render(<StrictMode>{showGallery ? <Suspense>{<Gallery />}</Suspense> : <RouterProvider router={router} />}</StrictMode>);
if (showGallery) draw();
else {
  // The place's own part and what this browser keeps come at once, and mostly within a blink: then the first drawing is the whole one.
  // Drawing the frame, the waiting place and the rows one after the other takes three times the work.
  const place = router.load();
  void place.finally(() => noteThere('place'));
  const ready = Promise.all([place, beginSession()]);
  void Promise.race([ready, new Promise((resolve) => setTimeout(resolve, longestBlankMs))]).then(draw, draw);
}
