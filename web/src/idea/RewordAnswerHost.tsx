// The sentence of an answer, once a page: it is opened from the idea and from the end of its review.
import { lazy, Suspense, useSyncExternalStore } from 'react';
import { onReword, rewordAnswer, rewordedAnswer } from './reword-answer.ts';

const RewordAnswer = lazy(async () => ({ default: (await import('./RewordAnswer.tsx')).RewordAnswer }));

export function RewordAnswerHost() {
  const idea = useSyncExternalStore(onReword, rewordedAnswer);
  return <Suspense>{idea !== null && <RewordAnswer key={idea.id} idea={idea} onClose={() => rewordAnswer(null)} />}</Suspense>;
}
