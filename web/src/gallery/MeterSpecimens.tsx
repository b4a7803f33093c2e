import { Badge } from '../ui/Badge.tsx';
import { WindowMeter, type MeterWords, type WindowMeterProps } from '../ui/signature/WindowMeter.tsx';
import { sampleSegments } from './sample-work.ts';
import { Specimen, SpecimenGroup } from './Specimen.tsx';

const words: MeterWords = {
  label: 'Window',
  of: 'of',
  after: 'done by 18 December at 85 %',
  status: { within: 'Within the window', near: 'Between 85 % and 50 %', over: 'Over the window' },
  basis: { declared: 'Declared, not measured', early: 'Early, 5 completions', measured: 'Measured, 85 %' },
  state: { inFlight: 'in progress', waiting: 'committed' },
  doneBy: (date) => `likely done by ${date}`,
  beyond: 'beyond the window',
  today: 'Today',
  windowEnd: (date) => `Window ends ${date}`,
  room: (count) => `Room for ${count}`,
};

export const normalMeter: WindowMeterProps = {
  segments: sampleSegments(8, 3),
  room: 3,
  over: 0,
  k: 11,
  n: 8,
  today: '2026-11-22',
  windowEnd: '2026-12-20',
  status: 'within',
  basis: 'measured',
  sentence: 'Room for 11 at 85 % in 28 days; you hold 8 (3 in flight, 5 waiting). Room for 3 more.',
  words: { ...words, after: 'done by 13 December at 85 %' },
  onOpen: () => undefined,
};

const states: readonly (readonly [string, WindowMeterProps])[] = [
  ['Normal', normalMeter],
  [
    'Empty',
    {
      ...normalMeter,
      segments: [],
      room: 11,
      n: 0,
      sentence: 'Room for 11 at 85 % in 28 days; nothing is committed yet.',
      words: { ...words, after: 'nothing committed yet' },
    },
  ],
  [
    'Full',
    {
      ...normalMeter,
      segments: sampleSegments(11, 4),
      room: 0,
      n: 11,
      sentence: 'Room for 11 at 85 % in 28 days; you hold 11 (4 in flight, 7 waiting). One more makes it 81 %.',
      words,
    },
  ],
  [
    'Near: one over, with a reason',
    {
      ...normalMeter,
      segments: sampleSegments(12, 4),
      room: 0,
      over: 1,
      n: 12,
      status: 'near',
      sentence: 'Room for 11 at 85 % in 28 days; you hold 12. The chance that all are done by 20 December is 81 %.',
      words: { ...words, after: 'done by 25 December at 85 %' },
      children: (
        <>
          <Badge tone="warn">Over by 1</Badge> Mara Lindqvist: the audit on 15 December needs it.
        </>
      ),
    },
  ],
  [
    'Over',
    {
      ...normalMeter,
      segments: sampleSegments(13, 4),
      room: 0,
      over: 4,
      k: 9,
      n: 13,
      status: 'over',
      sentence: 'Room for 9 at 85 % in 28 days; you hold 13. Flow has slowed: nothing leaves by itself, new commits wait.',
      words: { ...words, after: 'done by 2 January at 85 %' },
    },
  ],
  [
    'Declared rate, no dates',
    {
      ...normalMeter,
      segments: sampleSegments(3, 1, false),
      room: 4,
      k: 7,
      n: 3,
      basis: 'declared',
      sentence: 'You declared 3 items a week; 7 fit in 28 days with a margin. After 7 finished items the rate is measured.',
      words: { ...words, after: 'room for 4 more' },
    },
  ],
  [
    'Error: the forecast rests',
    {
      ...normalMeter,
      segments: sampleSegments(8, 3, false),
      problem:
        'Nothing was finished for 12 working days while 3 are in flight, so there are no dates. The last window, 11, stands.',
      words: { ...words, after: 'no dates now', status: { ...words.status, within: 'Forecast rests' } },
    },
  ],
];

export function MeterSpecimens() {
  return (
    <SpecimenGroup title="Window meter">
      {states.map(([state, props]) => (
        <Specimen key={state} state={state} bare>
          <WindowMeter {...props} words={{ ...props.words, label: `Window, ${state}` }} />
        </Specimen>
      ))}
      <Specimen state="Narrow" bare narrow>
        <WindowMeter {...normalMeter} words={{ ...normalMeter.words, label: 'Window, narrow' }} />
      </Specimen>
    </SpecimenGroup>
  );
}
