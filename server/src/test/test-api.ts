/** A client of a server in another process that may die at any moment: it retries with the same key until it is answered. */
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';

export interface FeedEntry {
  readonly seq: number;
  readonly event: string;
  readonly entity: string;
  readonly id: string;
  readonly value: Record<string, unknown> | null;
}

export class TestApi {
  secret = '';
  private readonly url: () => string;

  constructor(url: () => string) {
    this.url = url;
  }

  async setUp(setupToken: string): Promise<void> {
    const owner = { setupToken, workspace: 'Test', name: 'Olive', email: 'olive@example.com', password: 'correct horse' };
    const value = await this.untilAnswered('workspace.setUp', owner);
    this.secret = String(value['sessionSecret']);
  }

  /** Sends the command with one idempotency key until the server answers it. Throws on a refusal. */
  async untilAnswered(name: string, input: unknown): Promise<Record<string, unknown>> {
    const key = randomUUID();
    for (;;) {
      const response = await this.post(name, input, key).catch(() => null);
      if (response !== null && response.status !== 503) {
        // What the server sends is JSON, an answer or a problem.
        const body = (await response.json().catch(() => null)) as { value?: Record<string, unknown>; detail?: string } | null;
        if (body !== null && response.ok && body.value !== undefined) return body.value;
        if (body !== null) throw new Error(`${name} was refused: ${JSON.stringify(body)}`);
      }
      await wait(20);
    }
  }

  private async post(name: string, input: unknown, key: string): Promise<Response> {
    return await fetch(`${this.url()}/api/v1/${name}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': key,
        ...(this.secret !== '' && { authorization: `Bearer ${this.secret}` }),
      },
      body: JSON.stringify(input),
    });
  }

  /** Until the database answers again. */
  async untilReady(): Promise<void> {
    await this.untilAnswered('session.current', {});
  }

  async wholeFeed(): Promise<readonly FeedEntry[]> {
    const entries: FeedEntry[] = [];
    for (;;) {
      // The feed's own schema.
      const page = (await this.untilAnswered('feed.read', { after: entries.length, limit: 1000 })) as unknown as {
        items: FeedEntry[];
      };
      if (page.items.length === 0) return entries;
      entries.push(...page.items);
    }
  }

  /** Every idea by its id, in order. */
  async allIdeas(): Promise<Record<string, unknown>> {
    const ideas: { id: string }[] = [];
    let after: string | null = null;
    do {
      const input: object = { state: 'all', limit: 1000, ...(after !== null && { after }) };
      // As above.
      const page = (await this.untilAnswered('idea.list', input)) as unknown as { items: { id: string }[]; next: string | null };
      ideas.push(...page.items);
      after = page.next;
    } while (after !== null);
    return Object.fromEntries(ideas.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((idea) => [idea.id, idea]));
  }
}
