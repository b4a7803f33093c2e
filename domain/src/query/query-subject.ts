/** What a query looks at: one idea, story or task with what is known of it, whatever tables that comes from. */
export interface QuerySubject {
  readonly id: string;
  readonly type: 'idea' | 'story' | 'task';
  readonly handle: string;
  readonly title: string;
  /** What else its words are looked for in. */
  readonly words: string;
  readonly stage:
    | 'parking_lot'
    | 'refined'
    | 'merged'
    | 'rejected'
    | 'parked'
    | 'refinement'
    | 'todo'
    | 'in_progress'
    | 'done'
    | 'wont_do';
  readonly ownerId: string | null;
  readonly ownerName: string;
  /** In the order in which they came. */
  readonly collaborators: readonly { readonly id: string; readonly name: string }[];
  readonly suggesterId: string | null;
  readonly teamId: string | null;
  readonly teamName: string;
  readonly stepId: string | null;
  /** Where it stands, in words, and its place along the way work goes. */
  readonly standsIn: string;
  readonly standsOrder: number;
  readonly size: string | null;
  readonly persona: string;
  /** By name. */
  readonly labels: readonly { readonly id: string; readonly name: string }[];
  readonly isReady: boolean;
  readonly criteria: number;
  readonly keptCount: number;
  /** It waits for something that is neither done nor given up. */
  readonly isBlocked: boolean;
  /** It is announced to leave refinement. */
  readonly isLeaving: boolean;
  readonly isOver: boolean;
  readonly verified: boolean | null;
  readonly isImported: boolean;
  /** ISO instants in UTC. */
  readonly createdAt: string;
  readonly committedAt: string | null;
  readonly startedAt: string | null;
  readonly doneAt: string | null;
  readonly movedAt: string;
}

/** What a query needs to know beside its subjects. */
export interface QueryContext {
  /** Who asks; null for nobody in particular. */
  readonly meId: string | null;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly teams: readonly {
    readonly id: string;
    readonly key: string;
    readonly name: string;
    readonly steps: readonly { readonly id: string; readonly name: string }[];
  }[];
  /** Those that were merged too: their words find what stands in their place. */
  readonly labels: readonly { readonly id: string; readonly name: string; readonly mergedIntoId: string | null }[];
  /** ISO, UTC. */
  readonly now: string;
  /** The instant at which a date `YYYY-MM-DD` begins for whom asks. */
  readonly startOfDay: (date: string) => string;
  /** Ids of what is marked, and of what has evidence; null while that is not known. */
  readonly slow: ReadonlySet<string> | null;
  readonly stale: ReadonlySet<string> | null;
  readonly evidenced: ReadonlySet<string> | null;
}
