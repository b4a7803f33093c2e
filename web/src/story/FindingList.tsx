// What was found while the story was tried, before customers had it: it belongs to the story, and is settled with one key.
import { useState } from 'react';
import { EditableLine } from '../app/EditableLine.tsx';
import { act } from '../app/notify.ts';
import { usePersonName } from '../idea/use-person-name.ts';
import { useEntity } from '../sync/use-store.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { actsOf } from '../ui/command.ts';
import { perform } from '../ui/questions.ts';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { useCommands } from '../ui/use-commands.ts';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { Section } from '../ui/Section.tsx';
import { findingCommands } from './finding-commands.ts';
import styles from './FindingList.module.css';
import type { Finding } from './item.ts';

export interface FindingListProps {
  /** Of one story, in any order. */
  readonly findings: readonly Finding[];
  readonly mayEdit: boolean;
}

/** Nothing where nothing was found. */
export function FindingList({ findings, mayEdit }: FindingListProps) {
  const [focused, setFocused] = useState<string | null>(null);
  const meant = findings.find(({ id }) => id === focused);
  // Offered while one has the focus, and then before the keys of what is around it.
  useCommands(findingCommands, () => (meant === undefined ? null : { finding: meant }), {
    active: mayEdit && meant !== undefined,
  });
  if (findings.length === 0) return null;
  const noteFocus = (target: EventTarget | null) =>
    setFocused(target instanceof Element ? (target.closest('[data-finding]')?.getAttribute('data-finding') ?? null) : null);
  return (
    <Section label="Findings" data-field="findings" count={countWords(findings)}>
      <ul className={styles.list} onFocus={(event) => noteFocus(event.target)} onBlur={(event) => noteFocus(event.relatedTarget)}>
        {findings.toSorted(openFirst).map((finding) => (
          <FindingRow key={finding.id} finding={finding} mayEdit={mayEdit} />
        ))}
      </ul>
    </Section>
  );
}

function FindingRow({ finding, mayEdit }: { readonly finding: Finding; readonly mayEdit: boolean }) {
  const { id, kind, text, environment, foundAt, settledAt } = finding;
  const finder = usePersonName(finding.foundBy);
  const settler = usePersonName(finding.settledBy);
  const criterion = useEntity('criterion', finding.criterionId);
  const isOpen = settledAt === null;
  return (
    <li data-finding={id} className={isOpen ? styles.row : styles.settled}>
      <div className={styles.line}>
        <Badge tone={!isOpen ? 'plain' : kind === 'finding' ? 'warn' : 'accent'}>
          {!isOpen ? 'Settled' : kind === 'finding' ? 'Open' : 'Polish'}
        </Badge>
        <div className={styles.words}>
          {mayEdit && isOpen ? (
            <EditableLine
              label="What was seen"
              hideLabel
              value={text}
              maxLength={500}
              required="A finding needs words. Take it away instead."
              onSave={(next) => act('finding.edit', { findingId: id, text: next })}
            />
          ) : (
            <p>{text}</p>
          )}
        </div>
        {mayEdit && (
          <span className={styles.acts}>
            {actsOf(findingCommands, { finding }).map((one) => (
              <Button key={one.id} size="small" variant="plain" keys={one.keys[0]} onClick={() => perform(one)}>
                {one.name}
                <VisuallyHidden> “{text}”</VisuallyHidden>
              </Button>
            ))}
          </span>
        )}
      </div>
      <p className={styles.quiet}>
        {criterion !== undefined && `AC-${criterion.number}, `}
        {finder ?? 'Somebody'} in {environment}, <RelativeTime time={foundAt} />
        {settledAt !== null && (
          <>
            ; settled by {settler ?? 'somebody'} <RelativeTime time={settledAt} />
          </>
        )}
      </p>
    </li>
  );
}

function countWords(findings: readonly Finding[]): string {
  const open = findings.filter(({ settledAt }) => settledAt === null);
  const holding = open.filter(({ kind }) => kind === 'finding').length;
  const polish = open.length - holding;
  if (open.length === 0) return 'all settled';
  return [holding > 0 ? `${holding} open` : '', polish > 0 ? `${polish} to polish` : ''].filter(Boolean).join(', ');
}

/** What holds the climb, then polish, then what is settled; the oldest first. */
function openFirst(a: Finding, b: Finding): number {
  const weight = ({ settledAt, kind }: Finding) => (settledAt !== null ? 2 : kind === 'finding' ? 0 : 1);
  return weight(a) - weight(b) || (a.foundAt < b.foundAt ? -1 : 1);
}
