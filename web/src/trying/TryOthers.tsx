// The same link for a phone or somebody else, and the way to make it useless.
import { Copy } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { copyLink } from '../app/copy-link.ts';
import { act } from '../app/notify.ts';
import { Button } from '../ui/Button.tsx';
import styles from './Try.module.css';

const QrCode = lazy(async () => ({ default: (await import('./QrCode.tsx')).QrCode }));

export interface TryOthersProps {
  readonly tryToken: string;
  readonly tryLinkId: string;
  /** When the link stops working, in words. */
  readonly until: string;
  readonly onRevoked: () => void;
}

export function TryOthers({ tryToken, tryLinkId, until, onRevoked }: TryOthersProps) {
  const path = `/try/${tryToken}`;
  const revoke = async () => {
    const sent = await act(
      'try.revoke',
      { tryLinkId },
      {
        canUndo: false,
        done: ({ ended }) => `The link opens nothing any more${ended === 0 ? '.' : `, and it is off for ${ended}.`}`,
      },
    );
    if (!('refused' in sent)) onRevoked();
  };
  return (
    <details className={styles.others}>
      <summary>On a phone, or for somebody else</summary>
      <div className={styles.share}>
        <Suspense fallback={<span className={styles.qr} />}>
          <QrCode text={new URL(path, location.origin).href} label="The link of this page, for a phone’s camera" />
        </Suspense>
        <div className={styles.shareWords}>
          <p>Every member who opens this link and signs in has the feature for themselves. It works until {until}.</p>
          <div className={styles.acts}>
            <Button icon={<Copy size={14} />} onClick={() => void copyLink(path)}>
              Copy the link
            </Button>
            <Button onClick={() => void revoke()}>Revoke it</Button>
          </div>
        </div>
      </div>
    </details>
  );
}
