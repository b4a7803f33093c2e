import { ReleaseLadder, type ReleaseLadderProps } from '../ui/signature/ReleaseLadder.tsx';
import { Specimen, SpecimenGroup } from './Specimen.tsx';

const ladder: ReleaseLadderProps = {
  rungs: [
    { id: 'off', label: 'Off', who: 'Nobody' },
    { id: 'development', label: 'Development', who: 'Everybody outside production' },
    { id: 'internal', label: 'Internal', who: 'We ourselves, in production' },
    { id: 'beta', label: 'Beta', who: 'Chosen customers too' },
    { id: 'gradual', label: 'Gradual', who: 'A share of all customers too' },
    { id: 'everyone', label: 'Everyone', who: 'Everybody' },
    { id: 'permanent', label: 'Permanent', who: 'Everybody, and the flag is gone from the code' },
  ],
  current: 'beta',
  sentence: 'We ourselves and 3 chosen customers see it in Production.',
  words: { label: 'Release ladder', now: 'now', climb: 'Climb to', stepDown: 'Step down to' },
  onMove: () => undefined,
};

const onGradual = { ...ladder, current: 'gradual' };

/** What each rung says of who sees it. */
const sentences: Readonly<Record<string, string>> = {
  off: 'Nobody sees it.',
  development: 'Everybody sees it in Development and Staging, and nobody in Production.',
  internal: 'We ourselves see it in Production, and no customer does.',
  beta: 'We ourselves and 3 chosen customers see it in Production.',
  gradual: 'We ourselves, 3 chosen customers and 25 % of customers see it in Production.',
  everyone: 'Everybody sees it in Production.',
  permanent: 'Everybody has it, and the flag is gone from the code.',
};

const states: readonly (readonly [string, ReleaseLadderProps])[] = [
  ...ladder.rungs.map(({ id, label }): readonly [string, ReleaseLadderProps] => [
    `On ${label}`,
    { ...ladder, current: id, sentence: sentences[id] },
  ]),
  ['Climbing by schedule', { ...onGradual, sentence: `${sentences['gradual']} It climbs to 50 % of customers on 3 Dec.` }],
  [
    'The climb is halted',
    { ...onGradual, sentence: `${sentences['gradual']} The climb was halted: BUG-3 has risk 16. Somebody has to let it go on.` },
  ],
  [
    'A guard does not hold',
    {
      ...ladder,
      current: 'internal',
      sentence: sentences['internal'],
      holds: '2 findings are open, and 1 criterion is not verified: Beta asks about both.',
    },
  ],
  [
    'Others may climb in production',
    {
      ...ladder,
      current: 'internal',
      sentence: sentences['internal'],
      cannotClimb: 'Only members of Harbour climb in Production. Ask one of them; stepping down is free to you.',
    },
  ],
  ['Rules written by hand', { ...ladder, current: null, sentence: 'Rules written by hand say who sees it.' }],
  [
    'Without a flag',
    {
      ...ladder,
      rungs: ladder.rungs.filter(({ id }) => id === 'off' || id === 'everyone'),
      current: 'off',
      sentence: 'Nobody has it yet. No flag, because: A text in the footer',
    },
  ],
  ['A move on its way', { ...ladder, isMoving: true }],
  ['Only to be read', { ...ladder, onMove: undefined }],
];

export function LadderSpecimens() {
  return (
    <SpecimenGroup title="Release ladder">
      {states.map(([state, props]) => (
        <Specimen key={state} state={state}>
          <ReleaseLadder {...props} />
        </Specimen>
      ))}
      <Specimen state="On a phone" narrow>
        <ReleaseLadder {...ladder} holds="2 findings are open: Beta asks about them." />
      </Specimen>
    </SpecimenGroup>
  );
}
