// A small workspace with one story in refinement, for journeys about stories.
import { colleague, owner } from './entrance.ts';
import { callApi, type Product } from './product.ts';

/** Calls an operation as the owner; `Answer` names the fields that the caller reads. */
export type Api = <Answer = unknown>(operation: string, input?: object) => Promise<Answer>;

interface Named {
  readonly id: string;
}

/** Makes the owner with the team HARB, a colleague in it, and STORY-1; answers the API as the owner calls it. */
export async function aWorkspaceWithAStory(product: Product): Promise<Api> {
  const setUp = ['setup', '--url', product.url, '--setup-token-file', product.setupTokenFile, '--email', owner.email];
  const words = ['--name', owner.name, '--password-stdin', '--workspace', 'Tideline', '--team', 'HARB:Harbour'];
  const token = (await product.run([...setUp, ...words], { input: owner.password })).trim();
  // The fields are those that the API's reference promises.
  const api: Api = async <Answer>(operation: string, input = {}) =>
    (await callApi(product.url, token, operation, input)) as Answer;
  const { invitationSecret } = await api<{ readonly invitationSecret: string }>('member.invite', {
    role: 'member',
    teamId: 'HARB',
  });
  await callApi(product.url, '', 'member.join', { invitationSecret, ...colleague });
  const idea = await api<Named>('idea.capture', { problem: 'Arrivals are searched for at night' });
  const review = await api<Named>('review.start', { ideaIds: [idea.id] });
  const decision = { kind: 'refine', as: 'story', teamId: 'HARB' };
  await api('review.decide', { reviewId: review.id, ideaId: idea.id, decision });
  await api('review.close', { reviewId: review.id });
  return api;
}
