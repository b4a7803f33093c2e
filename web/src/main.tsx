// Starts the app in the page.
import './ui/styles.css';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { router } from './app/router.tsx';

// In a build for people this is null, and the gallery is left out of it.
const Gallery = import.meta.env.DEV ? lazy(async () => ({ default: (await import('./gallery/Gallery.tsx')).Gallery })) : null;
const showGallery = Gallery !== null && location.pathname.startsWith('/gallery');

const container = document.getElementById('app');
if (container === null) throw new Error('index.html has no #app');
createRoot(container).render(
  <StrictMode>{showGallery ? <Suspense>{<Gallery />}</Suspense> : <RouterProvider router={router} />}</StrictMode>,
);
