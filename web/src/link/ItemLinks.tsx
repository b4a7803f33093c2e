// What an item is linked to, both ways, with where each stands; and where it is mentioned.
import { linkWords } from '@shortlist/domain/link/link-kinds.ts';
import { Link2, X } from 'lucide-react';
import { useMemo } from 'react';
import { act } from '../app/notify.ts';
import { itemHref } from '../app/use-open-item.ts';
import type { ItemActs } from '../backlog/use-item-acts.ts';
import { FieldLabel } from '../story/FieldLabel.tsx';
import type { Placement, Team, Work } from '../story/item.ts';
import { itemCommands } from '../story/item-commands.ts';
import { standsIn } from '../story/StageBadge.tsx';
import { useQuery, type RefreshOn } from '../sync/use-query.ts';
import { useAll, useBy } from '../sync/use-store.ts';
import { ActButton } from '../ui/ActButton.tsx';
import { IconButton } from '../ui/Button.tsx';
import { classNames } from '../ui/class-names.ts';
import { actNamed } from '../ui/command.ts';
import { Handle } from '../ui/Handle.tsx';
import { Section } from '../ui/Section.tsx';
import styles from './ItemLinks.module.css';
import { Mentions } from './Mentions.tsx';

export function ItemLinks({ work, acts }: { readonly work: Work; readonly acts: ItemActs }) {
  const links = useShownLinks(work.placement.id);
  const teams = useAll('team');
  const add = actNamed(itemCommands, 'item.link', { acts, works: [work] });
  return (
    <>
      {(links.length > 0 || add !== null) && (
        <Section
          label="Links"
          heading={
            <FieldLabel field="blockedBy" mayEdit={add !== null}>
              Links
            </FieldLabel>
          }
          count={links.length > 0 && links.length}
          action={<ActButton act={add} size="small" variant="plain" wordsAt="end" icon={<Link2 size={14} />} />}
        >
          {links.length === 0 && <p className={styles.quiet}>Nothing blocks it, and nothing waits for it.</p>}
          <ul>
            {links.map(({ id, words, other, mayGo }) => (
              <li key={id} className={classNames(styles.link, hasEnded(other.placement) && styles.ended)}>
                <span className={styles.words}>{words}</span>
                <a href={itemHref(other.handle)} className={styles.other}>
                  <Handle text={other.handle} />
                  <span className={styles.title}>{other.title}</span>
                </a>
                <span className={styles.stands}>{standing(other.placement, teams)}</span>
                {acts.mayShape && mayGo && (
                  <IconButton
                    label={`Take away: ${words} ${other.handle}`}
                    size="small"
                    icon={<X size={14} />}
                    onClick={() => void act('link.remove', { linkId: id }, { done: `The link to ${other.handle} is gone.` })}
                  />
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Mentions subjectId={work.id} handle={work.item.handle} />
    </>
  );
}

interface ShownLink {
  readonly id: string;
  /** "blocked by": what the item is to the other. */
  readonly words: string;
  readonly other: { readonly handle: string; readonly title: string; readonly placement: Placement };
  /** Where it was split from is what happened: it is not taken away. */
  readonly mayGo: boolean;
}

/** Live from the store; what it lacks (items that ended long ago) as the server answers it. What holds the item up first. */
function useShownLinks(itemId: Placement['id']): readonly ShownLink[] {
  const from = useBy('link', 'fromId', itemId);
  const to = useBy('link', 'toId', itemId);
  const stories = useAll('story');
  const tasks = useAll('task');
  const placements = useAll('placement');
  const { value } = useQuery('link.list', { itemId }, { refreshOn: onLinks });
  return useMemo(() => {
    const items = new Map([...stories, ...tasks].map((item) => [item.id, item]));
    const placed = new Map(placements.map((placement) => [placement.id, placement]));
    const asked = new Map(value?.items.map(({ link, other }) => [link.id, other]));
    // The item itself may have ended long ago: then its links are not in the store.
    const links = from.length + to.length > 0 ? [...from, ...to] : (value?.items.map(({ link }) => link) ?? []);
    return links
      .flatMap((link): readonly ShownLink[] => {
        const isFrom = link.fromId === itemId;
        const otherId = isFrom ? link.toId : link.fromId;
        const [item, placement] = [items.get(otherId), placed.get(otherId)];
        const other = item !== undefined && placement !== undefined ? { ...item, placement } : asked.get(link.id);
        if (other === undefined) return [];
        const words = linkWords[link.kind][isFrom ? 'from' : 'to'].replace(/^(is|was) /, '');
        return [{ id: link.id, words, other, mayGo: link.kind !== 'splitFrom' }];
      })
      .toSorted((a, b) => wordOrder.indexOf(a.words) - wordOrder.indexOf(b.words) || (a.id < b.id ? -1 : 1));
  }, [from, to, stories, tasks, placements, value, itemId]);
}

const onLinks: RefreshOn = ['link'];
const wordOrder = ['blocked by', 'blocks', 'duplicates', 'duplicated by', 'related to', 'split from', 'split into'];

function hasEnded({ doneAt, droppedAt }: Placement): boolean {
  return doneAt !== null || droppedAt !== null;
}

function standing(placement: Placement, teams: readonly Team[]): string {
  const team = teams.find(({ id }) => id === placement.teamId);
  return team === undefined ? '' : standsIn(placement, team);
}
