import { useEffect, useRef } from 'react';

/** Names the page in the browser's title, and gives a newly shown place the focus, so that reading and Tab begin there. */
export function usePlaceFocus(path: string, name: string): void {
  const shown = useRef(path);
  useEffect(() => {
    document.title = name === 'Shortlist' ? name : `${name} – Shortlist`;
  }, [name]);
  useEffect(() => {
    if (shown.current === path) return;
    shown.current = path;
    document.getElementById('page')?.focus({ preventScroll: true });
  }, [path]);
}
