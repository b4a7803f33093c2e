/** Flags with a server key: the environment's rules in memory, evaluated in process for every context. */
import type { EvaluationContext, EvaluationDetails } from '@shortlist/domain/flag/evaluation.ts';
import type { SetDelta } from '@shortlist/domain/flag/flag-definition.ts';
import { evaluateFlag } from '@shortlist/domain/flag/flag-evaluate.ts';
import { applyDelta, emptySet, readSetText, textOfSet, type FlagSet } from '@shortlist/domain/flag/flag-set.ts';
import type { StreamEvent } from './event-stream.ts';
import { FlagAnswers } from './flag-answers.ts';
import { FlagConnection } from './flag-connection.ts';
import type { Flags, FlagsOptions, FlagsStatus } from './flags.ts';
import { KeptCopy } from './kept-copy.ts';

const now = (): number => Date.now();

export class ServerFlags implements Flags {
  readonly ready: Promise<void>;
  readonly #answers: FlagAnswers;
  readonly #kept: KeptCopy;
  readonly #connection: FlagConnection;
  #set: FlagSet = emptySet('', now);
  #hasSet = false;
  #etag: string | null = null;
  #resolveReady: () => void = () => undefined;
  /** What lies on the disk, until it was read. */
  #reading: Promise<void> | null = null;

  constructor(options: FlagsOptions) {
    this.#answers = new FlagAnswers(options);
    this.#kept = new KeptCopy(options.storage ?? null, this.#answers.fault);
    this.ready = new Promise((resolve) => (this.#resolveReady = resolve));
    if (options.bootstrap !== undefined) this.#takeOld(options.bootstrap);
    if (!this.#hasSet) this.#readKept();
    const source = {
      openStream: this.#openStream,
      take: this.#take,
      look: this.#look,
      hasAnswers: () => this.#hasSet,
      tell: this.#answers.tell,
    };
    this.#connection = new FlagConnection(source, options);
  }

  isOn = (key: string, context?: EvaluationContext, otherwise = false): boolean => {
    const { value } = this.details(key, context);
    return typeof value === 'boolean' ? value : otherwise;
  };

  variant = (key: string, context?: EvaluationContext): string | null => this.details(key, context).variant;

  details = (key: string, context: EvaluationContext = nobody): EvaluationDetails =>
    this.#answers.overrideOf(key) ?? this.#answers.given(key, evaluateFlag(this.#set, key, context), context);

  status = (): FlagsStatus => this.#connection.status;
  version = (): number => this.#set.version;
  listen: Flags['listen'] = (listener) => this.#answers.listen(listener);
  override: Flags['override'] = (key, value) => this.#answers.override(key, value);
  track: Flags['track'] = (event, context, value) => this.#answers.track(event, context, value);

  setContext = async (): Promise<void> => {
    throw new TypeError('With a server key every question has its own context: give it to isOn, variant or details.');
  };

  close = async (): Promise<void> => {
    this.#resolveReady();
    await this.#connection.close();
    await this.#answers.close();
    await this.#kept.written();
  };

  #readKept(): void {
    const kept = this.#kept.read();
    if (typeof kept === 'string') this.#takeOld(kept);
    if (kept === null || typeof kept === 'string') return;
    this.#reading = kept.then((text) => {
      if (text !== null && !this.#hasSet) this.#takeOld(text);
      this.#reading = null;
    });
  }

  /** A copy of before, which nobody has confirmed. */
  #takeOld(text: string): void {
    try {
      this.#became(readSetText(text, now));
    } catch (error) {
      this.#answers.fault(error);
    }
  }

  #openStream = async (signal: AbortSignal): Promise<Response> => {
    await this.#reading;
    const headers = { accept: 'text/event-stream' };
    return await this.#answers.send(`/flags/v1/stream?after=${this.#set.version}`, { headers, signal });
  };

  #take = ({ event, data }: StreamEvent): void => {
    if (event === 'set') this.#became(readSetText(data, now));
    else if (event === 'delta') this.#takeDelta(data);
    else return;
    this.#save();
  };

  #takeDelta(text: string): void {
    // What the server wrote; a delta that does not follow is refused below.
    if (!applyDelta(this.#set, JSON.parse(text) as SetDelta)) {
      this.#set.version = 0;
      throw new Error('A change of flags was missed; the whole set is asked for.');
    }
    this.#became(this.#set);
  }

  #look = async (signal: AbortSignal): Promise<void> => {
    const headers: Record<string, string> = this.#etag === null ? {} : { 'if-none-match': this.#etag };
    const response = await this.#answers.send('/flags/v1/set', { headers, signal });
    if (response.status === 304) return;
    const text = await response.text();
    if (!response.ok) throw new Error(`The set of flags was refused with ${response.status}: ${text}`);
    const set = readSetText(text, now);
    // A server that is a little behind must not take us back.
    if (set.version < this.#set.version) return;
    if (set.version > this.#set.version) {
      this.#became(set);
      this.#save();
    }
    this.#etag = response.headers.get('etag');
  };

  #became(set: FlagSet): void {
    this.#set = set;
    this.#hasSet = true;
    this.#etag = null;
    this.#resolveReady();
    this.#answers.tell();
  }

  #save(): void {
    this.#kept.write(() => textOfSet(this.#set));
  }
}

const nobody: EvaluationContext = {};
