// The palette: every act on what is chosen, every place and everything with a name, by a few letters.
import { nameRanking, type RankedName } from '@shortlist/domain/search/name-rank.ts';
import { Autocomplete } from '@base-ui/react/autocomplete';
import { useEffect, useMemo, useState, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { noteUse, recentUses } from '../app/recent-uses.ts';
import { readNow, useView } from '../sync/use-store.ts';
import type { Question } from '../ui/command.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import type { Offer } from '../ui/keys.ts';
import { ask } from '../ui/questions.ts';
import { entitiesOf, everyEntity, type Findable, type FoundEntity } from './entity-index.ts';
import styles from './Palette.module.css';
import { actEntries, choiceEntries, entityEntry, grouped, type PaletteEntry, type PaletteGroup } from './palette-entry.ts';

export interface PaletteProps {
  /** What could be done when it was opened: take it before, since the palette hides all keys. */
  readonly offers: readonly Offer[];
  /** The ways that have no key: places of other teams, parts of the settings. */
  readonly ways: readonly Findable<PaletteEntry>[];
  readonly onGoTo: (found: FoundEntity) => void;
  readonly onClose: () => void;
}

/** Twice what has room: who does not see it there types another letter, and each line costs at each letter. */
const mostFound = 24;
/** Of what was used lately, how much is looked at, and how much of it is shown. */
const mostRecent = 12;
const mostOpened = 5;
const none: readonly Findable<FoundEntity>[] = [];

export function Palette({ offers, ways, onGoTo, onClose }: PaletteProps) {
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState<readonly Question[]>([]);
  const question = asked.at(-1);
  const subject = offers.find((offer) => offer.title !== null)?.title ?? null;
  const acts = useMemo(() => [...actEntries(offers, subject), ...ways], [offers, subject, ways]);
  const [recent] = useState(recentUses);
  const [rankings] = useState(() => ({ acts: nameRanking<PaletteEntry>(), entities: nameRanking<FoundEntity>() }));
  const isLooking = typed.trim() !== '' && question === undefined;
  // What was opened lately needs no more than itself; everything is made ready while the first letter is still on its way.
  const lately = useView((read) => entitiesOf(read, recent.slice(0, mostRecent)).slice(0, mostOpened), [recent]);
  const entities = useView((read) => (isLooking ? everyEntity(read) : none), [isLooking]);
  useEffect(() => {
    const soon = setTimeout(() => readNow(everyEntity));
    return () => clearTimeout(soon);
  }, []);
  const groups = useMemo(() => {
    if (question !== undefined) return chosenFrom(question, typed);
    if (!isLooking) {
      const opened = lately.map((entity) => entityEntry(entity, onGoTo, 'Opened lately'));
      return grouped([...acts.map(({ entry }) => entry), ...opened]);
    }
    return grouped(
      best([
        rankings.acts(acts, typed, recent, mostFound),
        rankings
          .entities(entities, typed, recent, mostFound)
          .map(({ entry, score }) => ({ entry: entityEntry(entry, onGoTo), score })),
      ]),
    );
  }, [question, isLooking, acts, entities, lately, typed, recent, rankings, onGoTo]);
  const title = question?.title ?? 'Find and do';

  const back = () => {
    setTyped('');
    setAsked((questions) => questions.slice(0, -1));
  };
  const choose = (entry: PaletteEntry) => {
    if (question === undefined) noteUse(entry.id);
    // What asks something first asks it here. All else acts on the page, which must have its focus back.
    const asks = question !== undefined || entry.name.endsWith('…');
    if (!asks) flushSync(onClose);
    const next = entry.run();
    if (next === undefined) return asks ? onClose() : undefined;
    if (!asks) return ask(next);
    setTyped('');
    return setAsked((questions) => [...questions, next]);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Backspace' && typed === '' && question !== undefined) back();
  };

  return (
    <Dialog open title={title} hideTitle onClose={question === undefined ? onClose : back}>
      <div className={styles.palette}>
        <Autocomplete.Root
          inline
          open
          mode="none"
          filter={null}
          autoHighlight="always"
          keepHighlight
          items={groups}
          value={typed}
          onValueChange={(value, { reason }) => {
            if (reason === 'input-change' || reason === 'input-clear') setTyped(value);
          }}
          itemToStringValue={(entry: PaletteEntry) => entry.name}
        >
          <div className={styles.top}>
            {question === undefined && subject !== null && <p className={styles.subject}>On {subject}</p>}
            {question !== undefined && <p className={styles.subject}>{question.title}</p>}
            <Autocomplete.Input
              aria-label={title}
              placeholder={question === undefined ? 'Do something, go somewhere, find anything' : 'Choose'}
              className={styles.input}
              data-focus-first
              onKeyDown={press}
            />
          </div>
          {question?.note !== undefined && <p className={styles.note}>{question.note}</p>}
          <Autocomplete.Empty className={styles.empty}>
            {typed === '' ? null : `Nothing here is called “${typed}”.`}
          </Autocomplete.Empty>
          <Autocomplete.List className={styles.list} aria-label={title}>
            {(group: PaletteGroup) => (
              <Autocomplete.Group key={group.name} items={group.items} className={styles.group}>
                {group.name !== '' && <Autocomplete.GroupLabel className={styles.heading}>{group.name}</Autocomplete.GroupLabel>}
                <Autocomplete.Collection>
                  {(entry: PaletteEntry) => (
                    <Autocomplete.Item key={entry.id} value={entry} className={styles.item} onClick={() => choose(entry)}>
                      {entry.handle !== undefined && <span className={styles.handle}>{entry.handle}</span>}
                      <span className={styles.name}>{entry.name}</span>
                      {entry.isCurrent === true && <span className={styles.detail}>now</span>}
                      {entry.detail !== undefined && <span className={styles.detail}>{entry.detail}</span>}
                      {entry.keys !== undefined && (
                        <span aria-hidden="true">
                          <Kbd keys={entry.keys} look="bare" />
                        </span>
                      )}
                    </Autocomplete.Item>
                  )}
                </Autocomplete.Collection>
              </Autocomplete.Group>
            )}
          </Autocomplete.List>
        </Autocomplete.Root>
      </div>
    </Dialog>
  );
}

function chosenFrom(question: Question, typed: string): readonly PaletteGroup[] {
  const choices = choiceEntries(question);
  const found = typed === '' ? choices : nameRanking<PaletteEntry>()(choices, typed, [], choices.length);
  return grouped(found.map(({ entry }) => entry));
}

/** The best of all, the best first. */
function best(ranked: readonly (readonly RankedName<PaletteEntry>[])[]): readonly PaletteEntry[] {
  return ranked
    .flat()
    .toSorted((a, b) => b.score - a.score)
    .slice(0, mostFound)
    .map(({ entry }) => entry);
}
