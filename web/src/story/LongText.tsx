// A long text of a story, which is fetched when the story is opened.
import type { TextField } from '@shortlist/domain/text/text.ts';
import { longestText } from '@shortlist/domain/text/text-limits.ts';
import { act } from '../app/notify.ts';
import { EditableMarkdown } from '../editor/EditableMarkdown.tsx';
import { FieldPresence } from '../presence/FieldPresence.tsx';
import { useText } from '../sync/use-query.ts';
import { FieldLabel } from './FieldLabel.tsx';

export interface LongTextProps {
  readonly storyId: string;
  readonly field: TextField;
  readonly heading: string;
  /** Said where nobody wrote anything yet. */
  readonly belongsHere: string;
  readonly mayEdit: boolean;
}

export function LongText({ storyId, field, heading, belongsHere, mayEdit }: LongTextProps) {
  const { text, baseSeq, refusal } = useText(storyId, field);
  return (
    <EditableMarkdown
      heading={heading}
      shownHeading={
        <FieldLabel field={field} mayEdit={mayEdit}>
          {heading}
        </FieldLabel>
      }
      field={field}
      belongsHere={belongsHere}
      mayEdit={mayEdit}
      text={text}
      baseSeq={baseSeq}
      refusal={refusal?.message}
      maxLength={longestText}
      subjectId={storyId}
      checkedAs={field === 'problem' ? 'problem' : undefined}
      onSave={(words, base) => void act('text.edit', { subjectId: storyId, field, baseSeq: base, text: words })}
    >
      <FieldPresence field={field} />
    </EditableMarkdown>
  );
}
