/** Shortlist as a provider of OpenFeature's web SDK, and so of its React SDK, on flags with a browser key. */
import type { FlagType } from '@shortlist/domain/flag/flag-words.ts';
import {
  OpenFeatureEventEmitter,
  ProviderEvents,
  type EvaluationContext,
  type JsonValue,
  type Provider,
  type ResolutionDetails,
  type TrackingEventDetails,
} from '@openfeature/web-sdk';
import type { Flags, FlagsStatus } from './flags.ts';
import { resolutionOf, tellChanges, untilAnswered } from './openfeature-resolution.ts';

/** The flags stay the caller's to close. */
export class ShortlistWebProvider implements Provider {
  readonly metadata = { name: 'shortlist' };
  readonly runsOn = 'client';
  readonly events = new OpenFeatureEventEmitter();
  readonly #flags: Flags;
  #takeOff: () => void = () => undefined;

  /** `flags`: of `createFlags`, with a browser key. */
  constructor(flags: Flags) {
    this.#flags = flags;
  }

  async initialize(context: EvaluationContext = {}): Promise<void> {
    this.#takeOff = tellChanges(this.#flags, {
      state: (state) => this.#tellState(state),
      changed: () => this.events.emit(ProviderEvents.ConfigurationChanged),
    });
    await Promise.all([untilAnswered(this.#flags), this.#flags.setContext(context)]);
  }

  #tellState(state: FlagsStatus['state']): void {
    if (state === 'ready') this.events.emit(ProviderEvents.Ready);
    if (state === 'stale') this.events.emit(ProviderEvents.Stale);
  }

  async onContextChange(_old: EvaluationContext, context: EvaluationContext): Promise<void> {
    await this.#flags.setContext(context);
  }

  async onClose(): Promise<void> {
    this.#takeOff();
  }

  resolveBooleanEvaluation(key: string, otherwise: boolean): ResolutionDetails<boolean> {
    return this.#resolve(key, 'boolean', otherwise);
  }

  resolveStringEvaluation(key: string, otherwise: string): ResolutionDetails<string> {
    return this.#resolve(key, 'string', otherwise);
  }

  resolveNumberEvaluation(key: string, otherwise: number): ResolutionDetails<number> {
    return this.#resolve(key, 'number', otherwise);
  }

  resolveObjectEvaluation<Value extends JsonValue>(key: string, otherwise: Value): ResolutionDetails<Value> {
    return this.#resolve(key, 'object', otherwise);
  }

  track(event: string, context: EvaluationContext, details?: TrackingEventDetails): void {
    this.#flags.track(event, context, details?.value);
  }

  #resolve<Value>(key: string, type: FlagType, otherwise: Value): ResolutionDetails<Value> {
    // Its codes are OpenFeature's, as text.
    return resolutionOf(this.#flags.details(key), type, otherwise) as ResolutionDetails<Value>;
  }
}
