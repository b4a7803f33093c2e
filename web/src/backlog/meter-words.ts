// What the window meter says around the server's own sentence.
import type { MeterWords } from '../ui/signature/WindowMeter.tsx';
import type { WindowView } from './use-window.ts';

export type MeterStatus = 'within' | 'near' | 'over';

/** `near` lies between the two lines; while the rate is only declared there is no second one. */
export function meterStatus({ n, k, k50 }: Pick<WindowView, 'n' | 'k' | 'k50'>): MeterStatus {
  if (n <= k) return 'within';
  return k50 === null || n <= k50 ? 'near' : 'over';
}

export function meterWords(window: WindowView, teamName: string): MeterWords {
  const level = `${Math.round(window.level * 100)} %`;
  const held = window.meter.split('; ')[1];
  return {
    label: `Window of ${teamName}`,
    of: 'of',
    after: window.n === 0 ? 'items; nothing is committed' : `items${held === undefined ? '' : `, ${held}`}`,
    status: {
      within: window.room === 0 ? 'Full' : 'Within the window',
      near: window.k50 === null ? 'Over what was declared' : `Over, between the ${level} and the 50 % line`,
      over: 'Over the window',
    },
    basis: {
      declared: 'Declared, not measured',
      early: `Early: ${window.sampleSize} completions`,
      measured: `${oneDecimal(window.weeklyRate)} a week, measured`,
    },
    state: { inFlight: 'in progress', waiting: 'committed' },
    doneBy: (date) => `likely done by ${date}`,
    beyond: 'beyond the window',
    today: 'Today',
    windowEnd: (date) => `Window ends ${date}`,
    room: (count) => `Room for ${count} more`,
  };
}

function oneDecimal(value: number): string {
  return String(Math.round(value * 10) / 10);
}
