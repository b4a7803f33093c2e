// Every part in every state, for looking at. Reachable in development builds only, at /gallery.
import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { KeySheet } from '../ui/KeySheet.tsx';
import { activeKeyScopes, type KeyScope } from '../ui/keys.ts';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { ReviewCard } from '../ui/signature/ReviewCard.tsx';
import { nextTheme, setTheme, useTheme } from '../ui/theme.ts';
import { ToastRegion } from '../ui/ToastRegion.tsx';
import { useKeys } from '../ui/use-keys.ts';
import { FeedbackSpecimens } from './FeedbackSpecimens.tsx';
import { FieldSpecimens } from './FieldSpecimens.tsx';
import { FrameSpecimen } from './FrameSpecimen.tsx';
import styles from './Gallery.module.css';
import { ListSpecimens } from './ListSpecimens.tsx';
import { LadderSpecimens } from './LadderSpecimens.tsx';
import { MeterSpecimens } from './MeterSpecimens.tsx';
import { PartSpecimens } from './PartSpecimens.tsx';
import { fullCard, ReviewSpecimens } from './ReviewSpecimens.tsx';
import { WordSpecimens } from './WordSpecimens.tsx';

export function Gallery() {
  const [sheet, setSheet] = useState<readonly KeyScope[] | null>(null);
  useKeys('Everywhere', [
    { keys: '?', label: 'All keys', run: () => setSheet(activeKeyScopes()) },
    { keys: 't', label: 'Theme: light, dark, system', run: () => void nextTheme() },
    { keys: 'g f', label: 'Go to the frame', run: () => location.assign('/gallery/frame') },
    { keys: 'g r', label: 'Go to the review', run: () => location.assign('/gallery/review') },
  ]);
  return (
    <>
      <Page onKeys={() => setSheet(activeKeyScopes())} />
      <KeySheet open={sheet !== null} onClose={() => setSheet(null)} scopes={sheet ?? []} />
      <ToastRegion />
    </>
  );
}

function Page({ onKeys }: { readonly onKeys: () => void }) {
  const theme = useTheme();
  if (location.pathname === '/gallery/frame') return <FrameSpecimen />;
  if (location.pathname === '/gallery/review') {
    return (
      <main className={styles.review}>
        <h1 className={styles.reviewTop}>Review, 7 of 20</h1>
        <ReviewCard {...fullCard} />
      </main>
    );
  }
  return (
    <main className={styles.page} data-scroll>
      <header className={styles.top}>
        <div>
          <h1 className={styles.title}>Parts</h1>
          <p className={styles.lead}>Every part in every state. Change the theme with T, see all keys with the question mark.</p>
          <p className={styles.links}>
            <a href="/gallery/frame">Frame</a>
            <a href="/gallery/frame?panel">Frame with panel</a>
            <a href="/gallery/review">Review</a>
          </p>
        </div>
        <div className={styles.row}>
          <SegmentedControl
            label="Theme"
            value={theme}
            onChange={setTheme}
            segments={[
              { value: 'system', label: 'System' },
              { value: 'light', label: 'Light' },
              { value: 'dark', label: 'Dark' },
            ]}
          />
          <Button keys="?" onClick={onKeys}>
            Keys
          </Button>
        </div>
      </header>
      <MeterSpecimens />
      <LadderSpecimens />
      <ReviewSpecimens />
      <ListSpecimens />
      <PartSpecimens />
      <FieldSpecimens />
      <WordSpecimens />
      <FeedbackSpecimens />
    </main>
  );
}
