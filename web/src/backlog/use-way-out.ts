// What is filled in where there is no room, what is missing of it, and the sending of it.
import { useState } from 'react';

export interface WayOutForm<Out> {
  readonly out: Out;
  readonly change: (changed: Partial<Out>) => void;
  /** Why it was refused; null before that. */
  readonly problem: string | null;
  /** What must be filled in first; null before somebody tried without. */
  readonly missing: string | null;
  readonly sending: boolean;
  readonly submit: () => Promise<void>;
}

/** `missingIn` says what is missing, in words; `carryOut` sends it, and answers why it was refused, or null. */
export function useWayOut<Out>(
  first: Out,
  missingIn: (out: Out) => string | null,
  carryOut: (out: Out) => Promise<string | null>,
): WayOutForm<Out> {
  const [out, setOut] = useState(first);
  const [problem, setProblem] = useState<string | null>(null);
  const [missing, setMissing] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  return {
    out,
    problem,
    missing,
    sending,
    change: (changed) => {
      setOut({ ...out, ...changed });
      setMissing(null);
    },
    submit: async () => {
      const lacks = missingIn(out);
      setMissing(lacks);
      if (lacks !== null || sending) return;
      setSending(true);
      setProblem(await carryOut(out));
      setSending(false);
    },
  };
}
