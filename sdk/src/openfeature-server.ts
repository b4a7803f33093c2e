/** Shortlist as a provider of OpenFeature's server SDK, on flags that are asked in process. */
import type { FlagType } from '@shortlist/domain/flag/flag-words.ts';
import {
  OpenFeatureEventEmitter,
  ProviderEvents,
  type EvaluationContext,
  type JsonValue,
  type Provider,
  type ResolutionDetails,
  type TrackingEventDetails,
} from '@openfeature/server-sdk';
import type { Flags, FlagsStatus } from './flags.ts';
import { resolutionOf, tellChanges, untilAnswered } from './openfeature-resolution.ts';

/** The flags stay the caller's to close. */
export class ShortlistProvider implements Provider {
  readonly metadata = { name: 'shortlist' };
  readonly runsOn = 'server';
  readonly events = new OpenFeatureEventEmitter();
  readonly #flags: Flags;
  #takeOff: () => void = () => undefined;

  /** `flags`: of `createFlags`, with a server key. */
  constructor(flags: Flags) {
    this.#flags = flags;
  }

  async initialize(): Promise<void> {
    this.#takeOff = tellChanges(this.#flags, {
      state: (state) => this.#tellState(state),
      changed: () => this.events.emit(ProviderEvents.ConfigurationChanged),
    });
    await untilAnswered(this.#flags);
  }

  #tellState(state: FlagsStatus['state']): void {
    if (state === 'ready') this.events.emit(ProviderEvents.Ready);
    if (state === 'stale') this.events.emit(ProviderEvents.Stale);
  }

  async onClose(): Promise<void> {
    this.#takeOff();
  }

  async resolveBooleanEvaluation(
    key: string,
    otherwise: boolean,
    context: EvaluationContext,
  ): Promise<ResolutionDetails<boolean>> {
    return this.#resolve(key, 'boolean', otherwise, context);
  }

  async resolveStringEvaluation(key: string, otherwise: string, context: EvaluationContext): Promise<ResolutionDetails<string>> {
    return this.#resolve(key, 'string', otherwise, context);
  }

  async resolveNumberEvaluation(key: string, otherwise: number, context: EvaluationContext): Promise<ResolutionDetails<number>> {
    return this.#resolve(key, 'number', otherwise, context);
  }

  async resolveObjectEvaluation<Value extends JsonValue>(
    key: string,
    otherwise: Value,
    context: EvaluationContext,
  ): Promise<ResolutionDetails<Value>> {
    return this.#resolve(key, 'object', otherwise, context);
  }

  track(event: string, context: EvaluationContext, details?: TrackingEventDetails): void {
    this.#flags.track(event, context, details?.value);
  }

  #resolve<Value>(key: string, type: FlagType, otherwise: Value, context: EvaluationContext): ResolutionDetails<Value> {
    // Its codes are OpenFeature's, as text.
    return resolutionOf(this.#flags.details(key, context), type, otherwise) as ResolutionDetails<Value>;
  }
}
