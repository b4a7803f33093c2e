/** One environment's flags in a server process: what is served and asked. Changes come in bundles, each one version. */
import { createHash } from 'node:crypto';
import { flagOf } from '@shortlist/domain/flag/flag-evaluate.ts';
import { emptySet, textOfSet, type FlagSet } from '@shortlist/domain/flag/flag-set.ts';

/** How long a question waits for a version that another server has told of already. */
const catchUpMs = 1_000;

/** What changed, by key; null: removed. The texts are definitions as JSON. */
export interface Texts {
  readonly flags: ReadonlyMap<string, string | null>;
  readonly segments: ReadonlyMap<string, string | null>;
}

export interface SetEvent {
  /** The text of a `SetDelta`. */
  readonly delta: string;
  readonly version: number;
  /** Whether a browser may get another answer than before. */
  readonly isForBrowsers: boolean;
}

export class EnvironmentSet {
  readonly set: FlagSet;
  /** When it last changed, in milliseconds since 1970. */
  changedAt: number;
  #text: { readonly version: number; readonly text: string; readonly etag: string } | null = null;
  #clientKeys: { readonly version: number; readonly keys: readonly string[] } | null = null;
  /** The version of the last event: whoever follows has it, or a later one. */
  #told = 0;
  readonly #listeners = new Set<(event: SetEvent) => void>();

  constructor(environment: string, clock: () => number) {
    this.set = emptySet(environment, clock);
    this.changedAt = clock();
  }

  get version(): number {
    return this.set.version;
  }

  /** The text of a definition, as it is now. */
  textOf(kind: keyof Texts, key: string): string | undefined {
    const entry = this.set[kind].get(key);
    return typeof entry === 'string' ? entry : entry?.text;
  }

  /** The whole set as text, made once for a version. */
  text(): { readonly text: string; readonly etag: string } {
    if (this.#text?.version !== this.version) {
      const text = textOfSet(this.set);
      // Without the version, which differs between servers that started at different times.
      const content = text.slice(text.indexOf(','));
      const etag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
      this.#text = { version: this.version, text, etag };
    }
    return this.#text;
  }

  /** Flags that browsers may see and that are not archived. */
  clientKeys(): readonly string[] {
    if (this.#clientKeys?.version !== this.version) {
      const keys = [...this.set.flags.keys()].filter((key) => this.isForBrowsers(key) && !this.#isArchived(key));
      this.#clientKeys = { version: this.version, keys };
    }
    return this.#clientKeys.keys;
  }

  isForBrowsers(key: string): boolean {
    return (
      this.textOf('flags', key)?.includes('"clientSide":true') === true && flagOf(this.set, key)?.definition.clientSide === true
    );
  }

  #isArchived(key: string): boolean {
    return flagOf(this.set, key)?.definition.archived === true;
  }

  /** Applies a bundle as one version, and tells everyone who listens. Keys that stay as they were change nothing. */
  apply(texts: Texts, version: number): void {
    const flags = this.#differing('flags', texts.flags);
    const segments = this.#differing('segments', texts.segments);
    if (flags.length === 0 && segments.length === 0) {
      // The same number as every server process has, whenever it began; nobody needs to be told.
      this.set.version = version;
      return;
    }
    const before = flags.some(([key]) => this.set.flags.has(key) && this.isForBrowsers(key));
    for (const [key, text] of flags) this.#put('flags', key, text);
    for (const [key, text] of segments) this.#put('segments', key, text);
    this.set.version = version;
    this.changedAt = this.set.clock();
    const after = this.#told;
    this.#told = version;
    if (this.#listeners.size === 0) return;
    const isForBrowsers = before || segments.length > 0 || flags.some(([key]) => this.isForBrowsers(key));
    const event = { version, isForBrowsers, delta: deltaText(this.set.environment, after, version, flags, segments) };
    for (const listen of this.#listeners) listen(event);
  }

  #differing(kind: keyof Texts, texts: ReadonlyMap<string, string | null>): (readonly [string, string | null])[] {
    return [...texts].filter(([key, text]) => (this.textOf(kind, key) ?? null) !== text);
  }

  #put(kind: keyof Texts, key: string, text: string | null): void {
    if (text === null) this.set[kind].delete(key);
    else this.set[kind].set(key, text);
  }

  /** Answers the function that takes it off again. */
  listen(listener: (event: SetEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Resolves when this version is reached, or after a second: it may be of a server that is ahead, or of a database that is no more. */
  async reach(version: number): Promise<void> {
    if (version <= this.version) return;
    const reached = Promise.withResolvers<void>();
    const deadline = setTimeout(reached.resolve, catchUpMs);
    const takeOff = this.listen((event) => {
      if (event.version >= version) reached.resolve();
    });
    await reached.promise;
    clearTimeout(deadline);
    takeOff();
  }

  /** What a client at version `after` lacks, given the keys that were touched since. */
  deltaSince(after: number, touched: { readonly flags: Iterable<string>; readonly segments: Iterable<string> }): string {
    const present = (kind: keyof Texts, keys: Iterable<string>) =>
      [...keys].map((key) => [key, this.textOf(kind, key) ?? null] as const);
    return deltaText(
      this.set.environment,
      after,
      this.version,
      present('flags', touched.flags),
      present('segments', touched.segments),
    );
  }
}

function deltaText(
  environment: string,
  after: number,
  version: number,
  flags: readonly (readonly [string, string | null])[],
  segments: readonly (readonly [string, string | null])[],
): string {
  const object = (entries: typeof flags): string =>
    `{${entries.map(([key, text]) => `${JSON.stringify(key)}:${text ?? 'null'}`).join(',')}}`;
  const head = JSON.stringify({ after, version, environment });
  return `${head.slice(0, -1)},"flags":${object(flags)},"segments":${object(segments)}}`;
}
