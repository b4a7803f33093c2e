// Guesses of changing the workspace, members and teams.
import { setFeature } from '@shortlist/domain/feature/feature-decide.ts';
import { editMember } from '@shortlist/domain/workspace/member-decide.ts';
import { editTeam } from '@shortlist/domain/workspace/team-decide.ts';
import type { MakeGuess } from './command-guess.ts';
import { changesOf } from './guess-of.ts';

export const guessFeature: MakeGuess<'workspace.setFeature'> = (read, input, { actor }) => {
  const workspace = read.get('workspace', actor.workspaceId);
  return workspace === undefined ? null : changesOf(setFeature({ workspace }, input));
};

export const guessMemberEdit: MakeGuess<'member.edit'> = (read, input, context) => {
  const member = read.get('member', input.memberId);
  if (member === undefined) return null;
  const owners = read.all('member').filter((one) => one.role === 'owner' && one.removedAt === null).length;
  return changesOf(editMember({ member, owners }, { ...input, memberId: member.id }, context));
};

export const guessTeamEdit: MakeGuess<'team.edit'> = (read, input, context) => {
  const team = read.get('team', input.teamId);
  if (team === undefined) return null;
  const placements = read.by('placement', 'teamId', team.id).filter((placement) => placement.stepId !== null);
  // The references of the input are the server's own ids, brands apart.
  const parsed = input as Parameters<typeof editTeam>[1];
  return changesOf(editTeam({ team, members: read.all('member'), zoneExists: true, placements }, parsed, context));
};
