/** The answers to one context, as the server gives them to pages: the bulk answer of OFREP. */
import type { EvaluationDetails } from '@shortlist/domain/flag/evaluation.ts';
import type { ErrorCode, Reason } from '@shortlist/domain/flag/flag-words.ts';

export interface EvaluatedFlags {
  readonly version: number;
  readonly flags: ReadonlyMap<string, EvaluationDetails>;
  /** Tells when to ask again; null where the server names none. */
  readonly streamUrl: string | null;
}

interface BulkAnswer {
  readonly flags: readonly (OneAnswer & { readonly key: string })[];
  readonly metadata?: { readonly version?: string };
  readonly eventStreams?: readonly { readonly type: string; readonly url: string }[];
}

interface OneAnswer {
  readonly value?: unknown;
  readonly variant?: string;
  readonly reason?: Reason;
  readonly metadata?: Readonly<Record<string, string | number | boolean>>;
  readonly errorCode?: ErrorCode;
  readonly errorDetails?: string;
}

/** Reads the text of a bulk answer. Throws a SyntaxError for what is none. */
export function answersOf(text: string): EvaluatedFlags {
  const parsed: unknown = JSON.parse(text);
  if (typeof parsed !== 'object' || parsed === null || !('flags' in parsed) || !Array.isArray(parsed.flags))
    throw new SyntaxError('These are no answers of flags: they need a list of flags.');
  // What the server wrote, or what was kept of it.
  const { flags, metadata, eventStreams } = parsed as BulkAnswer;
  return {
    version: Number(metadata?.version ?? 0),
    flags: new Map(flags.map((flag) => [flag.key, detailsOf(flag)])),
    streamUrl: eventStreams?.find(({ type }) => type === 'sse')?.url ?? null,
  };
}

function detailsOf({ value, variant, reason, metadata, errorCode, errorDetails }: OneAnswer): EvaluationDetails {
  const { version, ruleId, ruleTitle, ...own } = metadata ?? {};
  return {
    value,
    variant: variant ?? null,
    reason: errorCode === undefined ? (reason ?? 'DEFAULT') : 'ERROR',
    ruleId: ruleId === undefined ? null : String(ruleId),
    ruleTitle: ruleTitle === undefined ? null : String(ruleTitle),
    errorCode: errorCode ?? null,
    errorMessage: errorDetails ?? null,
    flagVersion: typeof version === 'number' ? version : null,
    metadata: Object.keys(own).length === 0 ? null : own,
  };
}
