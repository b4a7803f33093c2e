// Splitting a story: which criteria go along, by ticking or by dragging, and the words of the new story.
import { useMemo, useState } from 'react';
import { actInRoom } from '../backlog/make-room.ts';
import { usePersona } from '../persona/persona-of.ts';
import { useBy } from '../sync/use-store.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { TextField } from '../ui/TextField.tsx';
import { nameOf, type Story } from './item.ts';
import { SplitCriteria } from './SplitCriteria.tsx';
import styles from './SplitDialog.module.css';

export interface SplitDialogProps {
  readonly story: Story;
  readonly teamId: string;
  readonly isCommitted: boolean;
  readonly onClose: () => void;
}

const sentence = [
  { field: 'persona', lead: 'Who', maxLength: 120 },
  { field: 'need', lead: 'is trying to', maxLength: 400 },
  { field: 'benefit', lead: 'so that', maxLength: 400 },
] as const;

export function SplitDialog({ story, teamId, isCommitted, onClose }: SplitDialogProps) {
  const criteria = useBy('criterion', 'storyId', story.id);
  const persona = usePersona(story.personaId)?.name ?? '';
  const own = useMemo(() => ({ persona, need: story.need, benefit: story.benefit }), [persona, story.need, story.benefit]);
  const [title, setTitle] = useState('');
  const [words, setWords] = useState<Partial<typeof own>>({});
  const [going, setGoing] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState<string | null>(null);
  const [untitled, setUntitled] = useState(false);
  const submit = async () => {
    setUntitled(title.trim() === '');
    if (title.trim() === '') return;
    const changed = Object.fromEntries(Object.entries(words).filter(([field, text]) => text !== own[field as keyof typeof own]));
    const criterionIds = criteria.flatMap(({ id }) => (going.has(id) ? [id] : []));
    const sent = await actInRoom(
      'story.split',
      { itemId: story.id, title, criterionIds, ...changed },
      {
        quiet: true,
        done: ({ story: made, stays }) =>
          `${made.handle} is split off ${nameOf(story)}${isCommitted && stays === null ? ', and committed beside it' : ''}.${isCommitted && stays !== null ? ` ${stays}` : ''}`,
      },
      teamId,
    );
    if ('refused' in sent) setProblem(sent.message);
    else onClose();
  };
  return (
    <Dialog
      open
      width="wide"
      title={`Split ${nameOf(story)}`}
      onClose={onClose}
      onSubmit={() => void submit()}
      footer={
        <>
          <Button keys="Escape" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" variant="primary">
            Split
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        <TextField
          label="Title of the new story"
          maxLength={200}
          value={title}
          data-focus-first
          error={untitled ? 'A story needs a title.' : undefined}
          onChange={(event) => setTitle(event.target.value)}
        />
        {sentence.map(({ field, lead, maxLength }) => (
          <TextField
            key={field}
            label={lead}
            maxLength={maxLength}
            value={words[field] ?? own[field]}
            onChange={(event) => setWords((before) => ({ ...before, [field]: event.target.value }))}
          />
        ))}
        <SplitCriteria criteria={criteria} going={going} onGoing={setGoing} />
        {isCommitted && (
          <p className={styles.quiet}>
            The new story is asked for at the gate, as any other: where there is no room it waits in refinement.
          </p>
        )}
        {problem !== null && <ErrorNotice problem={problem} />}
      </div>
    </Dialog>
  );
}
