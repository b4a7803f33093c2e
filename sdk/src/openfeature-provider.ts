/** What Shortlist's providers of OpenFeature's server SDK and of its web SDK have in common. */
import type { FlagType } from '@shortlist/domain/flag/flag-words.ts';
import type { EvaluationContext } from '@shortlist/domain/flag/evaluation.ts';
import type { Flags } from './flags.ts';
import { resolutionOf, tellChanges, untilAnswered, type Resolution } from './openfeature-resolution.ts';

/** What a provider tells, by OpenFeature's names; each SDK has an enum of its own of them. */
export type Told = 'Ready' | 'Stale' | 'ConfigurationChanged';

export abstract class FlagsProvider {
  readonly metadata = { name: 'shortlist' };
  protected readonly flags: Flags;
  #takeOff: () => void = () => undefined;

  /** The flags stay the caller's to close. */
  constructor(flags: Flags) {
    this.flags = flags;
  }

  protected abstract tell(event: Told): void;

  /** Tells from now on what changes; resolves when there are answers, and rejects where none can be had now. */
  protected async begin(): Promise<void> {
    this.#takeOff = tellChanges(this.flags, {
      state: (state) => {
        if (state === 'ready') this.tell('Ready');
        if (state === 'stale') this.tell('Stale');
      },
      changed: () => this.tell('ConfigurationChanged'),
    });
    await untilAnswered(this.flags);
  }

  async onClose(): Promise<void> {
    this.#takeOff();
  }

  track(event: string, context: EvaluationContext, details?: { readonly value?: number }): void {
    this.flags.track(event, context, details?.value);
  }

  /** With a browser key the context of `setContext` asks, and none is given. */
  protected answer<Value>(key: string, type: FlagType, otherwise: Value, context?: EvaluationContext): Resolution<Value> {
    return resolutionOf(this.flags.details(key, context), type, otherwise);
  }
}
