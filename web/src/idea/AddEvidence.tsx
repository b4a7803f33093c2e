import { useState } from 'react';
import { longestText } from '@shortlist/domain/text/text-limits.ts';
import { act } from '../app/notify.ts';
import { MarkdownField } from '../editor/MarkdownField.tsx';
import type { Refused } from '../sync/send.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { TextField } from '../ui/TextField.tsx';
import { useKeys } from '../ui/use-keys.ts';
import styles from './AddEvidence.module.css';

/** Somebody's words, a link, or both; whose words they are is asked, since a quote without a person weighs little. */
export function AddEvidence({ subjectId, onClose }: { readonly subjectId: string; readonly onClose: () => void }) {
  const [text, setText] = useState('');
  const [author, setAuthor] = useState('');
  const [url, setUrl] = useState('');
  const [sending, setSending] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const isEmpty = text.trim() === '' && url.trim() === '';
  useKeys('Evidence', [{ keys: 'Escape', label: 'Leave without adding', run: onClose }]);

  const submit = async () => {
    setSending(true);
    const sent = await act(
      'evidence.add',
      { subjectId, text: text.trim(), author: author.trim() || null, url: url.trim() || null },
      { quiet: true },
    );
    setSending(false);
    if ('refused' in sent) setRefused(sent);
    else onClose();
  };
  const wrongUrl = refused?.errors?.find(({ path }) => path === 'url');
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isEmpty && !sending) void submit();
      }}
    >
      {refused !== null && wrongUrl === undefined && <ErrorNotice problem={refused.message} />}
      <MarkdownField
        label="Words"
        hint="As they were said; Markdown works."
        rows={2}
        takesFocus
        maxLength={longestText}
        value={text}
        onChange={setText}
      />
      <div className={styles.pair}>
        <TextField label="Whose words" maxLength={120} value={author} onChange={(event) => setAuthor(event.target.value)} />
        <TextField
          label="Link"
          type="url"
          inputMode="url"
          placeholder="https://"
          value={url}
          error={wrongUrl === undefined ? undefined : `The link ${wrongUrl.message}.`}
          onChange={(event) => setUrl(event.target.value)}
        />
      </div>
      <div className={styles.acts}>
        <Button variant="plain" size="small" onClick={onClose}>
          Cancel
        </Button>
        <Button variant="primary" size="small" type="submit" disabled={isEmpty || sending}>
          Add
        </Button>
      </div>
    </form>
  );
}
