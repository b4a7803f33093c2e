import { decisionWord } from '../idea/decision-words.ts';
import { Badge } from '../ui/Badge.tsx';
import { Handle } from '../ui/Handle.tsx';
import { PickField, PickWords } from '../ui/PickField.tsx';
import type { Idea } from './review-progress.ts';

export interface IdeaPickerProps {
  readonly label: string;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  /** What was found, the likeliest first. */
  readonly ideas: readonly Idea[];
  readonly onPick: (idea: Idea) => void;
}

export function IdeaPicker({ ideas, ...field }: IdeaPickerProps) {
  return (
    <PickField {...field} items={ideas} empty="No other idea has these words in it.">
      {(idea) => (
        <>
          <Handle text={idea.handle === '' ? null : idea.handle} />
          <PickWords>{idea.problem}</PickWords>
          {idea.decision !== null && <Badge>{decisionWord(idea.decision.kind)}</Badge>}
        </>
      )}
    </PickField>
  );
}
