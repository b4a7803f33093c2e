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

const states: readonly (readonly [string, ReleaseLadderProps])[] = [
  ['In the middle', ladder],
  ['At the bottom', { ...ladder, current: 'off', sentence: 'Nobody sees it.' }],
  ['At the top', { ...ladder, current: 'permanent', sentence: 'Everybody has it, and the flag is gone from the code.' }],
  ['Rules written by hand', { ...ladder, current: null, sentence: 'Rules written by hand say who sees it.' }],
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
        <ReleaseLadder {...ladder} />
      </Specimen>
    </SpecimenGroup>
  );
}
