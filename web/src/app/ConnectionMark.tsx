// The quiet mark in the corner: that the server cannot be reached and what waits, or that the app has a newer version.
import { CloudOff, RotateCw } from 'lucide-react';
import { useConnection, usePendingCommands } from '../sync/use-connection.ts';
import { Button } from '../ui/Button.tsx';
import { classNames } from '../ui/class-names.ts';
import styles from './ConnectionMark.module.css';
import { useUpdate } from './update-ready.ts';

export function ConnectionMark() {
  const { state, reloadNeeded } = useConnection();
  const waiting = usePendingCommands();
  const update = useUpdate();
  const reload = update ?? (reloadNeeded ? reloadNewest : null);
  return (
    <div role="status" className={styles.corner}>
      {reload !== null && (
        <div className={styles.mark}>
          <RotateCw size={14} />A newer version is ready.
          <Button size="small" variant="plain" onClick={reload}>
            Reload
          </Button>
        </div>
      )}
      {state === 'offline' && (
        <div className={styles.mark}>
          <CloudOff size={14} />
          Offline
          {waiting > 0 && <span className={styles.waiting}>{waiting} waiting to be sent</span>}
        </div>
      )}
      {state !== 'offline' && waiting > 0 && (
        <div className={classNames(styles.mark, styles.late)}>
          <span className={styles.waiting}>{waiting} waiting to be sent</span>
        </div>
      )}
    </div>
  );
}

function reloadNewest(): void {
  void import('./app-update.ts').then(
    async (update) => await update.reloadNewest(),
    () => location.reload(),
  );
}
