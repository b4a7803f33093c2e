// The peers of the flag bench: each holds the same flag (a plan in a list, then three in ten of the users) in its own form, and answers for a user
// and a plan.
import { GrowthBookClient } from '@growthbook/growthbook';
import { FlagdCore } from '@openfeature/flagd-core';
import { OpenFeature, type JsonValue, type Provider, type ResolutionDetails } from '@openfeature/server-sdk';
import { EventEmitter } from 'node:events';
import { Unleash, UnleashEvents, type UnleashConfig } from 'unleash-client';

export type Peer = { readonly name: string; readonly isOn: (user: string, plan: string) => unknown };

/** The plans that the flag is for. */
export const plans = ['pro', 'team'];

export function peers(): Peer[] {
  return [flagdCore(), growthBook(), unleash()];
}

function flagdCore(): Peer {
  const core = new FlagdCore();
  const draw = { fractional: [{ cat: ['bench:', { var: 'targetingKey' }] }, ['on', 30], ['off', 70]] };
  const targeting = { if: [{ in: [{ var: 'plan' }, plans] }, draw, 'off'] };
  const checkout = { state: 'ENABLED', variants: { on: true, off: false }, defaultVariant: 'off', targeting };
  core.setConfigurations(JSON.stringify({ flags: { checkout } }));
  return {
    name: 'flagd-core',
    isOn: (user, plan) => core.resolveBooleanEvaluation('checkout', false, { targetingKey: user, plan }).value,
  };
}

function growthBook(): Peer {
  const client = new GrowthBookClient();
  const rules = [{ condition: { plan: { $in: plans } }, force: true, coverage: 0.3, hashAttribute: 'id' }];
  client.initSync({ payload: { features: { checkout: { defaultValue: false, rules } } } });
  return { name: 'GrowthBook', isOn: (user, plan) => client.isOn('checkout', { attributes: { id: user, plan } }) };
}

type Repository = NonNullable<UnleashConfig['repository']>;
type Feature = NonNullable<ReturnType<Repository['getToggle']>>;

/** Holds one feature, and fetches nothing. */
class OneFeature extends EventEmitter implements Repository {
  readonly #feature: Feature;
  constructor(feature: Feature) {
    super();
    this.#feature = feature;
  }
  getToggle(): Feature {
    return this.#feature;
  }
  getToggles(): Feature[] {
    return [this.#feature];
  }
  getTogglesWithSegmentData(): [] {
    return [];
  }
  getSegment(): undefined {
    return undefined;
  }
  stop(): void {
    this.removeAllListeners();
  }
  async start(): Promise<void> {
    await Promise.resolve();
  }
}

function unleash(): Peer {
  // The fields that a server sends; its type wants those that only the admin shows.
  const feature = {
    name: 'checkout',
    enabled: true,
    strategies: [
      {
        name: 'flexibleRollout',
        parameters: { rollout: '30', stickiness: 'userId', groupId: 'bench' },
        constraints: [{ contextName: 'plan', operator: 'IN', values: plans, inverted: false }],
      },
    ],
  } as unknown as Feature;
  const repository = new OneFeature(feature);
  const client = new Unleash({
    appName: 'bench',
    url: 'http://localhost/',
    repository,
    disableAutoStart: true,
    disableMetrics: true,
  });
  // Until then every answer is the fallback.
  repository.emit(UnleashEvents.Ready);
  return { name: 'unleash-client', isOn: (user, plan) => client.isEnabled('checkout', { userId: user, properties: { plan } }) };
}

/** The OpenFeature SDK around a constant: what its own machinery costs, whatever stands behind it. */
export async function openFeatureAroundAConstant(): Promise<Peer> {
  const answer = async <Value>(value: Value): Promise<ResolutionDetails<Value>> =>
    await Promise.resolve({ value, reason: 'STATIC' });
  const provider: Provider = {
    metadata: { name: 'constant' },
    resolveBooleanEvaluation: () => answer(true),
    resolveStringEvaluation: () => answer(''),
    resolveNumberEvaluation: () => answer(0),
    resolveObjectEvaluation: <Value extends JsonValue>(_key: string, value: Value) => answer(value),
  };
  await OpenFeature.setProviderAndWait(provider);
  const client = OpenFeature.getClient();
  return {
    name: 'OpenFeature SDK',
    isOn: (user, plan) => client.getBooleanValue('checkout', false, { targetingKey: user, plan }),
  };
}
