// The words of the team's own domain: the problem check marks them less.
import { X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { act } from '../app/notify.ts';
import { useMay } from '../app/use-may.ts';
import { useAll } from '../sync/use-store.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from '../workspace/Settings.module.css';
import { SettingsPart } from '../workspace/SettingsPart.tsx';

const note =
  'Words that mean a thing of your own domain, such as “report” for those who write reports. The problem check marks them less, in every story.';

export function GlossarySettings() {
  const all = useAll('term');
  const terms = useMemo(() => all.toSorted((a, b) => a.word.localeCompare(b.word, 'en')), [all]);
  const mayShape = useMay('shape');
  return (
    <SettingsPart title="Glossary" note={note}>
      <div className={styles.stack}>
        {mayShape && <NewTerm />}
        {terms.length === 0 ? (
          <p className={styles.quiet}>No words yet. They also come from a finding that is set aside as a word of your domain.</p>
        ) : (
          <ul className={styles.rows}>
            {terms.map(({ id, word }) => (
              <li key={id} className={styles.row}>
                <span className={styles.rowWords}>{word}</span>
                {mayShape && (
                  <IconButton
                    label={`Remove ${word}`}
                    size="small"
                    icon={<X size={14} />}
                    onClick={() => void act('term.remove', { termId: id }, { done: `“${word}” is no word of the glossary now.` })}
                  />
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
    </SettingsPart>
  );
}

function NewTerm() {
  const [word, setWord] = useState('');
  const [error, setError] = useState<string | undefined>();
  const add = async () => {
    const line = word.trim();
    if (line === '') return;
    const sent = await act('term.add', { word: line }, { quiet: true });
    if ('refused' in sent) setError(sent.message);
    else setWord('');
  };
  return (
    <form
      className={styles.secret}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <TextField
        label="A word of your domain"
        maxLength={60}
        autoComplete="off"
        value={word}
        error={error}
        onChange={(event) => {
          setWord(event.target.value);
          setError(undefined);
        }}
      />
      <Button type="submit" disabled={word.trim() === ''}>
        Add
      </Button>
    </form>
  );
}
