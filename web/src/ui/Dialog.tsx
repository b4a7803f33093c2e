// The platform's own dialog: it holds the focus, makes the rest inert, and gives the focus back.
import { X } from 'lucide-react';
import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { IconButton } from './Button.tsx';
import { classNames } from './class-names.ts';
import styles from './Dialog.module.css';
import { focusFirst } from './focus-first.ts';
import { useKeys } from './use-keys.ts';

export interface DialogProps {
  readonly open: boolean;
  /** Escape, the cross, or a press beside a modal dialog. Not called when `open` is taken away. */
  readonly onClose: () => void;
  readonly title: string;
  readonly hideTitle?: boolean;
  readonly children: ReactNode;
  /** The row of buttons; the last one is the main one. */
  readonly footer?: ReactNode;
  readonly width?: 'small' | 'normal' | 'wide';
  /** False floats it at the lower right and leaves what is behind usable. */
  readonly modal?: boolean;
  readonly closeLabel?: string;
  /** Makes the dialog a form: Enter in a field, or a button of type `submit`, calls this. */
  readonly onSubmit?: () => void;
}

export function Dialog({ open, ...rest }: DialogProps) {
  return open ? <OpenDialog {...rest} /> : null;
}

type OpenDialogProps = Omit<DialogProps, 'open'>;

function OpenDialog({
  onClose,
  title,
  hideTitle = false,
  children,
  footer,
  width = 'normal',
  modal = true,
  closeLabel = 'Close',
  onSubmit,
}: OpenDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const titleId = useId();

  useLayoutEffect(() => {
    const element = dialog.current;
    if (element === null) return undefined;
    const before = document.activeElement;
    if (modal) element.showModal();
    else element.show();
    focusFirst(element, content.current);
    return () => {
      const hadFocus = element.contains(document.activeElement);
      element.close();
      // A modal dialog gives the focus back by itself; one that floats does not.
      if (!modal && hadFocus && before instanceof HTMLElement) before.focus();
    };
  }, [modal]);

  const Frame = onSubmit === undefined ? 'div' : 'form';
  return (
    // The press beside the dialog is a convenience; Escape and the cross do the same by keyboard.
    <dialog
      ref={dialog}
      tabIndex={-1}
      aria-labelledby={titleId}
      className={classNames(styles.dialog, styles[width], !modal && styles.floating)}
      onCancel={(event) => {
        event.preventDefault();
        if (event.target === event.currentTarget) onClose();
      }}
      onPointerDown={(event) => {
        if (modal && event.target === event.currentTarget) onClose();
      }}
    >
      <DialogKeys modal={modal} onClose={onClose} label={closeLabel} />
      <Frame
        className={styles.frame}
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit?.();
        }}
      >
        <header className={classNames(styles.header, hideTitle && styles.overlaid)}>
          <h2 id={titleId} className={classNames(styles.title, hideTitle && styles.hiddenTitle)}>
            {title}
          </h2>
          <IconButton label={closeLabel} keys="Escape" size="small" icon={<X size={16} />} onClick={onClose} />
        </header>
        <div ref={content} className={styles.content}>
          {children}
        </div>
        {footer !== undefined && <footer className={styles.footer}>{footer}</footer>}
      </Frame>
    </dialog>
  );
}

interface DialogKeysProps {
  readonly modal: boolean;
  readonly label: string;
  readonly onClose: () => void;
}

/** Comes before the content, so that keys which the content binds lie above it. */
function DialogKeys({ modal, label, onClose }: DialogKeysProps) {
  const bindings = modal ? [] : [{ keys: 'Escape', label, run: onClose }];
  useKeys('Dialog', bindings, modal ? { exclusive: 'all' } : {});
  return null;
}
