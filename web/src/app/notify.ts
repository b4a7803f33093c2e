// Says what was done, with the way back, and what was refused, in the words of the refusal.
import type { CommandName, InputOf, OutputOf } from '@shortlist/domain/operations.ts';
import { send, type Refused, type SendOptions, type Sent } from '../sync/send.ts';
import { showToast } from '../ui/toasts.ts';

/** What was done, and can be undone. */
export interface Done {
  /** Of the commands that were one act, those that were sent together; a later step may stand on the one before. */
  readonly steps: readonly (readonly number[])[];
  /** What was done, as a sentence; empty where nothing was said. */
  readonly message: string;
}

export interface Telling<Name extends CommandName> extends SendOptions {
  /** Said when the server has answered. Left out where the screen shows it plainly enough. */
  readonly done?: string | ((value: OutputOf<Name>) => string);
  /** False for what has an undo of its own or none: a review's decision, an import, a shown secret. */
  readonly canUndo?: boolean;
  /** True where the caller shows the refusal itself. */
  readonly quiet?: boolean;
  /** What was done just before for the sake of this: both are told, and undone, as one act. */
  readonly joins?: Done | null;
}

/** Commands of this page that `undoLast` may take back, the latest last. */
let undoable: readonly Done[] = [];
const undoableKept = 50;

/**
 * Sends a command and tells what came of it: a toast with undo for `done`, a toast with the refusal's sentence when it is
 * refused. What it did can be undone by `undoLast` too.
 */
export async function act<Name extends CommandName>(
  name: Name,
  input: InputOf<Name>,
  { done, canUndo = true, quiet = false, joins = null, ...options }: Telling<Name> = {},
): Promise<Sent<Name>> {
  const sent = await send(name, input, options);
  if ('refused' in sent) {
    if (!quiet) notifyRefused(sent);
    return sent;
  }
  const message = typeof done === 'function' ? done(sent.value) : (done ?? '');
  if (canUndo) tellUndoable({ steps: [[sent.seq]], message }, joins);
  else if (message !== '') notifyDone(message);
  return sent;
}

/** One of the commands of an act. */
export type Call<Of extends CommandName = CommandName> = {
  [Name in Of]: { readonly name: Name; readonly input: InputOf<Name> };
}[Of];

/** A command that was refused, and why. */
export interface RefusedCall {
  readonly call: Call;
  readonly refused: Refused;
}

export interface AllDone {
  /** Null where nothing was. */
  readonly done: Done | null;
  /** What `isAsked` takes of what was refused. */
  readonly asked: readonly RefusedCall[];
}

interface TellingAll {
  /** What is answered instead of told, for the caller to ask about. */
  readonly isAsked?: (refused: Refused) => boolean;
  /** As in `Telling`. */
  readonly joins?: Done | null;
}

/**
 * Sends commands that are one act: one toast says what was done, and one undo takes all of it back. `done` gets how many
 * were done; what was refused is told once for each reason.
 */
export async function actAll(
  calls: readonly Call[],
  done: (count: number) => string,
  { isAsked = () => false, joins = null }: TellingAll = {},
): Promise<AllDone> {
  // The compiler cannot follow that name and input come from the same call.
  const answers = await Promise.all(calls.map(async ({ name, input }) => await send(name, input as InputOf<CommandName>)));
  const seqs = answers.flatMap((sent) => ('refused' in sent ? [] : [sent.seq]));
  const refusals = calls.flatMap((call, index): readonly RefusedCall[] => {
    const sent = answers[index];
    return sent !== undefined && 'refused' in sent ? [{ call, refused: sent }] : [];
  });
  for (const { refused } of refusals) if (!isAsked(refused)) notifyRefused(refused);
  const asked = refusals.filter(({ refused }) => isAsked(refused));
  return { asked, done: seqs.length === 0 ? null : tellUndoable({ steps: [seqs], message: done(seqs.length) }, joins) };
}

/** Keeps what was done for `undoLast`, with what it joins, and says it where there is something to say. */
function tellUndoable(own: Done, joins: Done | null): Done {
  undoable = undoable.filter((kept) => kept !== joins);
  const done =
    joins === null ? own : { steps: [...joins.steps, ...own.steps], message: `${joins.message} ${own.message}`.trim() };
  undoable = [...undoable, done].slice(-undoableKept);
  if (done.message !== '') notifyDone(done.message, done);
  return done;
}

/** One sentence on what was done; with what can be undone there is a button that takes it back. */
export function notifyDone(message: string, done: Done | null = null): void {
  if (done === null) showToast({ message, key: 'done' });
  else showToast({ message, key: 'done', action: { label: 'Undo', keys: '$mod+z', run: () => void undo(done) } });
}

/** A refusal that has no better place to stand. It stays until it is closed. */
export function notifyRefused(refused: Refused): void {
  const wrong = refused.errors?.map((error) => `${error.path} ${error.message}`).join('; ');
  const message = wrong === undefined ? refused.message : `${refused.message} ${wrong}.`;
  showToast({ message, tone: 'bad', key: refused.code });
}

/** Takes back the last command of this page that can be. */
export function undoLast(): void {
  const last = undoable.at(-1);
  if (last === undefined) void undoEarlier();
  else void undo(last);
}

/** Nobody's past is anybody else's: forgets what could be undone, as on signing out. */
export function forgetUndoable(): void {
  undoable = [];
}

/** What was done before this page was loaded, or in another: the server knows. */
async function undoEarlier(): Promise<void> {
  const sent = await send('change.undo', {});
  if ('refused' in sent) notifyRefused(sent);
  else showToast({ message: `Undone: you ${sent.value.did}.`, key: 'done' });
}

async function undo(done: Done): Promise<void> {
  undoable = undoable.filter((kept) => kept !== done);
  // What was done last goes first: later ones may stand on earlier ones.
  const answers: Sent<'change.undo'>[] = [];
  for (const step of done.steps.toReversed())
    answers.push(...(await Promise.all(step.toReversed().map(async (seq) => await send('change.undo', { seq })))));
  for (const sent of answers) if ('refused' in sent) notifyRefused(sent);
  if (answers.every((sent) => 'refused' in sent)) return;
  const [last] = answers;
  const did = last !== undefined && 'value' in last ? `you ${last.value.did}.` : '';
  showToast({ message: `Undone: ${done.message === '' ? did : done.message}`, key: 'done' });
}
