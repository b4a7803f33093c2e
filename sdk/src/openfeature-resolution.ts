/** An answer in OpenFeature's words, the same for its server SDK and its web SDK. */
import type { EvaluationDetails } from '@shortlist/domain/flag/evaluation.ts';
import { ofType } from '@shortlist/domain/flag/flag-evaluate.ts';
import type { FlagType } from '@shortlist/domain/flag/flag-words.ts';
import type { Flags, FlagsStatus } from './flags.ts';

/** `errorCode` is one of OpenFeature's own. */
export interface Resolution<Value> {
  readonly value: Value;
  readonly reason: string;
  readonly flagMetadata: Record<string, string | number | boolean>;
  readonly variant?: string;
  readonly errorCode?: string;
  readonly errorMessage?: string;
}

export function resolutionOf<Value>(answer: EvaluationDetails, type: FlagType, otherwise: Value): Resolution<Value> {
  const { value, variant, reason, errorCode, errorMessage, metadata, ruleId, ruleTitle } = ofType(answer, type);
  return {
    // `ofType` made sure of the type; without a value the code's default holds.
    value: value === undefined ? otherwise : (value as Value),
    reason,
    flagMetadata: { ...metadata, ...(ruleId !== null && { ruleId, ruleTitle: ruleTitle ?? '' }) },
    ...(variant !== null && { variant }),
    ...(errorCode !== null && { errorCode, errorMessage: errorMessage ?? '' }),
  };
}

/** Tells of what changes in the flags; answers the function that ends it. */
export function tellChanges(
  flags: Flags,
  tell: { readonly state: (state: FlagsStatus['state']) => void; readonly changed: () => void },
): () => void {
  let { state } = flags.status();
  let version = flags.version();
  return flags.listen(() => {
    const now = flags.status().state;
    const isOther = now !== state;
    const isNewer = flags.version() !== version;
    state = now;
    version = flags.version();
    if (isOther) tell.state(now);
    if (isNewer) tell.changed();
  });
}

/** Resolves when there are answers; rejects as soon as it is known that none can be had now. */
export async function untilAnswered(flags: Flags): Promise<void> {
  let takeOff: () => void = () => undefined;
  const failed = new Promise<never>((_, reject) => {
    const look = (): void => {
      if (flags.status().state === 'error') reject(new Error('No server answers, and there is no copy of before.'));
    };
    takeOff = flags.listen(look);
    look();
  });
  try {
    await Promise.race([flags.ready, failed]);
  } finally {
    takeOff();
  }
}
