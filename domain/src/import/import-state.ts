/** What an import reads before it reads a record: the team, its room, and what came from there before. */
import type { Placement } from '../backlog/placement.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Idea } from '../idea/idea.ts';
import type { Label, Labelling } from '../label/label.ts';
import type { Task } from '../story/task.ts';
import type { Contact } from '../workspace/contact.ts';
import type { Team } from '../workspace/team.ts';

export interface ImportState {
  readonly team: Team;
  /** Places free in the team's window. */
  readonly room: number;
  readonly lastRank: string | null;
  /** What is known by source and external id: of the records and of their evidence and authors. */
  readonly ideas: ReadonlyMap<string, Idea>;
  readonly tasks: ReadonlyMap<string, Task>;
  readonly placements: ReadonlyMap<string, Placement>;
  readonly contacts: ReadonlyMap<string, Contact>;
  /** Imported evidence by what it speaks for, then by external id. */
  readonly evidence: ReadonlyMap<string, ReadonlyMap<string, Evidence>>;
  readonly labels: readonly Label[];
  /** By what they belong to: of known records only. */
  readonly labellings: ReadonlyMap<string, Labelling>;
  /** Ids of entities whose last change was not an import's: people’s words win over the file’s. */
  readonly editedHere: ReadonlySet<string>;
  /** Ids of ideas and tasks whose labels somebody set here last. */
  readonly labelledHere: ReadonlySet<string>;
  readonly draw: (kind: 'IDEA' | 'TASK') => string;
}
