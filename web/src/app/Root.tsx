// What surrounds every page: the toasts, the sheet of all keys, and the keys that work everywhere.
import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useFirstShown } from '../sync/use-first-shown.ts';
import { showToast } from '../ui/toasts.ts';
import { activeKeyScopes, type KeyScope } from '../ui/keys.ts';
import { nextTheme } from '../ui/theme.ts';
import { ToastRegion } from '../ui/ToastRegion.tsx';
import { useCommands } from '../ui/use-commands.ts';
import { pageCommands } from './app-commands.ts';
import { undoLast } from './notify.ts';
import styles from './Root.module.css';
import { useLinks } from './use-links.ts';

const Questions = lazy(async () => ({ default: (await import('./Questions.tsx')).Questions }));
const KeySheet = lazy(async () => ({ default: (await import('../ui/KeySheet.tsx')).KeySheet }));

export function Root() {
  const [sheet, setSheet] = useState<readonly KeyScope[] | null>(null);
  const isFirstShown = useFirstShown();
  useLinks();
  useCommands(pageCommands, () => ({ showKeys: () => setSheet(activeKeyScopes()), changeTheme, undo: undoLast }));
  return (
    <div className={styles.root}>
      <Suspense>
        <Outlet />
      </Suspense>
      <Suspense>{sheet !== null && <KeySheet open onClose={() => setSheet(null)} scopes={sheet} />}</Suspense>
      <Suspense>{isFirstShown && <Questions />}</Suspense>
      <ToastRegion />
    </div>
  );
}

function changeTheme(): void {
  showToast({ message: `Theme: ${nextTheme()}.`, key: 'theme' });
}
