// One's own API tokens: made and shown once, listed, revoked.
import { tokenScopes, type TokenScope } from '@shortlist/domain/workspace/roles.ts';
import { useState, type FormEvent } from 'react';
import { act } from '../app/notify.ts';
import { send, type Refused } from '../sync/send.ts';
import { useQuery } from '../sync/use-query.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './Settings.module.css';
import { SettingsPart } from './SettingsPart.tsx';
import { ShownOnce } from './ShownOnce.tsx';

const scopeWords: Readonly<Record<TokenScope, string>> = {
  full: 'All that you may do',
  read: 'Reading only',
  capture: 'Capturing ideas only',
  scan: 'Reporting the flags in code only, for CI',
};
const scopeOptions = tokenScopes.map((value) => ({ value, label: scopeWords[value] }));
const lifeOptions = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'A year' },
  { value: '', label: 'Until you revoke it' },
];

export function TokenSettings() {
  const { value, refusal, refetch } = useQuery('token.list', {});
  const [secret, setSecret] = useState<string | null>(null);
  const revoke = async (tokenId: string, name: string) => {
    await act('token.revoke', { tokenId }, { canUndo: false, done: `The token ${name} no longer works.` });
    refetch();
  };
  const created = (made: string) => {
    setSecret(made);
    refetch();
  };
  return (
    <>
      <SettingsPart
        title="New token"
        note="For scripts, the command line and other programs. A token never may do more than you."
      >
        {secret === null ? (
          <TokenForm onCreated={created} />
        ) : (
          <ShownOnce
            label="Token"
            secret={secret}
            note="Copy it now: it is shown this once, and only its hash is kept."
            onDone={() => setSecret(null)}
          />
        )}
      </SettingsPart>
      <SettingsPart title="Your tokens">
        {refusal !== null && <ErrorNotice problem={refusal.message} />}
        {value?.items.length === 0 && <p className={styles.quiet}>You have none yet.</p>}
        <ul className={value?.items.length ? styles.rows : undefined}>
          {value?.items.map((token) => (
            <li key={token.id} className={styles.row}>
              <div className={styles.rowWords}>
                <p>{token.name}</p>
                <p className={styles.rowNote}>
                  Made <RelativeTime time={token.createdAt} />
                  {token.expiresAt === null ? ', until revoked' : ', ends '}
                  {token.expiresAt !== null && <RelativeTime time={token.expiresAt} />}
                </p>
              </div>
              <Badge>{scopeWords[token.scope]}</Badge>
              <Button size="small" onClick={() => void revoke(token.id, token.name)} aria-label={`Revoke ${token.name}`}>
                Revoke
              </Button>
            </li>
          ))}
        </ul>
      </SettingsPart>
    </>
  );
}

function TokenForm({ onCreated }: { readonly onCreated: (secret: string) => void }) {
  const [name, setName] = useState('');
  const [scope, setScope] = useState<TokenScope>('full');
  const [days, setDays] = useState('90');
  const [refused, setRefused] = useState<Refused | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const expiresInDays = days === '' ? null : Number(days);
    const sent = await send('token.create', { name, scope, expiresInDays });
    if ('refused' in sent) setRefused(sent);
    else onCreated(sent.value.tokenSecret);
  };
  const nameError = refused?.errors?.find(({ path }) => path === 'name');
  return (
    <form className={styles.stack} onSubmit={(event) => void submit(event)}>
      {refused !== null && nameError === undefined && <ErrorNotice problem={refused.message} />}
      <div className={styles.fields}>
        <TextField
          label="What it is for"
          required
          maxLength={80}
          value={name}
          error={nameError === undefined ? undefined : `It ${nameError.message}.`}
          onChange={(event) => setName(event.target.value)}
        />
        <SelectField
          label="What it may do"
          value={scope}
          options={scopeOptions}
          onChange={(next) => setScope(tokenScopes.find((one) => one === next) ?? 'read')}
        />
        <SelectField label="How long" value={days} options={lifeOptions} onChange={setDays} />
      </div>
      <div>
        <Button type="submit" variant="primary">
          Make a token
        </Button>
      </div>
    </form>
  );
}
