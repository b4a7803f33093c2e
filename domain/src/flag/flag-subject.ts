/** What the list of flags is asked about. No schemas: the browser reads this file. */
import type { StandKind } from './environment-state.ts';
import type { Flag } from './flag.ts';

/** What a query looks at: a flag with what is known around it. */
export interface FlagSubject {
  readonly flag: Flag;
  readonly ownerName: string;
  /** Handles of the stories it serves, those that are known. */
  readonly storyHandles: readonly string[];
  /** By the key of the environment. */
  readonly stands: Readonly<Record<string, StandKind>>;
  /** ISO, UTC; null while nobody asked for it, or it is not known. */
  readonly askedAt: string | null;
}
