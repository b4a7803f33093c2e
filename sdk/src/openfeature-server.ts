/** Shortlist as a provider of OpenFeature's server SDK, on flags that are asked in process. */
import { ofType } from '@shortlist/domain/flag/flag-evaluate.ts';
import type { FlagType } from '@shortlist/domain/flag/flag-words.ts';
import {
  ErrorCode,
  OpenFeatureEventEmitter,
  ProviderEvents,
  type EvaluationContext,
  type JsonValue,
  type Provider,
  type ResolutionDetails,
  type TrackingEventDetails,
} from '@openfeature/server-sdk';
import type { Flags, FlagsStatus } from './flags.ts';

/** The flags stay the caller's to close. */
export class ShortlistProvider implements Provider {
  readonly metadata = { name: 'shortlist' };
  readonly runsOn = 'server';
  readonly events = new OpenFeatureEventEmitter();
  readonly #flags: Flags;
  #takeOff: () => void = () => undefined;

  constructor(flags: Flags) {
    this.#flags = flags;
  }

  async initialize(): Promise<void> {
    await this.#flags.ready;
    let { state } = this.#flags.status();
    let version = this.#flags.version();
    this.#takeOff = this.#flags.listen(() => {
      const now = this.#flags.status().state;
      if (now !== state) this.#tellState(now);
      if (this.#flags.version() !== version) this.events.emit(ProviderEvents.ConfigurationChanged);
      state = now;
      version = this.#flags.version();
    });
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
    const details = ofType(this.#flags.details(key, context), type);
    const { value, variant, reason, errorCode, errorMessage, metadata, ruleId, ruleTitle } = details;
    return {
      // `ofType` made sure of the type; without a value the code's default holds.
      value: value === undefined ? otherwise : (value as Value),
      reason,
      flagMetadata: { ...metadata, ...(ruleId !== null && { ruleId, ruleTitle: ruleTitle ?? '' }) },
      ...(variant !== null && { variant }),
      // The codes are OpenFeature's own.
      ...(errorCode !== null && { errorCode: ErrorCode[errorCode], errorMessage: errorMessage ?? '' }),
    };
  }
}
