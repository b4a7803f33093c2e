// Links of the app are followed without loading a page; presses that ask for a new tab or window stay the browser's.
import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

/** Follows every plain press on a link into the app. Once a page. */
export function useLinks(): void {
  const { history } = useRouter();
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const href = hrefOf(event);
      if (href === null) return;
      event.preventDefault();
      history.push(href);
    };
    document.addEventListener('click', follow);
    return () => document.removeEventListener('click', follow);
  }, [history]);
}

/** The address within the app that a press goes to; null where it is none of ours. */
function hrefOf(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link === null || link.target !== '' || link.hasAttribute('download')) return null;
  const href = link.getAttribute('href') ?? '';
  // The API's reference is a page of the server.
  const isOurs = /^\/(?!\/)/.test(href) && !/^\/api(\/|$)/.test(href);
  return isOurs ? href : null;
}
