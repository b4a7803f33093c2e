// Guesses of links between items.
import { addLink, removeLink } from '@shortlist/domain/link/link-decide.ts';
import type { MakeGuess } from './command-guess.ts';
import { changesOf } from './guess-of.ts';

export const guessLinkAdd: MakeGuess<'link.add'> = (read, input, context) => {
  const state = { links: read.all('link'), handleOf: () => '' };
  // The references of the input are the server's own ids, brands apart.
  return changesOf(addLink(state, input as Parameters<typeof addLink>[1], context));
};

export const guessLinkRemove: MakeGuess<'link.remove'> = (read, { linkId }) => {
  const link = read.get('link', linkId);
  return link === undefined ? null : changesOf(removeLink({ link }));
};
