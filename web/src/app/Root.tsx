// What surrounds every page: the toasts, the sheet of all keys, and the keys that work everywhere.
import { Outlet } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { showToast } from '../ui/toasts.ts';
import { KeySheet } from '../ui/KeySheet.tsx';
import { activeKeyScopes, type KeyScope } from '../ui/keys.ts';
import { nextTheme } from '../ui/theme.ts';
import { ToastRegion } from '../ui/ToastRegion.tsx';
import { useKeys } from '../ui/use-keys.ts';
import { undoLast } from './notify.ts';
import styles from './Root.module.css';
import { useLinks } from './use-links.ts';

export function Root() {
  const [sheet, setSheet] = useState<readonly KeyScope[] | null>(null);
  useLinks();
  useKeys('Everywhere', [
    { keys: '?', label: 'All keys', run: () => setSheet(activeKeyScopes()) },
    { keys: 't', label: 'Theme: system, light, dark', run: changeTheme },
    { keys: '$mod+z', label: 'Undo your last change', run: undoLast },
  ]);
  return (
    <div className={styles.root}>
      <Suspense>
        <Outlet />
      </Suspense>
      <KeySheet open={sheet !== null} onClose={() => setSheet(null)} scopes={sheet ?? []} />
      <ToastRegion />
    </div>
  );
}

function changeTheme(): void {
  showToast({ message: `Theme: ${nextTheme()}.`, key: 'theme' });
}
