/** How a flag stands in one environment, in a word. No schemas. */
import { configIn, rungConfig } from '../ladder/rungs.ts';
import type { Environment } from '../environment/environment.ts';
import type { Flag } from './flag.ts';
import type { Serve } from './flag-definition.ts';
import { percentText } from './rule-sentences.ts';

/** `killed`: its rung says on, and somebody switched it off there. */
export type StandKind = 'off' | 'some' | 'on' | 'killed';

export interface FlagStand {
  readonly kind: StandKind;
  /** `Off`, `On`, `Killed`, `Rules`, or a share such as `25 %`. */
  readonly word: string;
}

export function flagStand(flag: Flag, environment: Pick<Environment, 'key' | 'isProduction'>): FlagStand {
  const { enabled, rules, fallthrough } = configIn(flag, environment.key);
  if (!enabled) {
    const isMeantOn = flag.rung !== 'custom' && rungConfig(flag, flag.rung, environment).enabled;
    const wasTouched = flag.environments[environment.key] !== undefined;
    return isMeantOn && wasTouched ? { kind: 'killed', word: 'Killed' } : { kind: 'off', word: 'Off' };
  }
  const serves = [...rules.map((rule) => rule.serve), fallthrough];
  if (serves.every((serve) => isOnly(serve, flag.offVariant))) return { kind: 'off', word: 'Off' };
  if (rules.length === 0 && 'variant' in fallthrough)
    return { kind: 'on', word: flag.type === 'boolean' ? 'On' : servedWord(fallthrough) };
  // The last split says the most: it is what everybody comes to whom no rule named.
  const share = serves
    .toReversed()
    .map((serve) => shareOf(serve, flag.onVariant))
    .find((one) => one !== null);
  return { kind: 'some', word: share ?? 'Rules' };
}

function servedWord(serve: Serve): string {
  return 'variant' in serve ? (serve.variant ?? 'Default') : 'Split';
}

function isOnly(serve: Serve, variant: string): boolean {
  return 'variant' in serve && serve.variant === variant;
}

function shareOf(serve: Serve, variant: string): string | null {
  if (!('split' in serve)) return null;
  const { weights } = serve.split;
  const total = weights.reduce((sum, { weight }) => sum + weight, 0);
  const own = weights.filter((one) => one.variant === variant).reduce((sum, { weight }) => sum + weight, 0);
  return total === 0 ? null : percentText(own, total);
}
