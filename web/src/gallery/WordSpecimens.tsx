// What stands around words: their editor, who else is there, what the check says of them, labels and what is picked or offered.
import { checkStory } from '@shortlist/domain/check/check-story.ts';
import { useState } from 'react';
import { Markdown } from '../app/Markdown.tsx';
import type { CheckContext } from '../check/check-commands.ts';
import { FindingWords } from '../check/FindingCard.tsx';
import { FindingList } from '../check/FindingList.tsx';
import { EditableMarkdown } from '../editor/EditableMarkdown.tsx';
import { MarkdownField } from '../editor/MarkdownField.tsx';
import { QueryProblems } from '../list/QueryProblems.tsx';
import { FieldMark } from '../presence/FieldPresence.tsx';
import { PresentAvatars } from '../presence/PresentPeople.tsx';
import { Chip } from '../ui/Badge.tsx';
import { PickField } from '../ui/PickField.tsx';
import { SuggestionList, SuggestionWords } from '../ui/SuggestionList.tsx';
import { TextField } from '../ui/TextField.tsx';
import { useSuggestions } from '../ui/use-suggestions.ts';
import styles from './Gallery.module.css';
import { Specimen, SpecimenGroup } from './Specimen.tsx';

const text = 'It is dark at the pier, and **nobody** answers.\n\n- [ ] ask the guard\n- [x] read the log of `Saturday`\n';

const { findings } = checkStory(
  {
    persona: 'A skipper who is late',
    need: 'cancel a berth with a red button in the top right corner',
    benefit: 'somebody else can have it',
  },
  { glossary: [], dismissals: {} },
);

const nothing = () => undefined;
const context: CheckContext = { current: null, mayShape: true, walk: nothing, repair: nothing, setAside: nothing };

const people = ['Ines Vogt', 'Tomas Lind', 'Sanna Ek', 'Jo Maas', 'Per Holm'].map((name) => ({ memberId: name, name }));

const labels = [
  ['teal', 'berths'],
  ['rose', 'night'],
  ['indigo', 'a label of several words'],
] as const;

export function WordSpecimens() {
  return (
    <SpecimenGroup title="Words and people">
      <TextSpecimens />
      <Specimen state="Who else is here: nobody, one, three, five">
        <div className={styles.row}>
          {[0, 1, 3, 5].map((count) => (
            <span key={count}>
              {count}: <PresentAvatars people={people.slice(0, count)} />
            </span>
          ))}
        </div>
      </Specimen>
      <Specimen state="Who is in a field: one, three">
        <MarkedFields />
      </Specimen>
      <FindingSpecimens />
      <PickSpecimens />
    </SpecimenGroup>
  );
}

function TextSpecimens() {
  const [words, setWords] = useState(text);
  const [typed, setTyped] = useState('');
  return (
    <>
      <Specimen state="A long text: read, with boxes to check; read by a viewer; empty">
        <EditableMarkdown
          heading="Problem"
          belongsHere="What is in the way."
          mayEdit
          text={words}
          maxLength={2000}
          onSave={setWords}
        />
        <Markdown text={words} />
        <EditableMarkdown
          heading="Approach"
          belongsHere="The engineers’ own."
          mayEdit
          text=""
          maxLength={2000}
          onSave={nothing}
        />
      </Specimen>
      <Specimen state="Its editor: empty, filled, with an error" narrow>
        <MarkdownField label="A comment" placeholder="Say something." maxLength={400} value={typed} onChange={setTyped} />
        <MarkdownField label="Problem" rows={4} maxLength={2000} value={words} onChange={setWords} />
        <MarkdownField label="Words" maxLength={10} value="too long" error="At most 10 characters." onChange={nothing} />
      </Specimen>
    </>
  );
}

function MarkedFields() {
  return (
    <div className={styles.fields}>
      <div className={styles.marked}>
        <TextField label="Need" defaultValue="cancel a berth" />
        <FieldMark names={['Tomas Lind']} />
      </div>
      <div className={styles.marked}>
        <TextField label="Benefit" defaultValue="somebody else can have it" />
        <FieldMark names={['Ines Vogt', 'Tomas Lind', 'Sanna Ek']} />
      </div>
    </div>
  );
}

function FindingSpecimens() {
  const [first] = findings;
  return (
    <Specimen state="What the check found: the card at the words, the list with one opened, what a filter does not know" narrow>
      {first !== undefined && <FindingWords finding={first} context={context} />}
      <FindingList
        findings={findings}
        current={first ?? null}
        wayFor={null}
        context={context}
        onChoose={nothing}
        onWay={nothing}
        onLeaveWay={nothing}
      />
      <QueryProblems
        listing={{
          typed: 'is:redy',
          setTyped: nothing,
          query: { problems: [{ from: 0, to: 7, message: '“is” knows no “redy”.', fix: 'is:ready' }] },
        }}
      />
    </Specimen>
  );
}

function PickSpecimens() {
  const [typed, setTyped] = useState('');
  const items = people.map(({ name }) => ({ id: name })).filter(({ id }) => id.toLowerCase().includes(typed.toLowerCase()));
  const walk = useSuggestions({ items: items.slice(0, 3), text: typed, onPick: ({ id }) => setTyped(id) });
  return (
    <Specimen state="Labels; picking one of many; suggestions beneath a field" narrow>
      <div className={styles.row}>
        {labels.map(([colour, name]) => (
          <Chip key={name} dot={`var(--label-${colour})`}>
            {name}
          </Chip>
        ))}
      </div>
      <PickField
        label="Who"
        typed={typed}
        onType={setTyped}
        items={items}
        onPick={({ id }) => setTyped(id)}
        empty="Nobody of that name."
      >
        {({ id }) => id}
      </PickField>
      <div className={styles.marked}>
        <TextField
          label="Persona"
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (walk.press(event)) event.preventDefault();
          }}
        />
        <SuggestionList walk={walk} label="Suggestions">
          {({ id }) => <SuggestionWords hint="3 stories">{id}</SuggestionWords>}
        </SuggestionList>
      </div>
    </Specimen>
  );
}
