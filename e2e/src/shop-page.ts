// Pages of a product as its people write them: flags by OpenFeature, with its own provider for OFREP as it was published, and by
// its React SDK. Bundled for the journeys that open them.
import { OFREPWebProvider } from '@openfeature/ofrep-web-provider';
import {
  OpenFeature,
  OpenFeatureProvider,
  ProviderEvents,
  useBooleanFlagValue,
  type EvaluationContext,
  type Provider,
} from '@openfeature/react-sdk';
import { createElement, useLayoutEffect, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';

interface Shop {
  readonly url: string;
  readonly flag: string;
  /** Browser keys by environment; each environment is a domain of OpenFeature's. */
  readonly keys: Readonly<Record<string, string>>;
}

interface Sight {
  readonly isOn: boolean;
  /** When it was first seen so, in milliseconds since 1970. */
  readonly at: number;
}

const sights = new Map<string, Sight>();

/** What was last seen in an environment. */
function sightIn(environment: string): Sight | undefined {
  return sights.get(environment);
}

function see(environment: string, isOn: boolean): void {
  if (sights.get(environment)?.isOn !== isOn) sights.set(environment, { isOn, at: Date.now() });
}

/** Somebody else sits in front of the page, or says more of themselves. */
async function become(environment: string, context: EvaluationContext): Promise<void> {
  await OpenFeature.setContext(environment, context);
}

async function connect({ url, keys }: Shop): Promise<void> {
  for (const [environment, key] of Object.entries(keys)) {
    const provider = new OFREPWebProvider({ baseUrl: url, headers: [['authorization', `Bearer ${key}`]] });
    // Their own types do not fit each other under exactOptionalPropertyTypes.
    await OpenFeature.setProviderAndWait(environment, provider as Provider);
  }
}

/** A page without a framework. */
async function openPlain(shop: Shop): Promise<void> {
  await connect(shop);
  for (const environment of Object.keys(shop.keys)) {
    const client = OpenFeature.getClient(environment);
    const look = (): void => see(environment, client.getBooleanValue(shop.flag, false));
    client.addHandler(ProviderEvents.ConfigurationChanged, look);
    client.addHandler(ProviderEvents.ContextChanged, look);
    look();
  }
}

/** A page of React, which shows what it was given. */
async function openReact(shop: Shop): Promise<void> {
  await connect(shop);
  const environments = Object.keys(shop.keys).map((environment) =>
    createElement(
      OpenFeatureProvider,
      { key: environment, domain: environment },
      createElement(Feature, { environment, flag: shop.flag }),
    ),
  );
  createRoot(document.body).render(environments);
}

function Feature({ environment, flag }: { readonly environment: string; readonly flag: string }): ReactElement {
  const isOn = useBooleanFlagValue(flag, false);
  // After it is on the page, before it is painted.
  useLayoutEffect(() => see(environment, isOn));
  return createElement('p', null, `${environment}: ${isOn ? 'on' : 'off'}`);
}

// What the journeys call in these pages.
Object.assign(globalThis, { shop: { sightIn, become, openPlain, openReact } });
