/** THE list of what can be taken back, in the words that say so, and why the other commands cannot. A new command needs a line. */
import type { CommandName } from '../operations.ts';

export type Undoing =
  /** What one did, after "you"; `{it}` is the handle or the name of what it was done to. */
  | { readonly did: string }
  /** Why not, and what to do instead, as sentences. */
  | { readonly cannot: string };

export const undoing: Readonly<Record<CommandName, Undoing>> = {
  'idea.capture': { did: 'captured {it}' },
  'idea.edit': { did: 'changed the words of {it}' },
  'evidence.add': { did: 'added evidence to {it}' },
  'evidence.remove': { did: 'removed evidence from {it}' },
  'attachment.add': { did: 'attached a file to {it}' },
  'attachment.remove': { did: 'removed a file from {it}' },
  'text.edit': { did: 'wrote in {it}' },
  'criterion.add': { did: 'added a criterion to {it}' },
  'criterion.edit': { did: 'changed a criterion of {it}' },
  'criterion.move': { did: 'moved a criterion of {it}' },
  'criterion.remove': { did: 'removed a criterion from {it}' },
  'criterion.verify': { did: 'verified a criterion of {it}' },
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
  'environment.create': { did: 'made an environment' },
  'environment.edit': { did: 'changed an environment' },
  'segment.create': { did: 'made the segment {it}' },
  'segment.edit': { did: 'changed the segment {it}' },
  'segment.remove': { did: 'removed the segment {it}' },
  'flag.create': { did: 'made the flag {it}' },
  'flag.edit': { did: 'changed the flag {it}' },
  'flag.link': { did: 'linked the flag {it} to a story' },
  'flag.unlink': { did: 'unlinked the flag {it} from a story' },
  'flag.setRules': { did: 'set the rules of {it}' },
  'flag.kill': { did: 'switched {it} off' },
  'flag.exclude': { did: 'changed for whom {it} is switched off' },
  'flag.copy': { did: 'copied the rules of {it}' },
  'flag.revert': { did: 'reverted {it}' },
  'flag.archive': { did: 'archived {it} or brought it back' },
  'ladder.climb': { did: 'let more people see {it}' },
  'ladder.stepDown': { did: 'let fewer people see {it}' },
  'environment.createKey': { cannot: 'It was shown to you. Revoke it instead.' },
  'environment.revokeKey': { cannot: 'Its secret was thrown away. Make another key instead.' },
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
  'change.undo': { cannot: 'Do again what you did before.' },
};

// Object.entries loses the names that the list has.
const named = Object.entries(undoing) as readonly (readonly [CommandName, Undoing])[];

/** The names of the commands that can be taken back. */
export const undoableCommands: readonly CommandName[] = named.flatMap(([name, one]) => ('did' in one ? [name] : []));
