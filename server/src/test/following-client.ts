/** A client that follows the feed by WebSocket and connects again, from where it was, whenever it is cut off. */
import { WebSocket } from 'ws';
import type { FeedEntry } from './test-api.ts';

export class FollowingClient {
  readonly changes: FeedEntry[] = [];
  private readonly url: () => string;
  private readonly secret: () => string;
  private socket: WebSocket | null = null;
  private isClosed = false;
  private readonly waiting = new Set<() => void>();

  constructor(url: () => string, secret: () => string) {
    this.url = url;
    this.secret = secret;
  }

  /** Resolves when the change with this number has come. */
  async reaches(seq: number): Promise<void> {
    while (this.changes.length < seq) await new Promise<void>((resolve) => this.waiting.add(resolve));
  }

  close(): void {
    this.isClosed = true;
    this.socket?.close();
  }

  follow(): void {
    if (this.isClosed) return;
    const after = this.changes.at(-1)?.seq ?? 0;
    const socket = new WebSocket(`${this.url().replace('http', 'ws')}/api/v1/feed?after=${after}`, {
      headers: { authorization: `Bearer ${this.secret()}` },
    });
    this.socket = socket;
    socket.on('message', (data: Buffer) => this.read(data.toString('utf8')));
    socket.on('error', () => undefined);
    socket.on('close', () => setTimeout(() => this.follow(), 50));
  }

  private read(text: string): void {
    // The server's own messages.
    const message = JSON.parse(text) as { type: string; changes?: FeedEntry[] };
    if (message.type === 'reset') throw new Error('a client that missed nothing was told to begin anew');
    for (const change of message.changes ?? []) {
      if (change.seq !== this.changes.length + 1) throw new Error(`change ${change.seq} came after ${this.changes.length}`);
      this.changes.push(change);
    }
    for (const resolve of this.waiting) resolve();
    this.waiting.clear();
  }
}
