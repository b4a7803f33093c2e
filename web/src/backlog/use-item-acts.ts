// How things are done to items: what needs no dialog is sent at once. `item-commands.ts` says what there is and when.
import { stageOf } from '@shortlist/domain/backlog/counted.ts';
import type { EntityOf } from '@shortlist/domain/entities.ts';
import { canBeGiven } from '@shortlist/domain/workspace/may-be-given.ts';
import { stepOf } from '@shortlist/domain/workspace/workflow.ts';
import { useLayoutEffect, useRef, useState } from 'react';
import { copyLink } from '../app/copy-link.ts';
import { act, actAll, notifyRefused } from '../app/notify.ts';
import { useMay } from '../app/use-may.ts';
import { useMe } from '../app/use-me.ts';
import { itemHref } from '../app/use-open-item.ts';
import { useFeature } from '../feature/use-feature.ts';
import { followActs } from '../notice/follow-acts.ts';
import type { FollowActs } from '../notice/follow-commands.ts';
import type { LinkWay } from '../link/link-ways.ts';
import { isStory, nameOf, said, type Story, type Team, type Work } from '../story/item.ts';
import { useWorks } from '../story/use-works.ts';
import { useView } from '../sync/use-store.ts';
import { isTextField } from '../ui/key-presses.ts';
import { positionPastNeighbour } from './backlog-order.ts';
import { expectedNo, gateNoOf, type GateNo } from './gate-refusal.ts';
import { actAllInRoom } from './make-room.ts';
import { useMayMove } from './use-may-move.ts';
import { useWindow } from './use-window.ts';

/** The question that is open. */
export type Asked =
  | { readonly kind: 'commit'; readonly work: Work; readonly no: GateNo }
  | { readonly kind: 'not_ready'; readonly work: Work }
  | { readonly kind: 'drop'; readonly works: readonly Work[] }
  | { readonly kind: 'collaborators'; readonly works: readonly Work[] }
  | { readonly kind: 'split'; readonly work: Work }
  | { readonly kind: 'link'; readonly work: Work; readonly way: LinkWay };

export interface MoveTo {
  /** The answer when moving to Done. */
  readonly verified?: boolean;
  /** Among the open items of the team; absent: where they are. */
  readonly position?: number | undefined;
}

export interface ItemActs {
  readonly team: Team;
  readonly mayMove: boolean;
  readonly mayShape: boolean;
  readonly maySplit: boolean;
  readonly meId: string;
  /** Who may own an item; oneself first. */
  readonly people: readonly EntityOf<'member'>[];
  readonly asked: Asked | null;
  readonly ask: (asked: Asked | null) => void;
  /** Commits what is ready and fits; else says what is missing, or asks what should leave. */
  readonly commit: (work: Work) => Promise<void>;
  /** Commits as many as are ready and fit, in order, and says why the rest were not. */
  readonly commitAll: (works: readonly Work[]) => void;
  readonly moveTo: (works: readonly Work[], stepId: string, how?: MoveTo) => void;
  /** Past its neighbour in the same step; -1 is up. */
  readonly moveBy: (work: Work, by: -1 | 1) => void;
  readonly sendBack: (works: readonly Work[]) => void;
  readonly reopen: (works: readonly Work[]) => void;
  /** From refinement back to the parking lot. */
  readonly park: (works: readonly Work[]) => void;
  readonly assignToMe: (works: readonly Work[]) => void;
  /** Says that one has read a story, or its design. */
  readonly read: (work: Work, as: 'reader' | 'design') => void;
  readonly copyLink: (work: Work) => void;
  readonly following: FollowActs;
  readonly edit: (works: readonly Work[], fields: Partial<Pick<Story, 'size' | 'ownerId'>>, done: string) => void;
}

export function useItemActs(team: Team): ItemActs {
  const [asked, ask] = useState<Asked | null>(null);
  const me = useMe();
  const mayMove = useMayMove(team);
  const mayShape = useMay('shape');
  const hasSplitting = useFeature('story-splitting');
  const { value: window, refetch } = useWindow(team.id);

  const people = useView(
    (read) =>
      read
        .all('member')
        .filter((member) => canBeGiven(member, 'shape'))
        .toSorted((a, b) => Number(b.id === me.id) - Number(a.id === me.id) || a.name.localeCompare(b.name)),
    [me.id],
  );
  const shown = useWorks(team.id);
  const latest = useRef(shown);
  useLayoutEffect(() => {
    latest.current = shown;
  }, [shown]);
  const commit = async (wanted: Work) => {
    await leaveField();
    const work = latest.current.find(({ id }) => id === wanted.id) ?? wanted;
    if (stageOf(work.placement, team) !== 'refinement') return undefined;
    if (!work.readiness.ready) return ask({ kind: 'not_ready', work });
    const no = window === undefined ? null : expectedNo(window);
    if (no !== null) return ask({ kind: 'commit', work, no });
    const sent = await act(
      'backlog.commit',
      { itemId: work.id, teamId: team.id },
      { done: `${nameOf(work.item)} is committed.`, quiet: true },
    );
    if (!('refused' in sent)) return undefined;
    refetch();
    const gateNo = gateNoOf(sent);
    if (gateNo !== null) ask({ kind: 'commit', work, no: gateNo });
    else if (sent.code === 'not_ready') ask({ kind: 'not_ready', work });
    else notifyRefused(sent);
    return undefined;
  };
  return {
    team,
    mayMove,
    mayShape,
    maySplit: mayShape && hasSplitting,
    meId: me.id,
    people,
    asked,
    ask,
    commit,
    commitAll: (works) =>
      void actAll(
        works.map(({ id }) => ({ name: 'backlog.commit', input: { itemId: id, teamId: team.id } })),
        (count) => said(works, count, 'is committed'),
      ),
    moveTo: (works, stepId, { verified, position } = {}) => {
      const step = stepOf(team, stepId);
      const moved = works.filter(({ placement }) => placement.stepId !== stepId || position !== undefined);
      void actAll(
        moved.map(({ id }) => ({
          name: 'backlog.move',
          input: { itemId: id, stepId, ...(verified !== undefined && { verified }), ...(position !== undefined && { position }) },
        })),
        (count) => said(moved, count, step?.category === 'done' ? 'is done' : `is in ${step?.name ?? ''}`),
      );
    },
    moveBy: (work, by) => {
      const position = positionPastNeighbour(latest.current, work.id, by);
      if (position !== null) void act('backlog.move', { itemId: work.id, position });
    },
    sendBack: (works) => {
      void actAllInRoom(
        works.map(({ id }) => ({ name: 'backlog.return', input: { itemId: id } })),
        (count) => said(works, count, 'is back in refinement'),
        team.id,
      );
    },
    reopen: (works) => {
      void actAllInRoom(
        works.map(({ id }) => ({ name: 'backlog.reopen', input: { itemId: id } })),
        (count) => said(works, count, 'is open again, in refinement'),
        team.id,
      );
    },
    park: (works) => {
      void actAll(
        works.map(({ id }) => ({ name: 'backlog.park', input: { itemId: id } })),
        (count) => said(works, count, 'is back in the parking lot'),
      );
    },
    read: ({ id, item }, as) => void act('story.read', { itemId: id, as }, { done: `You have read ${nameOf(item)}.` }),
    following: followActs,
    copyLink: ({ item }) => void copyLink(itemHref(item.handle)),
    assignToMe: (works) => editAll(works, { ownerId: me.id }, 'is yours'),
    edit: editAll,
  };
}

/** Leaves the field that is typed in, so that its words are saved, shown, and count for what is asked next. */
async function leaveField(): Promise<void> {
  const field = document.activeElement;
  if (!(field instanceof HTMLElement) || !isTextField(field)) return;
  field.blur();
  await new Promise((resolve) => {
    setTimeout(resolve);
  });
}

function editAll(works: readonly Work[], fields: Partial<Pick<Story, 'size' | 'ownerId'>>, done: string): void {
  void actAll(
    works.map(({ id, item }) => ({ name: isStory(item) ? 'story.edit' : 'task.edit', input: { itemId: id, ...fields } })),
    (count) => said(works, count, done),
  );
}
