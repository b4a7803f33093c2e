/** Flags with a browser key: the server evaluates those that pages may see, for one context; its answers are in memory, and no rules. */
import type { EvaluationContext, EvaluationDetails } from '@shortlist/domain/flag/evaluation.ts';
import type { StreamEvent } from './event-stream.ts';
import { answersOf, type EvaluatedFlags } from './evaluated-flags.ts';
import { FlagAnswers } from './flag-answers.ts';
import { FlagConnection } from './flag-connection.ts';
import type { BrowserFlagsOptions, Flags, FlagsStatus } from './flags.ts';
import { KeptCopy } from './kept-copy.ts';
import { localFlagStorage } from './local-flag-storage.ts';

const none: EvaluatedFlags = { version: 0, flags: new Map(), streamUrl: null };

export class BrowserFlags implements Flags {
  readonly ready: Promise<void>;
  readonly #answers: FlagAnswers;
  readonly #kept: KeptCopy;
  readonly #connection: FlagConnection;
  #context: EvaluationContext;
  #flags = none;
  #hasFlags = false;
  #etag: string | null = null;
  #resolveReady: () => void = () => undefined;
  #reading: Promise<void> | null = null;
  /** Grows with every context, so that an answer that was on its way for another is not taken. */
  #asker = 0;

  constructor(options: BrowserFlagsOptions) {
    this.#context = options.context ?? {};
    this.#answers = new FlagAnswers(options);
    const storage = options.storage === undefined ? localFlagStorage(`shortlist-flags ${this.#answers.base}`) : options.storage;
    this.#kept = new KeptCopy(storage, this.#answers.fault);
    this.ready = new Promise((resolve) => (this.#resolveReady = resolve));
    if (options.bootstrap !== undefined) this.#takeOld(options.bootstrap);
    if (!this.#hasFlags) this.#readKept();
    // The last moment in which a page can tell what it counted.
    if (typeof addEventListener === 'function') addEventListener('pagehide', this.#whenHidden);
    const source = {
      openStream: this.#openStream,
      take: this.#take,
      look: this.#fetchFlags,
      hasAnswers: () => this.#hasFlags,
      tell: this.#answers.tell,
    };
    this.#connection = new FlagConnection(source, options);
  }

  isOn = (key: string, _context?: EvaluationContext, otherwise = false): boolean => {
    const { value } = this.details(key);
    return typeof value === 'boolean' ? value : otherwise;
  };

  variant = (key: string): string | null => this.details(key).variant;

  details = (key: string): EvaluationDetails => {
    const override = this.#answers.overrideOf(key);
    if (override !== undefined) return override;
    return this.#answers.given(key, this.#flags.flags.get(key) ?? notFound(key), this.#context);
  };

  status = (): FlagsStatus => this.#connection.status;
  version = (): number => this.#flags.version;
  listen: Flags['listen'] = (listener) => this.#answers.listen(listener);
  override: Flags['override'] = (key, value) => this.#answers.override(key, value);
  track: Flags['track'] = (event, context, value) => this.#answers.track(event, context, value);

  setContext = async (context: EvaluationContext): Promise<void> => {
    if (JSON.stringify(context) === JSON.stringify(this.#context)) return await this.ready;
    this.#context = context;
    this.#asker += 1;
    this.#etag = null;
    const asker = this.#asker;
    try {
      await this.#fetchFlags(AbortSignal.timeout(10_000));
    } catch (error) {
      if (asker === this.#asker) this.#became(none, false);
      throw error;
    }
  };

  close = async (): Promise<void> => {
    this.#resolveReady();
    if (typeof removeEventListener === 'function') removeEventListener('pagehide', this.#whenHidden);
    await this.#connection.close();
    await this.#answers.close();
    await this.#kept.written();
  };

  #whenHidden = (): void => void this.#answers.sendCounts();

  #readKept(): void {
    const take = (text: string | null): void => {
      // Answers are for one context; what somebody else was answered here is nothing to go by.
      const [context, ...rest] = text?.split('\n') ?? [];
      if (context === JSON.stringify(this.#context) && !this.#hasFlags) this.#takeOld(rest.join('\n'));
    };
    const kept = this.#kept.read();
    if (kept === null || typeof kept === 'string') return take(kept);
    this.#reading = kept.then(take);
  }

  #takeOld(text: string): void {
    try {
      this.#became({ ...answersOf(text), streamUrl: null }, true);
    } catch (error) {
      this.#answers.fault(error);
    }
  }

  #openStream = async (signal: AbortSignal): Promise<Response> => {
    await this.#reading;
    // Its address ends after an hour, and with its key; so each opening begins with asking.
    let asker: number;
    do {
      asker = this.#asker;
      this.#etag = null;
      await this.#fetchFlags(signal);
    } while (asker !== this.#asker);
    const { streamUrl } = this.#flags;
    if (streamUrl === null) throw new Error('The server names no stream that tells of changed flags.');
    return await this.#answers.fetch(streamUrl, { headers: { accept: 'text/event-stream' }, signal });
  };

  #take = async ({ data }: StreamEvent, signal: AbortSignal): Promise<void> => {
    // What the server wrote.
    const { type, etag } = JSON.parse(data) as { readonly type?: unknown; readonly etag?: unknown };
    if (type === 'refetchEvaluation' && !(Number(etag) <= this.#flags.version)) await this.#fetchFlags(signal, String(etag));
  };

  /** Asks for the answers to the context. `told` is the version that the stream has told of. */
  #fetchFlags = async (signal: AbortSignal, told?: string): Promise<void> => {
    const asker = this.#asker;
    const context = JSON.stringify(this.#context);
    const query = told === undefined ? '' : `?flagConfigEtag=${encodeURIComponent(told)}`;
    const response = await this.#answers.send(`/ofrep/v1/evaluate/flags${query}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(this.#etag !== null && { 'if-none-match': this.#etag }) },
      body: `{"context":${context}}`,
      signal,
    });
    const text = await response.text();
    if (asker !== this.#asker || response.status === 304) return;
    if (!response.ok) throw new Error(`The flags were refused with ${response.status}: ${text}`);
    this.#became(answersOf(text), true);
    this.#etag = response.headers.get('etag');
    this.#kept.write(() => `${context}\n${text}`);
  };

  #became(flags: EvaluatedFlags, hasFlags: boolean): void {
    this.#flags = flags;
    this.#hasFlags = hasFlags;
    if (hasFlags) this.#resolveReady();
    this.#answers.tell();
  }
}

function notFound(key: string): EvaluationDetails {
  return {
    value: undefined,
    variant: null,
    reason: 'ERROR',
    ruleId: null,
    ruleTitle: null,
    errorCode: 'FLAG_NOT_FOUND',
    errorMessage: `There is no flag ${key.slice(0, 200)} among those that browsers may see.`,
    flagVersion: null,
    metadata: null,
  };
}
