// Attaching files one after the other: each is sent, then the command says to what it belongs.
import type { EntityOf } from '@shortlist/domain/entities.ts';
import { useState } from 'react';
import { fileName, sendFile } from './send-file.ts';

export interface Sending {
  readonly key: number;
  readonly name: string;
  /** From 0 to 1. */
  readonly share: number;
  /** Why it could not be attached; null while it is on its way. */
  readonly problem: string | null;
}

export interface Attach {
  readonly sending: readonly Sending[];
  /** `onAttached` hears of each as it is attached. */
  readonly attach: (files: readonly File[], onAttached?: OnAttached) => void;
  /** Takes a failed one off the list. */
  readonly dismiss: (key: number) => void;
}

type OnAttached = (attachment: EntityOf<'attachment'>) => void;

let sent = 0;

export function useAttach(subjectId: string): Attach {
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const change = (key: number, parts: Partial<Sending>) =>
    setSending((all) => all.map((one) => (one.key === key ? { ...one, ...parts } : one)));
  const dismiss = (key: number) => setSending((all) => all.filter((one) => one.key !== key));

  const attachOne = async (file: File, key: number, onAttached?: OnAttached) => {
    const added = await sendFile(file, subjectId, (share) => change(key, { share }));
    if ('refused' in added) return change(key, { problem: added.message });
    onAttached?.(added);
    return dismiss(key);
  };

  const attach: Attach['attach'] = (files, onAttached) => {
    const queue = files.map((file) => ({ file, key: (sent += 1) }));
    setSending((all) => [...all, ...queue.map(({ file, key }) => ({ key, name: fileName(file), share: 0, problem: null }))]);
    void (async () => {
      for (const { file, key } of queue) await attachOne(file, key, onAttached);
    })();
  };
  return { sending, attach, dismiss };
}
