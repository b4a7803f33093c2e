/**
 * Who is where just now, in memory and nowhere else: each connection says it of itself, those at the same idea or item are told,
 * and what is not said again is forgotten. The rules are those of docs/feed-spec.md, 13.
 */
import { presenceLimits, type Place, type Present } from '@shortlist/domain/presence/place.ts';

export interface PresenceOptions {
  /** Milliseconds, of a clock that only goes on. */
  readonly now: () => number;
  /** Names this process among those on the same database. */
  readonly process: string;
  /** Tells the other processes; what is told may be lost. */
  readonly tellOthers: (text: string) => void;
}

/** One connection's part in it. */
export interface Seat {
  /** Where its person is now; null: nowhere. Said again it counts for longer. */
  readonly moveTo: (place: Place | null) => void;
  readonly leave: () => void;
}

interface Sitting {
  readonly memberId: string;
  readonly tell: (message: string) => boolean;
  /** What its client was told last. */
  told: string;
  room: Room | null;
  field: string | null;
  until: number;
}

interface Room {
  readonly key: string;
  readonly workspaceId: string;
  readonly subjectId: string;
  readonly sittings: Set<Sitting>;
  /** What other processes said of their own, each good for a while. */
  readonly elsewhere: Map<string, { readonly people: readonly Present[]; readonly until: number }>;
  /** What is to be told of it, and what the other processes were told last. */
  message: string;
  toldOthers: string;
  saidOthersAt: number;
}

/** What one process tells the others of one room. */
interface Word {
  readonly process: string;
  readonly workspaceId: string;
  readonly subjectId: string;
  readonly people: readonly Present[];
  /** Nobody was in the room here before: the others are to say who is there with them. */
  readonly asks: boolean;
}

export class Presence {
  readonly #rooms = new Map<string, Room>();
  readonly #options: PresenceOptions;

  constructor(options: PresenceOptions) {
    this.#options = options;
  }

  /** Takes a connection in; `tell` is given messages as they go to its client, and answers whether it could take one just now. */
  seat(workspaceId: string, memberId: string, tell: (message: string) => boolean): Seat {
    const sitting: Sitting = { memberId, tell, told: '', room: null, field: null, until: 0 };
    return {
      moveTo: (place) => this.#move(workspaceId, sitting, place),
      leave: () => this.#move(workspaceId, sitting, null),
    };
  }

  /** What another process told. What cannot be read is passed over: it may be of a newer version. */
  hear(text: string): void {
    const word = wordIn(text);
    if (word === null || word.process === this.#options.process) return;
    const room = this.#rooms.get(keyOf(word.workspaceId, word.subjectId));
    if (room === undefined) return;
    if (word.people.length === 0) room.elsewhere.delete(word.process);
    else room.elsewhere.set(word.process, { people: word.people, until: this.#until() });
    if (word.asks) this.#tellOthers(room, false);
    this.#tell(room);
  }

  /** Forgets who did not say again where they are, and says to the other processes who did; to be called every second. */
  tick(): void {
    const now = this.#options.now();
    for (const room of this.#rooms.values()) {
      for (const [process, { until }] of room.elsewhere) if (until <= now) room.elsewhere.delete(process);
      for (const sitting of room.sittings) if (sitting.until <= now) this.#takeOut(sitting);
      this.#changed(room);
      if (this.#rooms.has(room.key) && now - room.saidOthersAt >= presenceLimits.sayAgainMs) this.#tellOthers(room, false);
    }
  }

  #move(workspaceId: string, sitting: Sitting, place: Place | null): void {
    const before = sitting.room;
    const key = place === null ? null : keyOf(workspaceId, place.subjectId);
    if (before !== null && before.key !== key) {
      this.#takeOut(sitting);
      this.#changed(before);
    }
    if (place === null) return;
    sitting.until = this.#until();
    sitting.field = place.field;
    if (sitting.room === null) this.#letIn(sitting, workspaceId, place.subjectId);
    else this.#changed(sitting.room);
  }

  #letIn(sitting: Sitting, workspaceId: string, subjectId: string): void {
    const key = keyOf(workspaceId, subjectId);
    const known = this.#rooms.get(key);
    const room = known ?? emptyRoom(key, workspaceId, subjectId);
    this.#rooms.set(key, room);
    room.sittings.add(sitting);
    sitting.room = room;
    sitting.told = '';
    if (known === undefined) this.#tellOthers(room, true);
    this.#changed(room);
  }

  #takeOut(sitting: Sitting): void {
    sitting.room?.sittings.delete(sitting);
    sitting.room = null;
    sitting.field = null;
  }

  /** Something about who is in it here may have changed. */
  #changed(room: Room): void {
    this.#tell(room);
    if (JSON.stringify(peopleOf(room.sittings)) !== room.toldOthers) this.#tellOthers(room, false);
    if (room.sittings.size === 0) this.#rooms.delete(room.key);
  }

  /** Tells whoever does not know it yet; one that could not take it is told when it says again where it is. */
  #tell(room: Room): void {
    const all = [...peopleOf(room.sittings), ...[...room.elsewhere.values()].flatMap(({ people }) => people)];
    room.message = JSON.stringify({ type: 'people', subjectId: room.subjectId, people: distinct(all) });
    for (const sitting of room.sittings) {
      if (sitting.told !== room.message && sitting.tell(room.message)) sitting.told = room.message;
    }
  }

  #tellOthers(room: Room, asks: boolean): void {
    const { workspaceId, subjectId } = room;
    const people = peopleOf(room.sittings);
    room.toldOthers = JSON.stringify(people);
    room.saidOthersAt = this.#options.now();
    const word: Word = { process: this.#options.process, workspaceId, subjectId, people, asks };
    this.#options.tellOthers(JSON.stringify(word));
  }

  #until(): number {
    return this.#options.now() + presenceLimits.goneAfterMs;
  }
}

function keyOf(workspaceId: string, subjectId: string): string {
  return `${workspaceId} ${subjectId}`;
}

function emptyRoom(key: string, workspaceId: string, subjectId: string): Room {
  const own = { sittings: new Set<Sitting>(), elsewhere: new Map() };
  return { key, workspaceId, subjectId, ...own, message: '', toldOthers: '[]', saidOthersAt: 0 };
}

function peopleOf(sittings: ReadonlySet<Sitting>): readonly Present[] {
  return distinct([...sittings].map(({ memberId, field }) => ({ memberId, field })));
}

/** Each once, in an order that says nothing of who came first; who is in a field is not also there without one. */
function distinct(people: readonly Present[]): readonly Present[] {
  const inFields = new Set(people.filter(({ field }) => field !== null).map(({ memberId }) => memberId));
  const byText = new Map(
    people
      .filter(({ memberId, field }) => field !== null || !inFields.has(memberId))
      .map(({ memberId, field }) => [`${memberId} ${field ?? ''}`, { memberId, field }]),
  );
  const sorted = [...byText].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, present]) => present);
  return sorted.slice(0, presenceLimits.people);
}

function wordIn(text: string): Word | null {
  try {
    // Written by a process like this one, on our own database.
    const word = JSON.parse(text) as Word;
    return Array.isArray(word.people) ? word : null;
  } catch {
    return null;
  }
}
