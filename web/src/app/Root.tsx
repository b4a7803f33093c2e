// What surrounds every page: the toasts, the sheet of all keys, and the keys that work everywhere.
import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { showToast } from '../ui/toasts.ts';
import { activeKeyScopes, type KeyScope } from '../ui/keys.ts';
import { nextTheme } from '../ui/theme.ts';
import { ToastRegion } from '../ui/ToastRegion.tsx';
import { useCommands } from '../ui/use-commands.ts';
import { AskedQuestion } from '../commands/AskedQuestion.tsx';
import { RoomDialogHost } from '../backlog/RoomDialogHost.tsx';
import { RewordAnswerHost } from '../idea/RewordAnswerHost.tsx';
import { LabelPickerHost } from '../label/LabelPickerHost.tsx';
import { pageCommands } from './app-commands.ts';
import { undoLast } from './notify.ts';
import styles from './Root.module.css';
import { useLinks } from './use-links.ts';

const KeySheet = lazy(async () => ({ default: (await import('../ui/KeySheet.tsx')).KeySheet }));

export function Root() {
  const [sheet, setSheet] = useState<readonly KeyScope[] | null>(null);
  useLinks();
  useCommands(pageCommands, () => ({ showKeys: () => setSheet(activeKeyScopes()), changeTheme, undo: undoLast }));
  return (
    <div className={styles.root}>
      <Suspense>
        <Outlet />
      </Suspense>
      <Suspense>{sheet !== null && <KeySheet open onClose={() => setSheet(null)} scopes={sheet} />}</Suspense>
      <AskedQuestion />
      <LabelPickerHost />
      <RoomDialogHost />
      <RewordAnswerHost />
      <ToastRegion />
    </div>
  );
}

function changeTheme(): void {
  showToast({ message: `Theme: ${nextTheme()}.`, key: 'theme' });
}
