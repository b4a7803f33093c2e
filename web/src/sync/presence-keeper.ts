// Says to the server where this page's person is, again and again while the page is looked at, and keeps who else is there.
import { presenceLimits, sayPlace, type Place, type Present } from '@shortlist/domain/presence/place.ts';
import type { Connection } from './connection.ts';
import type { Transport } from './transport.ts';

const nobody: readonly Present[] = [];

export class PresenceKeeper {
  private readonly transport: Transport;
  private readonly connection: Connection;
  private readonly listeners = new Set<() => void>();
  private place: Place | null = null;
  private present: readonly Present[] = nobody;
  private isLookedAt = true;
  private isLive = false;
  /** What the server was told last, on this connection; undefined: nothing. */
  private said: string | undefined = undefined;
  private stopTimer: () => void = () => undefined;
  /** A message was sent so lately that the next one waits. */
  private isPausing = false;

  constructor(transport: Transport, connection: Connection) {
    this.transport = transport;
    this.connection = connection;
    connection.subscribe(() => {
      const isLive = connection.current().state === 'live';
      if (isLive === this.isLive) return;
      this.isLive = isLive;
      // A new connection knows nothing of us yet, and what an old one told may be over.
      this.said = undefined;
      if (isLive) this.say();
      else this.keep(nobody);
    });
    transport.onWake(() => {
      this.isLookedAt = true;
      this.say();
    });
    transport.onLeave(() => {
      this.isLookedAt = false;
      // At once: a page that goes waits for nothing.
      this.sayNow();
      this.keep(nobody);
    });
  }

  /** Who is at the place of this page, oneself among them. */
  current = (): readonly Present[] => this.present;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Notes where this page's person is; null: nowhere that others are shown. */
  moveTo(place: Place | null): void {
    if (place?.subjectId !== this.place?.subjectId) this.keep(nobody);
    this.place = place;
    this.say();
  }

  hear(subjectId: string, people: readonly Present[]): void {
    if (subjectId === this.place?.subjectId && this.isLookedAt) this.keep(people);
  }

  /** Now, or after the pause that the server's patience needs. */
  private say(): void {
    if (!this.isPausing) this.sayNow();
  }

  private sayNow(): void {
    this.stopTimer();
    this.isPausing = false;
    if (!this.isLive) return;
    const place = this.isLookedAt ? this.place : null;
    const text = sayPlace(place);
    // That one is nowhere is said once.
    if (place === null && (this.said === text || this.said === undefined)) return;
    const isNew = text !== this.said;
    this.said = text;
    this.connection.say(text);
    if (isNew) this.pause();
    else this.stopTimer = this.transport.after(presenceLimits.sayAgainMs, () => this.sayNow());
  }

  private pause(): void {
    this.isPausing = true;
    this.stopTimer = this.transport.after(presenceLimits.gapMs, () => {
      this.isPausing = false;
      const isUpToDate = this.said === sayPlace(this.isLookedAt ? this.place : null);
      if (!isUpToDate) return this.sayNow();
      this.stopTimer = this.transport.after(presenceLimits.sayAgainMs, () => this.sayNow());
      return undefined;
    });
  }

  private keep(present: readonly Present[]): void {
    if (present === this.present || (present.length === 0 && this.present.length === 0)) return;
    this.present = present;
    for (const listener of this.listeners) listener();
  }
}
