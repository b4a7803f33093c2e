// The keys with which products ask for their flags in one environment: made and shown once, listed with their last use, revoked.
import type { EntityOf } from '@shortlist/domain/entities.ts';
import { useState, type FormEvent } from 'react';
import { act } from '../app/notify.ts';
import { useMay } from '../app/use-may.ts';
import { useMe } from '../app/use-me.ts';
import { send, type Refused } from '../sync/send.ts';
import { useQuery } from '../sync/use-query.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from '../workspace/Settings.module.css';
import { ShownOnce } from '../workspace/ShownOnce.tsx';

type Environment = EntityOf<'environment'>;

const kindWords = { server: 'Server', browser: 'Browser' } as const;
const kindOptions = [
  { value: 'server', label: 'For servers: reads rules' },
  { value: 'browser', label: 'For pages: gets answers, of flags they may see' },
];

export function EnvironmentKeys({ environment }: { readonly environment: Environment }) {
  const mayRelease = useMay('release');
  return mayRelease ? <Keys environment={environment} /> : null;
}

function Keys({ environment }: { readonly environment: Environment }) {
  const { value, refusal, refetch } = useQuery('environment.listKeys', { environment: environment.key });
  const keys = value?.items ?? [];
  const { role } = useMe();
  const [secret, setSecret] = useState<string | null>(null);
  // As the decision has it, which has the last word.
  const mayHandle = role === 'owner' || role === 'admin' || (!environment.isProduction && environment.restrictedTo === null);
  const revoke = async (environmentKeyId: string, name: string) => {
    await act('environment.revokeKey', { environmentKeyId }, { canUndo: false, done: `${name} opens nothing any more.` });
    refetch();
  };
  const created = (made: string) => {
    setSecret(made);
    refetch();
  };
  return (
    <>
      {refusal !== null && <ErrorNotice problem={refusal.message} />}
      {keys.length === 0 && value !== null && <p className={styles.quiet}>No product asks here yet: it needs a key.</p>}
      <ul className={styles.rows} hidden={keys.length === 0}>
        {keys.map((key) => {
          const name = key.name === '' ? `The ${kindWords[key.kind].toLowerCase()} key` : key.name;
          return (
            <li key={key.id} className={styles.row}>
              <div className={styles.rowWords}>
                <p>{name}</p>
                <p className={styles.rowNote}>
                  Made <RelativeTime time={key.createdAt} />
                  {key.lastUsedAt === null ? ', never used' : ', last used '}
                  {key.lastUsedAt !== null && <RelativeTime time={key.lastUsedAt} />}
                </p>
              </div>
              <Badge>{kindWords[key.kind]}</Badge>
              {mayHandle && (
                <Button size="small" aria-label={`Revoke ${name}`} onClick={() => void revoke(key.id, name)}>
                  Revoke
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {!mayHandle ? (
        <p className={styles.quiet}>Only an owner or admin makes or revokes keys of {environment.name}.</p>
      ) : secret === null ? (
        <KeyForm environment={environment} onCreated={created} />
      ) : (
        <ShownOnce
          label={`Key of ${environment.name}`}
          secret={secret}
          note="Copy it now: it is shown this once, and only its hash is kept."
          onDone={() => setSecret(null)}
        />
      )}
    </>
  );
}

interface KeyFormProps {
  readonly environment: Environment;
  readonly onCreated: (secret: string) => void;
}

function KeyForm({ environment, onCreated }: KeyFormProps) {
  const [name, setName] = useState('');
  const [kind, setKind] = useState<'server' | 'browser'>('server');
  const [refused, setRefused] = useState<Refused | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const sent = await send('environment.createKey', { environment: environment.key, kind, name });
    if ('refused' in sent) return setRefused(sent);
    setName('');
    onCreated(sent.value.keySecret);
  };
  return (
    <form aria-label={`New key of ${environment.name}`} className={styles.stack} onSubmit={(event) => void submit(event)}>
      {refused !== null && <ErrorNotice problem={refused.message} />}
      <div className={styles.fields}>
        <TextField label="Where it is used" maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />
        <SelectField
          label="Kind"
          value={kind}
          options={kindOptions}
          onChange={(next) => setKind(next === 'browser' ? 'browser' : 'server')}
        />
      </div>
      <div>
        <Button type="submit">Make a key</Button>
      </div>
    </form>
  );
}
