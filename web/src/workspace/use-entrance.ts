// One try after the other to get in: what is typed, what is wrong with it, and why the server said no.
import { useState } from 'react';
import type { Refused } from '../sync/send.ts';

export interface Entrance<Field extends string> {
  readonly values: Readonly<Record<Field, string>>;
  readonly set: (field: Field, value: string) => void;
  /** What is wrong with a field, by the server's word; undefined when nothing is. */
  readonly errorOf: (field: string) => string | undefined;
  /** A refusal that is about no single field. */
  readonly problem: string | null;
  readonly isSending: boolean;
  readonly submit: () => void;
}

export function useEntrance<Field extends string>(
  first: Readonly<Record<Field, string>>,
  enter: (values: Readonly<Record<Field, string>>) => Promise<Refused | null>,
  onEntered: () => void,
): Entrance<Field> {
  const [values, setValues] = useState(first);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [isSending, setSending] = useState(false);
  const known = refused?.errors?.filter(({ path }) => path in values) ?? [];
  const submit = async () => {
    setSending(true);
    const no = await enter(values);
    setSending(false);
    setRefused(no);
    if (no === null) onEntered();
  };
  return {
    values,
    set: (field, value) => setValues({ ...values, [field]: value }),
    errorOf: (field) => {
      const message = known.find(({ path }) => path === field)?.message;
      return message === undefined ? undefined : `It ${message}.`.replace('It is not', 'This is not');
    },
    problem: refused === null || known.length > 0 ? null : refused.message,
    isSending,
    submit: () => void (isSending || submit()),
  };
}
