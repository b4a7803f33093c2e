// What speaks for an idea or an item: somebody's words and links, fetched when it is opened.
import type { EntityOf } from '@shortlist/domain/entities.ts';
import { Plus, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Markdown } from '../app/Markdown.tsx';
import { act } from '../app/notify.ts';
import { useMay } from '../app/use-may.ts';
import { FieldLabel } from '../story/FieldLabel.tsx';
import { useQuery, type RefreshOn } from '../sync/use-query.ts';
import { FieldPresence } from '../presence/FieldPresence.tsx';
import { Button, IconButton } from '../ui/Button.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { Skeleton, SkeletonRows } from '../ui/Skeleton.tsx';
import { Section } from '../ui/Section.tsx';
import { AddEvidence } from './AddEvidence.tsx';
import styles from './EvidenceList.module.css';

type Evidence = EntityOf<'evidence'>;

export interface EvidenceListProps {
  readonly subjectId: string;
  /** Whether a key leads to it, as it does in an opened item. */
  readonly hasKey?: boolean;
}

export function EvidenceList({ subjectId, hasKey = false }: EvidenceListProps) {
  const mayRead = useMay('read');
  return mayRead ? <AllEvidence subjectId={subjectId} hasKey={hasKey} /> : <OwnEvidence ideaId={subjectId} />;
}

function AllEvidence({ subjectId, hasKey = false }: EvidenceListProps) {
  const refreshOn = useMemo<RefreshOn>(
    () => (change) => change.entity === 'evidence' && (change.value === null || change.value['subjectId'] === subjectId),
    [subjectId],
  );
  const { value, refusal } = useQuery('evidence.list', { subjectId, limit: 1000 }, { refreshOn });
  return <EvidenceSection subjectId={subjectId} hasKey={hasKey} items={value?.items} problem={refusal?.message} />;
}

function OwnEvidence({ ideaId }: { readonly ideaId: string }) {
  const { value, refusal } = useQuery('idea.get', { ideaId });
  return <EvidenceSection subjectId={ideaId} hasKey={false} items={value?.evidence} problem={refusal?.message} />;
}

interface EvidenceSectionProps {
  readonly subjectId: string;
  readonly hasKey: boolean;
  readonly items: readonly Evidence[] | undefined;
  readonly problem: string | undefined;
}

function EvidenceSection({ subjectId, hasKey, items, problem }: EvidenceSectionProps) {
  const mayShape = useMay('shape');
  const [adding, setAdding] = useState(false);
  if (items?.length === 0 && !mayShape) return null;
  return (
    <Section
      label="Evidence"
      data-field="evidence"
      heading={
        <FieldLabel field="evidence" mayEdit={hasKey && mayShape}>
          Evidence
        </FieldLabel>
      }
      count={items !== undefined && items.length > 0 && items.length}
      action={
        mayShape &&
        !adding && (
          <Button
            size="small"
            variant="plain"
            wordsAt="end"
            icon={<Plus size={14} />}
            data-edits=""
            onClick={() => setAdding(true)}
          >
            Add evidence
          </Button>
        )
      }
    >
      {adding && <AddEvidence subjectId={subjectId} onClose={() => setAdding(false)} />}
      {items === undefined && problem !== undefined && <p className={styles.quiet}>{problem}</p>}
      {items === undefined && problem === undefined && (
        <Skeleton label="Loading evidence">
          <SkeletonRows count={2} />
        </Skeleton>
      )}
      {items?.length === 0 && !adding && (
        <p className={styles.quiet}>Nobody’s words yet: a quote or a link makes it easier to decide.</p>
      )}
      <ul className={styles.list}>
        {items?.map((evidence) => (
          <EvidenceCard key={evidence.id} evidence={evidence} mayRemove={mayShape} />
        ))}
      </ul>
      <FieldPresence field="evidence" />
    </Section>
  );
}

function EvidenceCard({ evidence, mayRemove }: { readonly evidence: Evidence; readonly mayRemove: boolean }) {
  const { text, url, author, saidAt } = evidence;
  const remove = () => void act('evidence.remove', { evidenceId: evidence.id }, { done: 'The evidence is removed.' });
  return (
    <li className={styles.card}>
      <div className={styles.by}>
        <span>
          {author !== null && <span className={styles.author}>{author}</span>} <RelativeTime time={saidAt} />
        </span>
        {mayRemove && <IconButton label="Remove this evidence" size="small" icon={<X size={14} />} onClick={remove} />}
      </div>
      {text !== '' && <Markdown text={text} />}
      {url !== null && (
        <a href={url} target="_blank" rel="noreferrer noopener" className={styles.link}>
          {url.replace(/^https?:\/\/(www\.)?/i, '')}
        </a>
      )}
    </li>
  );
}
