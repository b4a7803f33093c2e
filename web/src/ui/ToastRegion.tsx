import { CircleAlert, X } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { Button, IconButton } from './Button.tsx';
import { classNames } from './class-names.ts';
import styles from './ToastRegion.module.css';
import { closeToast, currentToasts, onToastsChange, type Toast } from './toasts.ts';

export interface ToastRegionProps {
  readonly label?: string;
  readonly closeLabel?: string;
}

/** Milliseconds a toast stays: longer when there is something to press. It never leaves under the pointer or the focus. */
const stay = { plain: 5000, withAction: 10_000 };

/** Shows what `showToast` adds. Once a page, near the root. */
export function ToastRegion({ label = 'Notices', closeLabel = 'Close' }: ToastRegionProps) {
  const toasts = useSyncExternalStore(onToastsChange, currentToasts);
  const [held, setHeld] = useState(false);
  return (
    <section aria-label={label} className={styles.region}>
      <div
        role="presentation"
        onPointerEnter={() => setHeld(true)}
        onPointerLeave={() => setHeld(false)}
        onFocus={() => setHeld(true)}
        onBlur={() => setHeld(false)}
      >
        <div role="status" className={styles.stack}>
          {toasts.map((toast) => (
            <ToastCard key={toast.id} toast={toast} held={held} closeLabel={closeLabel} />
          ))}
        </div>
      </div>
    </section>
  );
}

interface ToastCardProps {
  readonly toast: Toast;
  readonly held: boolean;
  readonly closeLabel: string;
}

/** One toast; pressing its action closes it. */
export function ToastCard({ toast, held, closeLabel }: ToastCardProps) {
  const { id, message, tone = 'plain', action } = toast;
  const stays = held || tone === 'bad';
  useEffect(() => {
    if (stays) return undefined;
    const timer = setTimeout(() => closeToast(id), action === undefined ? stay.plain : stay.withAction);
    return () => clearTimeout(timer);
  }, [id, stays, action]);
  return (
    <div className={classNames(styles.toast, tone === 'bad' && styles.bad)}>
      {tone === 'bad' && <CircleAlert size={16} />}
      <p className={styles.message}>{message}</p>
      {action !== undefined && (
        <span className={styles.action}>
          <Button
            variant="plain"
            size="small"
            keys={action.keys}
            onClick={() => {
              closeToast(id);
              action.run();
            }}
          >
            {action.label}
          </Button>
        </span>
      )}
      <IconButton label={closeLabel} size="small" tooltipSide="top" icon={<X size={14} />} onClick={() => closeToast(id)} />
    </div>
  );
}
