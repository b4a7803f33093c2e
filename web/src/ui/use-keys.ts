import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { KeyBinding } from './key-presses.ts';
import { addKeyScope, onKeysChange, singleKeysOn } from './keys.ts';

export interface UseKeysOptions {
  readonly exclusive?: 'singles' | 'all';
  /** Bound only while true; true when absent. */
  readonly active?: boolean;
}

/**
 * Binds keys while the component is shown. Bindings may be made anew in every render: what runs is always the latest,
 * and the registry changes only when a key, a label or `active` does.
 */
export function useKeys(name: string, bindings: readonly KeyBinding[], { exclusive, active = true }: UseKeysOptions = {}): void {
  const latest = useRef(bindings);
  useEffect(() => {
    latest.current = bindings;
  });
  const table = bindings.map(({ keys, label }) => `${keys}\t${label}`).join('\n');
  useEffect(() => {
    if (!active) return undefined;
    const lines = table === '' ? [] : table.split('\n');
    const steady = lines.map((line, index): KeyBinding => {
      const [keys = '', label = ''] = line.split('\t');
      return {
        keys,
        label,
        run: (event) => latest.current[index]?.run(event),
        when: () => latest.current[index]?.when?.() ?? true,
      };
    });
    return addKeyScope({ name, bindings: steady, ...(exclusive && { exclusive }) });
  }, [name, table, exclusive, active]);
}

/** Whether single keys are on. */
export function useSingleKeysOn(): boolean {
  return useSyncExternalStore(onKeysChange, singleKeysOn);
}
