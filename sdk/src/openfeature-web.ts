/** Shortlist as a provider of OpenFeature's web SDK, and so of its React SDK, on flags with a browser key. */
import type { FlagType } from '@shortlist/domain/flag/flag-words.ts';
import {
  OpenFeatureEventEmitter,
  ProviderEvents,
  type EvaluationContext,
  type JsonValue,
  type Provider,
  type ResolutionDetails,
} from '@openfeature/web-sdk';
import { FlagsProvider, type Told } from './openfeature-provider.ts';

/** Give it the flags of `createFlags` with a browser key; they stay yours to close. */
export class ShortlistWebProvider extends FlagsProvider implements Provider {
  readonly runsOn = 'client';
  readonly events = new OpenFeatureEventEmitter();

  async initialize(context: EvaluationContext = {}): Promise<void> {
    await Promise.all([this.begin(), this.flags.setContext(context)]);
  }

  async onContextChange(_old: EvaluationContext, context: EvaluationContext): Promise<void> {
    await this.flags.setContext(context);
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

  protected override tell(event: Told): void {
    this.events.emit(ProviderEvents[event]);
  }

  #resolve<Value>(key: string, type: FlagType, otherwise: Value): ResolutionDetails<Value> {
    // Its codes are OpenFeature's, as text.
    return this.answer(key, type, otherwise) as ResolutionDetails<Value>;
  }
}
