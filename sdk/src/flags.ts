/** Flags in a product: asked without waiting, kept by a stream and a slow poll beside it, and started from the last good copy when no server answers. */
import type { EvaluationContext, EvaluationDetails } from '@shortlist/domain/flag/evaluation.ts';
import { BrowserFlags } from './browser-flags.ts';
import { ServerFlags } from './server-flags.ts';

/** Where the last good copy is kept; one that answers at once is there at once. What it throws is told to `onError` and changes nothing. */
export interface FlagStorage {
  readonly read: () => Promise<string | null> | string | null;
  readonly write: (text: string) => Promise<void> | void;
}

export interface FlagsOptions {
  /** Where Shortlist answers. */
  readonly url: string;
  /** Of the environment: a server key gets its rules, a browser key (`sl_brw_…`) the answers for one context. */
  readonly key: string;
  /** A server's is none unless given, a browser's is its local storage; null: none. */
  readonly storage?: FlagStorage | null;
  /** What to begin with: the text of `/flags/v1/set` with a server key, of `/ofrep/v1/evaluate/flags` with a browser key. */
  readonly bootstrap?: string;
  readonly fetch?: typeof fetch;
  /** Between two looks beside the stream; a minute unless given. */
  readonly pollMs?: number;
  /** How long the stream may say nothing before it counts as torn; 28 s unless given, and the server speaks every 18 s. */
  readonly silenceMs?: number;
  /** Between two reports of counts; ten seconds unless given, 0 for none. */
  readonly telemetryMs?: number;
  /** Told of what went wrong and is tried again. */
  readonly onError?: (error: unknown) => void;
}

export interface BrowserFlagsOptions extends FlagsOptions {
  /** Who asks: the one who sits in front of this browser. */
  readonly context?: EvaluationContext;
}

export interface FlagsStatus {
  /** `stale`: there are answers, and no server has confirmed them since. `error`: there are none. */
  readonly state: 'starting' | 'ready' | 'stale' | 'error';
  /** ISO 8601; when the server was last heard, for `stale` and `error`. Null where it never was. */
  readonly since: string | null;
}

export interface Flags {
  /** Whether a boolean flag is on; `otherwise` where nobody can tell. */
  readonly isOn: (key: string, context?: EvaluationContext, otherwise?: boolean) => boolean;
  readonly variant: (key: string, context?: EvaluationContext) => string | null;
  /** The answer with why it is so. Never throws. With a browser key the context of `setContext` asks, and one given here is passed over. */
  readonly details: (key: string, context?: EvaluationContext) => EvaluationDetails;
  readonly status: () => FlagsStatus;
  /** Of what is in memory; 0 before there is anything. */
  readonly version: () => number;
  /** Resolves when there are answers, wherever they came from, or when closed. */
  readonly ready: Promise<void>;
  /** Called after every change of the answers or the status; answers the function that takes it off again. */
  readonly listen: (listener: () => void) => () => void;
  /** Answers with this value from now on, for tests; undefined lifts it. */
  readonly override: (key: string, value: unknown) => void;
  /** Something that somebody did, told of the flags they were shown. */
  readonly track: (event: string, context: EvaluationContext, value?: number) => void;
  /**
   * With a browser key: another one asks, or knows more of themselves. The answers before hold until the new are there, and are
   * dropped where those cannot be had; it rejects then, and is tried again. With a server key every question has its own context, and it refuses.
   */
  readonly setContext: (context: EvaluationContext) => Promise<void>;
  /** Tells what was counted and ends everything. */
  readonly close: () => Promise<void>;
}

/** With a server key, for servers: the rules are in memory, and every question has its own context. With a browser key, for pages. */
export function createFlags(options: BrowserFlagsOptions): Flags {
  return options.key.startsWith('sl_brw_') ? new BrowserFlags(options) : new ServerFlags(options);
}
