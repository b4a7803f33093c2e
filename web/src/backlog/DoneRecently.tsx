// What was finished or given up lately, folded away until it is wanted.
import { rejectReasonWords } from '@shortlist/domain/idea/reject-reasons.ts';
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useOpenItem } from '../app/use-open-item.ts';
import type { Work } from '../story/item.ts';
import { itemCommands } from '../story/item-commands.ts';
import { PeopleMark } from '../story/PeopleMark.tsx';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { Handle } from '../ui/Handle.tsx';
import { List } from '../ui/List.tsx';
import { RowFigure, RowTitle } from '../ui/ListRow.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { endedAt } from './backlog-order.ts';
import styles from './DoneRecently.module.css';
import type { ItemActs } from './use-item-acts.ts';

export interface DoneRecentlyProps {
  /** Finished or given up within 90 days, the latest first. */
  readonly rows: readonly Work[];
  readonly acts: ItemActs;
}

const idOf = (work: Work) => work.id;

export function DoneRecently({ rows, acts }: DoneRecentlyProps) {
  const [isOpen, setOpen] = useState(false);
  const { handle, open, openPage, peek } = useOpenItem();
  if (rows.length === 0) return null;
  return (
    <section aria-label="Done recently" className={styles.section}>
      <div className={styles.fold}>
        <Button
          variant="plain"
          wordsAt="start"
          aria-expanded={isOpen}
          icon={<ChevronRight size={14} className={isOpen ? styles.turned : styles.folded} />}
          onClick={() => setOpen(!isOpen)}
        >
          Done in the last 90 days <span className={styles.count}>{rows.length}</span>
        </Button>
      </div>
      {isOpen && (
        <List
          label="Done recently"
          main={false}
          items={rows}
          idOf={idOf}
          openId={rows.find(({ item }) => item.handle === handle)?.id ?? null}
          onOpen={({ item }) => open(item.handle)}
          onOpenPage={({ item }) => openPage(item.handle)}
          onPeek={({ item }) => peek(item.handle)}
          commands={{ set: itemCommands, contextOf: (chosen) => ({ acts, works: chosen }) }}
          menuLabelOf={({ item }) => `Acts on ${item.handle}`}
          tallOnPhone
        >
          {(work) => <DoneRow work={work} />}
        </List>
      )}
    </section>
  );
}

function DoneRow({ work }: { readonly work: Work }) {
  const { item, placement } = work;
  const ended = endedAt(placement);
  const { dropped } = placement;
  return (
    <>
      <Handle text={item.handle} column />
      <RowTitle done={dropped !== null} detail={dropped?.sentence}>
        {item.title}
      </RowTitle>
      {dropped !== null && <Badge>{dropped.reason === 'other' ? 'Given up' : rejectReasonWords[dropped.reason].label}</Badge>}
      {placement.verified === false && <Badge tone="warn">Not verified yet</Badge>}
      <RowFigure width="narrow" hideOnPhone={false}>
        {ended !== null && <RelativeTime time={ended} look="short" />}
      </RowFigure>
      <PeopleMark item={item} />
    </>
  );
}
