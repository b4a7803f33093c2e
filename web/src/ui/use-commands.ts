import { useEffect, useRef } from 'react';
import { actsOf, type Command, type CommandSet } from './command.ts';
import { addKeyScope, type KeyScope } from './keys.ts';
import type { KeyBinding } from './key-presses.ts';
import { perform } from './questions.ts';

export interface UseCommandsOptions {
  /** Offered only while true; true when absent. */
  readonly active?: boolean;
}

/**
 * Offers the commands of a set while the component is shown: their keys are bound, and the palette finds them. `contextOf`
 * says what they would act on when a key is pressed or the palette opens; null means on nothing now.
 */
export function useCommands<Context>(
  set: CommandSet<Context>,
  contextOf: () => Context | null,
  { active = true }: UseCommandsOptions = {},
): void {
  const latest = useRef(contextOf);
  useEffect(() => {
    latest.current = contextOf;
  });
  useEffect(() => (active ? addKeyScope(scopeOf(set, () => latest.current())) : undefined), [set, active]);
}

function scopeOf<Context>(set: CommandSet<Context>, contextOf: () => Context | null): KeyScope {
  return {
    name: set.name,
    bindings: set.commands.flatMap((command) => bindingsOf(command, contextOf)),
    ...(set.scope === 'screen' && { exclusive: 'singles' }),
    below: set.scope === 'everywhere',
    offer: () => {
      const context = contextOf();
      if (context === null) return null;
      const offered = { ...set, commands: set.commands.filter(({ notInPalette }) => notInPalette === undefined) };
      return { title: set.titleOf?.(context) ?? null, acts: actsOf(offered, context) };
    },
  };
}

function bindingsOf<Context>(command: Command<Context>, contextOf: () => Context | null): readonly KeyBinding[] {
  const { name, keys = [], onFullScreen = false, when, run } = command;
  const mayRun = () => {
    const context = contextOf();
    return context !== null && (when === undefined || when(context));
  };
  return keys.map((key) => ({
    keys: key,
    onFullScreen,
    when: mayRun,
    get label() {
      const context = contextOf();
      if (typeof name === 'string') return name;
      return context === null ? '' : name(context);
    },
    run: () => {
      const context = contextOf();
      if (context !== null) perform({ run: () => run(context) });
    },
  }));
}
