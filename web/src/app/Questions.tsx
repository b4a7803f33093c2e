// What may be asked anywhere, each drawn once a page: what a command wants to know, labels, what leaves a full refinement, an answer's sentence.
import { RoomDialogHost } from '../backlog/RoomDialogHost.tsx';
import { AskedQuestion } from '../commands/AskedQuestion.tsx';
import { RewordAnswerHost } from '../idea/RewordAnswerHost.tsx';
import { LabelPickerHost } from '../label/LabelPickerHost.tsx';

export function Questions() {
  return (
    <>
      <AskedQuestion />
      <LabelPickerHost />
      <RoomDialogHost />
      <RewordAnswerHost />
    </>
  );
}
