// The question of a command, once a page: it is drawn wherever the key was pressed or the menu stood.
import { lazy, Suspense, useSyncExternalStore } from 'react';
import { ask, currentQuestion, onQuestionChange } from '../ui/questions.ts';

const PickDialog = lazy(async () => ({ default: (await import('../story/PickDialog.tsx')).PickDialog }));

export function AskedQuestion() {
  const question = useSyncExternalStore(onQuestionChange, currentQuestion);
  if (question === null) return null;
  const { title, note, choices } = question;
  return (
    <Suspense>
      <PickDialog
        key={title}
        title={title}
        note={note}
        options={choices.map(({ id, name, keys, hint, isCurrent = false }) => ({
          id,
          label: name,
          hint,
          isCurrent,
          ...(keys !== undefined && { keys }),
        }))}
        onPick={(picked) => ask(choices.find(({ id }) => id === picked)?.run() ?? null)}
        onClose={() => ask(null)}
      />
    </Suspense>
  );
}
