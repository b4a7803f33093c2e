// A small workspace with one story in refinement, for journeys about stories.
import { colleague } from './entrance.ts';
import { callApi, startFilled, type Product } from './product.ts';
import { setUpByCommand } from './seed-workspace.ts';

/** Calls an operation as the owner; `Answer` names the fields that the caller reads. */
export type Api = <Answer = unknown>(operation: string, input?: object) => Promise<Answer>;

interface Named {
  readonly id: string;
}

/** Starts a product where the owner has the team HARB, a colleague in it, and STORY-1; answers the API as the owner calls it. */
export async function startWithAStory(): Promise<{ readonly product: Product; readonly api: Api }> {
  const { product, made: token } = await startFilled('story', makeStory);
  return { product, api: apiOf(product, token) };
}

/** The fields are those that the API's reference promises. */
function apiOf(product: Product, token: string): Api {
  return async <Answer>(operation: string, input = {}) => (await callApi(product.url, token, operation, input)) as Answer;
}

async function makeStory(product: Product): Promise<string> {
  const token = await setUpByCommand(product);
  const api = apiOf(product, token);
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
  return token;
}
