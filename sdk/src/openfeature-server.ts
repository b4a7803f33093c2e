/** Shortlist as a provider of OpenFeature's server SDK, on flags that are asked in process. */
import type { FlagType } from '@shortlist/domain/flag/flag-words.ts';
import {
  OpenFeatureEventEmitter,
  ProviderEvents,
  type EvaluationContext,
  type JsonValue,
  type Provider,
  type ResolutionDetails,
} from '@openfeature/server-sdk';
import { FlagsProvider, type Told } from './openfeature-provider.ts';

/** Give it the flags of `createFlags` with a server key; they stay yours to close. */
export class ShortlistProvider extends FlagsProvider implements Provider {
  readonly runsOn = 'server';
  readonly events = new OpenFeatureEventEmitter();

  async initialize(): Promise<void> {
    await this.begin();
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

  protected override tell(event: Told): void {
    this.events.emit(ProviderEvents[event]);
  }

  #resolve<Value>(key: string, type: FlagType, otherwise: Value, context: EvaluationContext): ResolutionDetails<Value> {
    // Its codes are OpenFeature's, as text.
    return this.answer(key, type, otherwise, context) as ResolutionDetails<Value>;
  }
}
