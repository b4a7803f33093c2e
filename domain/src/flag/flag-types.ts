/** Types for the code that asks flags: a key that does not exist, or a value of another type, fails before it runs. */
import type { FlagType } from './flag-words.ts';
import { GENERATED_MARK } from './scan-text.ts';

export type TypedFlag = {
  readonly key: string;
  readonly type: FlagType;
  readonly title: string;
  readonly variants: Readonly<Record<string, unknown>>;
};

/** A TypeScript file: `FlagKey`, and `FlagValues` by key. Strings are the values of their variants; the same flags give the same bytes. */
export function flagTypesFile(flags: readonly TypedFlag[]): string {
  const sorted = flags.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const lines = sorted.map(
    (flag) => `  /** ${flag.title.replaceAll('*/', '* /')} */\n  readonly ${JSON.stringify(flag.key)}: ${typeOf(flag)};`,
  );
  return `// ${GENERATED_MARK}; do not edit.\nexport type FlagValues = {\n${lines.join('\n')}${lines.length > 0 ? '\n' : ''}};\n\nexport type FlagKey = keyof FlagValues;\n`;
}

function typeOf({ type, variants }: TypedFlag): string {
  if (type === 'object') return 'unknown';
  if (type !== 'string') return type;
  const values = [...new Set(Object.values(variants).map((value) => JSON.stringify(value)))];
  return values.length > 0 && values.length <= 20 ? values.toSorted((a, b) => (a < b ? -1 : 1)).join(' | ') : 'string';
}
