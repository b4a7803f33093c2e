/** THE list of what can be taken back, in the words that say so, and why the other commands cannot. A new command needs a line. */
import type { CommandName } from '../operations.ts';

export type Undoing =
  /** What one did, after "you"; `{it}` is the handle or the name of what it was done to. */
  | { readonly did: string }
  /** Why not, and what to do instead, as sentences. */
  | { readonly cannot: string };

const byRevert = {
  cannot: 'A flag has its own way back, which asks again who may see it: set it back to an earlier change (flag.revert).',
};
const bySegment = { cannot: 'Flags follow a segment at once. Change the segment again, which asks what follows from it.' };
const byEnvironment = { cannot: 'Products may ask in it already. Edit the environment again.' };

export const undoing: Readonly<Record<string, Undoing>> = {
  'idea.capture': { did: 'captured {it}' },
  'idea.edit': { did: 'changed the words of {it}' },
  'evidence.add': { did: 'added evidence to {it}' },
  'evidence.remove': { did: 'removed evidence from {it}' },
  'attachment.add': { did: 'attached a file to {it}' },
  'attachment.remove': { did: 'removed a file from {it}' },
  'comment.add': { did: 'said something about {it}' },
  'comment.edit': { did: 'reworded a comment on {it}' },
  'comment.remove': { did: 'took a comment on {it} away' },
  'comment.resolve': { did: 'settled or opened a thread on {it}' },
  'comment.react': { did: 'reacted to a comment on {it}' },
  'text.edit': { did: 'wrote in {it}' },
  'criterion.add': { did: 'added a criterion to {it}' },
  'criterion.edit': { did: 'changed a criterion of {it}' },
  'criterion.move': { did: 'moved a criterion of {it}' },
  'criterion.remove': { did: 'removed a criterion from {it}' },
  'criterion.verify': { did: 'verified a criterion of {it}' },
  'question.ask': { did: 'asked a question about {it}' },
  'question.edit': { did: 'changed a question about {it}' },
  'question.answer': { did: 'answered a question about {it}' },
  'question.remove': { did: 'took a question about {it} away' },
  'story.read': { did: 'read {it}' },
  'story.edit': { did: 'edited {it}' },
  'task.create': { did: 'made {it}' },
  'task.edit': { did: 'edited {it}' },
  'check.dismiss': { did: 'set a remark of the check aside on {it}' },
  'check.restore': { did: 'took a dismissal back on {it}' },
  'term.add': { did: 'added a term' },
  'term.remove': { did: 'removed a term' },
  'backlog.commit': { did: 'committed {it}' },
  'backlog.move': { did: 'moved {it}' },
  'backlog.return': { did: 'sent {it} back to refinement' },
  'backlog.drop': { did: 'gave up {it}' },
  'backlog.reopen': { did: 'took up {it} again' },
  'workspace.edit': { did: 'changed the workspace' },
  'member.edit': { did: 'changed {it}' },
  'team.edit': { did: 'changed {it}' },
  'review.start': { cannot: 'A review that was started is closed, with nothing decided.' },
  'review.decide': { cannot: 'Undo it in its review.' },
  'review.undo': { cannot: 'Decide again in its review.' },
  'review.drive': { cannot: 'Whoever should drive takes over again.' },
  'review.close': { cannot: 'A closed review stays closed; start a new one.' },
  'import.start': { cannot: 'Undo the whole import instead.' },
  'import.add': { cannot: 'Undo the whole import instead.' },
  'import.finish': { cannot: 'Undo the whole import instead.' },
  'import.undo': { cannot: 'Import the file again instead.' },
  'workspace.setUp': { cannot: 'A workspace cannot be unmade.' },
  'team.create': { cannot: 'Others may work in the team already. A team with nothing in it is in nobody’s way.' },
  'member.invite': { cannot: 'Revoke the invitation instead.' },
  'invitation.revoke': { cannot: 'Its link was thrown away. Invite again instead.' },
  'member.join': { cannot: 'Remove the member instead.' },
  'member.remove': { cannot: 'Sessions and tokens went with it. Invite the member again instead.' },
  'token.create': { cannot: 'It was shown to you. Revoke it instead.' },
  'token.revoke': { cannot: 'Its secret was thrown away. Make another token instead.' },
  'session.start': { cannot: 'Sign out instead.' },
  'session.end': { cannot: 'Sign in again instead.' },
  'flag.create': byRevert,
  'flag.edit': byRevert,
  'flag.link': byRevert,
  'flag.unlink': byRevert,
  'flag.setRules': byRevert,
  'flag.kill': byRevert,
  'flag.exclude': byRevert,
  'flag.copy': byRevert,
  'flag.revert': byRevert,
  'flag.archive': byRevert,
  'flag.reportScan': { cannot: 'It says what the code is. Scan the code again instead.' },
  'flag.planCleanUp': { did: 'planned the removal of {it}' },
  'flag.settleCleanUps': { cannot: 'It says what the code does. It settles anew when the code does something else.' },
  // Back from a climb fewer see it, which nobody needs to be asked about.
  'ladder.climb': { did: 'let more people see {it}' },
  'ladder.stepDown': byRevert,
  'segment.create': bySegment,
  'segment.edit': bySegment,
  'segment.remove': bySegment,
  'environment.create': byEnvironment,
  'environment.edit': byEnvironment,
  'environment.createKey': { cannot: 'It was shown to you. Revoke it instead.' },
  'environment.revokeKey': { cannot: 'Its secret was thrown away. Make another key instead.' },
  'view.save': { did: 'saved the view {it}' },
  'view.remove': { did: 'removed the view {it}' },
  'view.edit': { cannot: 'A view that was kept to oneself left no trace to go back to. Edit it again.' },
  'change.undo': { cannot: 'Do again what you did before.' },
} satisfies Partial<Record<CommandName, Undoing>>;

/** The names of the commands that can be taken back. */
export const undoableCommands: readonly string[] = Object.entries(undoing).flatMap(([name, one]) => ('did' in one ? [name] : []));
