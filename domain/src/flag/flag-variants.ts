/** Whether a flag’s variants are of its type, and whatever is served is one of them. */
import { refuse, type Refusal } from '../refusal.ts';
import type { Flag } from './flag.ts';

/** Null, or why on, off and the values are not what the flag says. */
export function checkVariants(flag: Flag): Refusal | null {
  for (const name of [flag.onVariant, flag.offVariant]) {
    if (!Object.hasOwn(flag.variants, name)) return noVariant(flag, name);
  }
  if (flag.onVariant === flag.offVariant) return refuse('conflict', 'On and off are the same variant. Name two.');
  for (const [name, value] of Object.entries(flag.variants)) {
    const type = value !== null && typeof value === 'object' ? 'object' : typeof value;
    if (type !== flag.type)
      return refuse('conflict', `The variant ${name} is no ${flag.type}. Every variant has the flag’s type.`);
  }
  return null;
}

/** Every variant that some environment may serve is one the flag has. */
export function checkServed(flag: Flag): Refusal | null {
  for (const config of Object.values(flag.environments)) {
    const serves = [...config.rules.map((rule) => rule.serve), config.fallthrough, { variant: config.offVariant }];
    for (const serve of serves) {
      const names =
        'variant' in serve
          ? [serve.variant]
          : [serve.split.weights, ...(serve.split.steps ?? []).map((step) => step.weights)].flat().map((one) => one.variant);
      const unknown = names.find((name) => name !== null && !Object.hasOwn(flag.variants, name));
      if (unknown != null) return noVariant(flag, unknown);
    }
  }
  return null;
}

function noVariant(flag: Flag, name: string): Refusal {
  const names = Object.keys(flag.variants).join(', ');
  return refuse('conflict', `${flag.key} has no variant ${name}. It has ${names}.`);
}
