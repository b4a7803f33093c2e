// One line that is tried: works, finding, polish; and the words of what was seen.
import type { FindingKind } from '@shortlist/domain/story/finding-words.ts';
import { Check, CircleAlert, Sparkles } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { act } from '../app/notify.ts';
import { ExampleLines } from '../story/ExampleLines.tsx';
import { Button } from '../ui/Button.tsx';
import { classNames } from '../ui/class-names.ts';
import { TextField } from '../ui/TextField.tsx';
import styles from './Try.module.css';
import type { TryRowActs } from './try-commands.ts';
import type { TryRow } from './try-rows.ts';
import type { TryWalk } from './use-try-walk.ts';

export interface TryRowViewProps {
  readonly row: TryRow;
  /** Key of the environment. */
  readonly environment: string;
  readonly walk: TryWalk;
}

const levels: readonly (string | undefined)[] = [undefined, undefined, styles.second, styles.third];

export function TryRowView({ row, environment, walk }: TryRowViewProps) {
  if (row.kind === 'heading') return <li className={classNames(styles.heading, levels[row.level])}>{row.text}</li>;
  return <Walked row={row} environment={environment} walk={walk} />;
}

type WalkedRow = Exclude<TryRow, { kind: 'heading' }>;

function Walked({ row, environment, walk }: TryRowViewProps & { readonly row: WalkedRow }) {
  const line = useRef<HTMLLIElement>(null);
  const [writing, setWriting] = useState<FindingKind | null>(null);
  const criterion = row.kind === 'criterion' ? row.criterion : null;
  const verdict = row.kind === 'criterion' ? row.verdict : null;
  const name = criterion === null ? row.story.handle : `AC-${criterion.number}`;
  const verify = (word: 'passed' | 'failed' | null, note = '') =>
    criterion === null ? undefined : act('criterion.verify', { criterionId: criterion.id, environment, verdict: word, note });

  const acts: TryRowActs = {
    name,
    ...(criterion !== null && {
      works: () => {
        void verify(verdict === 'passed' ? null : 'passed');
        if (verdict !== 'passed') walk.step(1);
      },
    }),
    // Of a criterion it is said at once; the words may follow.
    finding: () => {
      if (criterion !== null && verdict !== 'failed') void verify('failed');
      setWriting('finding');
    },
    polish: () => setWriting('polish'),
  };
  const latest = useRef(acts);
  const { offer } = walk;
  useEffect(() => {
    latest.current = acts;
  });
  useEffect(() => (line.current === null ? undefined : offer(row.id, line.current, () => latest.current)), [offer, row.id]);

  const save = (text: string) => {
    setWriting(null);
    line.current?.querySelector('button')?.focus();
    if (text === '') return;
    if (writing === 'finding' && criterion !== null) void verify('failed', text.slice(0, 400));
    else {
      const done = writing === 'finding' ? 'The finding is noted.' : 'Noted as polish.';
      const kind = writing ?? 'finding';
      void act('finding.add', { itemId: row.story.id, kind, text, environment, criterionId: criterion?.id ?? null }, { done });
    }
  };
  const initial = writing === 'finding' && row.kind === 'criterion' && row.verdict === 'failed' ? row.note : '';
  return (
    <li ref={line} data-try-row={row.id} className={classNames(styles.row, row.kind === 'criterion' && levels[row.level])}>
      <p className={styles.words}>
        <span className={styles.number}>{name}</span>{' '}
        {row.kind === 'criterion' ? row.criterion.text : 'Anything else that you see'}
      </p>
      {criterion !== null && criterion.example !== null && (
        <ExampleLines criterion={criterion} example={criterion.example} mayEdit={false} />
      )}
      <div className={styles.says} role="group" aria-label={name}>
        {acts.works !== undefined && (
          <Button icon={<Check size={14} />} keys="w" aria-pressed={verdict === 'passed'} onClick={acts.works}>
            Works
          </Button>
        )}
        <Button
          icon={<CircleAlert size={14} />}
          keys="f"
          aria-pressed={criterion === null ? undefined : verdict === 'failed'}
          onClick={acts.finding}
        >
          Finding
        </Button>
        <Button icon={<Sparkles size={14} />} keys="p" onClick={acts.polish}>
          Polish
        </Button>
      </div>
      {writing !== null && (
        <SeenField
          label={writing === 'finding' ? `What you saw of ${name}` : `What would be nicer about ${name}`}
          initial={initial}
          onSave={save}
          onLeave={() => {
            setWriting(null);
            line.current?.querySelector('button')?.focus();
          }}
        />
      )}
      {writing === null && row.kind === 'criterion' && row.verdict === 'failed' && row.note !== '' && (
        <p className={styles.note}>{row.note}</p>
      )}
    </li>
  );
}

interface SeenFieldProps {
  readonly label: string;
  readonly initial: string;
  readonly onSave: (text: string) => void;
  readonly onLeave: () => void;
}

/** Enter keeps what is written, Esc leaves it. */
function SeenField({ label, initial, onSave, onLeave }: SeenFieldProps) {
  const [text, setText] = useState(initial);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      className={styles.seen}
      onSubmit={(event) => {
        event.preventDefault();
        onSave(text.trim());
      }}
    >
      <TextField
        ref={field}
        label={label}
        maxLength={400}
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          onLeave();
        }}
      />
      <Button type="submit" variant="primary" keys="Enter">
        Note it
      </Button>
    </form>
  );
}
