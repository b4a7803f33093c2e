/** Telling people what others did, and how they stand to what they follow. */
import { memberOf, put, remove, type Change, type Decision, type DecisionContext } from '../decision.ts';
import type { Id } from '../ids.ts';
import type { ParsedInputOf } from '../operations.ts';
import { refuse } from '../refusal.ts';
import { roleMay, type Role } from '../workspace/roles.ts';
import { meaningOf, type Around, type Seen } from './happening.ts';
import type { NoticeKind } from './notice-kinds.ts';
import { channelOf } from './notice-channels.ts';
import type { Follower, Following, Notice, NoticeSettings } from './notice.ts';

type PersonId = Id<'person'>;

/** What an idea, a work item or a flag is to people. */
export interface Subject {
  readonly id: string;
  readonly kind: 'idea' | 'item' | 'flag';
  /** The suggester of an idea, the owner of an item; a flag names whom it concerns itself. */
  readonly personId: PersonId | null;
}

/** One change of the feed and what is around it. */
export interface Happening extends Around {
  readonly seq: number;
  readonly at: string;
  readonly byId: PersonId | null;
  readonly subject: Subject;
  /** Null for a change that means nothing by itself, but may have made the story ready. */
  readonly seen: Seen | null;
  readonly becameReady: boolean;
}

export interface TellState {
  /** Changes in order. */
  readonly happenings: readonly Happening[];
  /** How far the feed was read. */
  readonly follower: Follower;
  readonly members: readonly { readonly id: PersonId; readonly role: Role; readonly removedAt: string | null }[];
  /** Of all subjects that happen. */
  readonly followings: readonly Following[];
  /** Of those who chose something. */
  readonly settings: readonly Pick<NoticeSettings, 'id' | 'channels'>[];
  /** Stories that are or are not ready otherwise than when they were last looked at. */
  readonly ready: readonly { readonly storyId: Id<'item'>; readonly isReady: boolean }[];
  /** Unread notices of decisions that were taken back. */
  readonly withdrawn: readonly Notice[];
}

export interface Told {
  /** Whose notices or followings are others now. */
  readonly memberIds: PersonId[];
}

/**
 * Makes the notices of what happened: for each member at most one of a change, never of one's own act, never for who muted
 * it, and for who may not read the workspace only of their own ideas.
 */
export function tellNotices(state: TellState, context: DecisionContext): Decision<Told> {
  const standing = new Map(state.followings.map((one) => [`${one.subjectId} ${one.memberId}`, one]));
  const members = new Map(state.members.filter(({ removedAt }) => removedAt === null).map((member) => [member.id, member]));
  const chosen = new Map(state.settings.map((one) => [one.id, one.channels]));
  const joined: Following[] = [];
  const notices: Notice[] = [];
  for (const happening of state.happenings) {
    const meaning = happening.seen === null ? null : meaningOf(happening.seen, happening.byId, happening);
    for (const memberId of meaning?.joins ?? []) {
      const key = `${happening.subject.id} ${memberId}`;
      if (standing.has(key) || !members.has(memberId)) continue;
      const id = context.newId('following', joined.length);
      const following: Following = {
        id,
        memberId,
        subjectId: happening.subject.id,
        state: 'following',
        since: happening.at,
      };
      standing.set(key, following);
      joined.push(following);
    }
    for (const [memberId, kind] of addressed(happening, meaning, [...standing.values()])) {
      const member = members.get(memberId);
      const isMuted = standing.get(`${happening.subject.id} ${memberId}`)?.state === 'muted';
      if (member === undefined || isMuted || memberId === happening.byId) continue;
      if (channelOf(chosen.get(memberId), kind) === 'none') continue;
      if (!maySee(member, happening.subject) || !mayHear(member.role, kind)) continue;
      notices.push({
        id: context.newId('notice', notices.length),
        memberId,
        kind,
        subjectId: happening.subject.id,
        seq: happening.seq,
        byId: happening.byId,
        words: kind === 'ready' ? '' : (meaning?.words ?? ''),
        at: happening.at,
        readAt: null,
      });
    }
  }
  const changes: Change[] = [
    put('follower.moved', 'follower', state.follower),
    ...joined.map((following) => put('following.joined', 'following', following)),
    ...state.ready.map(({ storyId, isReady }) =>
      isReady
        ? put('story.told_ready', 'toldReady', { id: storyId, at: context.now })
        : remove('story.told_ready', 'toldReady', storyId),
    ),
    ...state.withdrawn.map(({ id }) => remove('notice.withdrawn', 'notice', id)),
    ...notices.map((notice) => put('notice.made', 'notice', notice)),
  ];
  const memberIds = [...new Set([...notices, ...joined, ...state.withdrawn].map(({ memberId }) => memberId))];
  return { changes, value: { memberIds } };
}

/** Each member with the most personal kind that fits. */
function addressed(
  { subject, becameReady }: Happening,
  meaning: ReturnType<typeof meaningOf> | null,
  standing: readonly Following[],
): ReadonlyMap<PersonId, NoticeKind> {
  const kinds = new Map<PersonId, NoticeKind>();
  const add = (memberId: PersonId, kind: NoticeKind) => {
    if (!kinds.has(memberId)) kinds.set(memberId, kind);
  };
  for (const { memberId, kind } of meaning?.named ?? []) add(memberId, kind);
  if (meaning?.owner != null && subject.personId !== null) add(subject.personId, meaning.owner);
  const followers = standing.filter(({ subjectId, state }) => subjectId === subject.id && state === 'following');
  const toFollowers = [meaning?.followers ?? null, becameReady ? 'ready' : null] as const;
  for (const kind of toFollowers) {
    if (kind === null) continue;
    if (subject.personId !== null) add(subject.personId, kind);
    for (const { memberId } of followers) add(memberId, kind);
  }
  return kinds;
}

function maySee({ id, role }: { readonly id: PersonId; readonly role: Role }, subject: Subject): boolean {
  return roleMay(role, 'read') || (subject.kind === 'idea' && subject.personId === id);
}

/** Who may not read the workspace hears what became of their ideas, and nothing of what is said about them. */
function mayHear(role: Role, kind: NoticeKind): boolean {
  return roleMay(role, 'read') || kind === 'decided';
}

/** `notices`: one's own that are meant, all of them. */
export function readNotices(
  { notices }: { readonly notices: readonly Notice[] },
  input: ParsedInputOf<'notice.read'>,
  context: DecisionContext,
): Decision<{ changed: number }> {
  const meant = notices.filter(({ readAt }) => (readAt === null) === input.read);
  // Of what was read again, the latest says that there is something.
  const changed = input.read ? meant : meant.toSorted((a, b) => b.seq - a.seq).slice(0, 1);
  const readAt = input.read ? context.now : null;
  return {
    changes: changed.map((notice) => put(input.read ? 'notice.read' : 'notice.unread', 'notice', { ...notice, readAt })),
    value: { changed: changed.length },
  };
}

export function setFollowing(
  { subject, following }: { readonly subject: Subject | null; readonly following: Following | null },
  input: ParsedInputOf<'following.set'>,
  context: DecisionContext,
): Decision<Following> {
  const memberId = memberOf(context.actor);
  if (subject === null || !maySee({ id: memberId, role: context.actor.role }, subject)) return noSubject(input.subjectId);
  const set: Following = {
    id: following?.id ?? context.newId('following'),
    memberId,
    subjectId: subject.id,
    state: input.state,
    since: context.now,
  };
  return { changes: [put('following.set', 'following', set)], value: set };
}

export function noSubject(id: string) {
  return refuse('not_found', `There is no idea or work item ${id}. Check its handle.`);
}

/** What is too old or too much of a member's goes. */
export function forgetNotices({ notices }: { readonly notices: readonly { readonly id: string }[] }): Decision<{ gone: number }> {
  return { changes: notices.map(({ id }) => remove('notice.forgotten', 'notice', id)), value: { gone: notices.length } };
}
