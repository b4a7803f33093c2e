/** One batch of records, read without writing: the preview and the import share it, so that they cannot disagree. */
import type { Placement } from '../backlog/placement.ts';
import { memberOf, put, remove, type Change, type DecisionContext } from '../decision.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Idea } from '../idea/idea.ts';
import type { Id } from '../ids.ts';
import type { ParsedInputOf } from '../operations.ts';
import { labelled, labelsCalled } from '../label/given-labels.ts';
import { labelsMost } from '../label/label-colours.ts';
import type { Label } from '../label/label.ts';
import { labelsById, labelsOf } from '../label/labels-of.ts';
import { rankBetween } from '../rank.ts';
import { refinementPlacement } from '../story/new-item.ts';
import type { Task } from '../story/task.ts';
import type { Contact } from '../workspace/contact.ts';
import { mapRecord, type ImportedEvidence, type ImportedIdea, type ImportedTask, type ImportedThing } from './import-map.ts';
import { importedIdea, importedTask } from './imported-things.ts';
import { sortIntoPiles } from './import-piles.ts';
import { endOf, importedPlacement } from './import-placement.ts';
import type { RecordNote } from './import-record.ts';
import type { ImportCounts } from './import.ts';
import type { ImportState } from './import-state.ts';

interface Batch {
  readonly changes: Change[];
  readonly notes: RecordNote[];
  readonly counts: ImportCounts;
  readonly piles: Record<string, number>;
}

/** The changes that importing these records would make; none is written. */
export function readBatch(
  state: ImportState,
  input: Pick<ParsedInputOf<'import.add'>, 'records' | 'choice'>,
  context: DecisionContext,
): Batch {
  const choice = input.choice ?? { inFlight: { numbers: [], labels: [], assignees: [] }, next: [] };
  const piles = sortIntoPiles(input.records, choice, state.room);
  const batch = new BatchReader(state, context);
  for (const { record, pile } of piles.sorted) batch.read(mapRecord(record, pile));
  return { changes: batch.changes, notes: [...piles.notes, ...batch.notes], counts: batch.counts, piles: { ...piles.counts } };
}

/** Gathers the changes of a batch; ids are numbered within the command, so the same batch always makes the same ids. */
class BatchReader {
  readonly changes: Change[] = [];
  readonly notes: RecordNote[] = [];
  readonly counts = { created: 0, updated: 0, unchanged: 0, skipped: 0 };
  private readonly state: ImportState;
  private readonly context: DecisionContext;
  private readonly newContacts = new Map<string, Contact>();
  private labels: readonly Label[];
  private readonly seen = new Set<string>();
  private made = 0;
  private rank: string | null;

  constructor(state: ImportState, context: DecisionContext) {
    this.state = state;
    this.context = context;
    this.rank = state.lastRank;
    this.labels = state.labels;
  }

  read(thing: ImportedThing): void {
    const { item } = thing;
    if (this.seen.has(item.externalId)) {
      this.counts.skipped += 1;
      this.notes.push({ externalId: item.externalId, note: 'it stands twice in these records; the first one counts' });
      return;
    }
    this.seen.add(item.externalId);
    const task = this.state.tasks.get(item.externalId);
    const idea = this.state.ideas.get(item.externalId);
    const before = this.changes.length;
    const subjectId = task?.id ?? idea?.id;
    if (task !== undefined) this.updateTask(task, thing);
    else if (idea !== undefined) this.updateIdea(idea, thing);
    else this.create(thing);
    if (subjectId === undefined) this.counts.created += 1;
    else if (this.changes.length > before) this.counts.updated += 1;
    else this.counts.unchanged += 1;
  }

  private create(thing: ImportedThing): void {
    const suggesterId = this.suggesterOf(thing);
    const { item } = thing;
    if (item.kind === 'idea') {
      const idea = this.newIdea(item, suggesterId);
      this.changes.push(put('idea.imported', 'idea', idea));
      this.writeEvidence(idea.id, thing);
      this.writeLabels(idea.id, thing);
      return;
    }
    const task = this.newTask(item, null);
    this.changes.push(
      put('task.imported', 'task', task),
      put('item.imported', 'placement', this.placementOf(task.id, item, thing)),
    );
    this.writeEvidence(task.id, thing);
    this.writeLabels(task.id, thing);
  }

  private updateIdea(idea: Idea, thing: ImportedThing): void {
    const { item } = thing;
    const isEnded = item.kind === 'task' && (item.doneAt !== null || item.droppedAt !== null);
    if (isEnded && idea.decision === null) {
      // Finished over there: it leaves the parking lot and counts as what it became.
      const task = this.newTask(item, idea.id);
      const by = memberOf(this.context.actor);
      const decision = { kind: 'refine', itemId: task.id, teamId: this.state.team.id, by, at: this.context.now } as const;
      this.changes.push(
        put('idea.finished_elsewhere', 'idea', { ...idea, decision, decidedAt: this.context.now }),
        put('task.imported', 'task', task),
        put('item.imported', 'placement', this.placementOf(task.id, item, thing)),
      );
      this.writeLabels(task.id, thing);
      return;
    }
    if (item.kind === 'idea' && idea.decision === null && (idea.problem !== item.problem || idea.context !== item.context)) {
      if (this.state.editedHere.has(idea.id)) {
        this.notes.push({ externalId: item.externalId, note: `${idea.handle} was edited here, so its words stay` });
      } else {
        this.changes.push(put('idea.import_updated', 'idea', { ...idea, problem: item.problem, context: item.context }));
      }
    }
    this.writeEvidence(idea.id, thing);
    this.writeLabels(idea.id, thing);
  }

  private updateTask(task: Task, thing: ImportedThing): void {
    const { item } = thing;
    const placement = this.state.placements.get(task.id);
    if (item.kind === 'task' && (task.title !== item.title || task.why !== item.why)) {
      if (this.state.editedHere.has(task.id)) {
        this.notes.push({ externalId: item.externalId, note: `${task.handle} was edited here, so its words stay` });
      } else {
        this.changes.push(put('task.import_updated', 'task', { ...task, title: item.title, why: item.why }));
      }
    }
    const isOpen = placement !== undefined && placement.doneAt === null && placement.droppedAt === null;
    if (item.kind === 'task' && isOpen && (item.doneAt !== null || item.droppedAt !== null)) {
      const ended = this.placementOf(task.id, item, thing);
      this.changes.push(put('item.finished_elsewhere', 'placement', { ...placement, ...endOf(ended), verified: null }));
    }
    if (item.kind === 'idea' && !isOpen) {
      this.notes.push({
        externalId: item.externalId,
        note: `it was opened again over there; ${task.handle} stays finished here`,
      });
    }
    this.writeEvidence(task.id, thing);
    this.writeLabels(task.id, thing);
  }

  private suggesterOf(thing: ImportedThing): Id<'person'> {
    const { suggester } = thing;
    if (suggester === null) return memberOf(this.context.actor);
    const known = this.state.contacts.get(suggester.externalId) ?? this.newContacts.get(suggester.externalId);
    if (known !== undefined) return known.id;
    const contact: Contact = {
      id: this.context.newId('contact', this.next()),
      name: suggester.name,
      source: suggester.source,
      externalId: suggester.externalId,
      createdAt: this.context.now,
    };
    this.newContacts.set(suggester.externalId, contact);
    this.changes.push(put('contact.imported', 'contact', contact));
    return contact.id;
  }

  private newIdea(item: ImportedIdea, suggesterId: Id<'person'>): Idea {
    const id = this.context.newId('idea', this.next());
    return importedIdea(item, { id, handle: this.state.draw('IDEA'), suggesterId });
  }

  private newTask(item: ImportedTask | ImportedIdea, ideaId: Id<'idea'> | null): Task {
    const id = this.context.newId('task', this.next());
    return importedTask(item, { id, handle: this.state.draw('TASK'), ideaId });
  }

  private placementOf(id: Id<'item'>, item: ImportedTask, { pile }: ImportedThing): Placement {
    this.rank = rankBetween(this.rank, null);
    return importedPlacement(refinementPlacement(id, 'task', this.state.team.id, this.rank, this.context.now), item, {
      team: this.state.team,
      pile,
      now: this.context.now,
    });
  }

  private writeEvidence(subjectId: string, thing: ImportedThing): void {
    const known = this.state.evidence.get(subjectId) ?? new Map<string, Evidence>();
    const listed = new Set(thing.evidence.map((one) => one.externalId));
    for (const one of thing.evidence) {
      const before = known.get(one.externalId);
      if (before === undefined) this.changes.push(put('evidence.imported', 'evidence', this.newEvidence(subjectId, one)));
      else if (before.text !== one.text || before.url !== one.url) {
        this.changes.push(put('evidence.import_updated', 'evidence', { ...before, text: one.text, url: one.url }));
      }
    }
    if (!thing.evidenceIsComplete) return;
    for (const [externalId, one] of known) {
      if (!listed.has(externalId)) this.changes.push(remove('evidence.removed_elsewhere', 'evidence', one.id, subjectId));
    }
  }

  /** Labels follow the file until somebody sets them here. */
  private writeLabels(subjectId: string, { item, labels }: ImportedThing): void {
    if (this.state.labelledHere.has(subjectId)) return;
    const { given, created } = labelsCalled(labels, this.labels, this.context, this.made);
    if (this.labels.length + created.length > labelsMost) {
      this.notes.push({ externalId: item.externalId, note: `there are ${labelsMost} labels already, so its own are left out` });
      return;
    }
    const before = labelsOf(this.state.labellings.get(subjectId), labelsById(this.labels));
    this.made += created.length;
    this.labels = [...this.labels, ...created];
    if (before.length === given.length && given.every((label) => before.includes(label))) return;
    const ids = given.map(({ id }) => id);
    const made = created.map((label) => put('label.imported', 'label', label));
    this.changes.push(...made, labelled(subjectId, ids, 'labels.imported'));
  }

  private newEvidence(subjectId: string, one: ImportedEvidence): Evidence {
    return {
      id: this.context.newId('evidence', this.next()),
      subjectId,
      text: one.text,
      url: one.url,
      author: one.author,
      saidAt: one.saidAt,
      source: one.source,
      externalId: one.externalId,
    };
  }

  private next(): number {
    this.made += 1;
    return this.made;
  }
}
