// Tells what was refused after whoever did it had left the page: at the next start, in words.
import type { InputOf } from '@shortlist/domain/operations.ts';
import { draftAgain } from '../idea/capture.ts';
import { onToldLater, type TellLater } from '../sync/send.ts';
import { showToast } from '../ui/toasts.ts';

const tell: TellLater = (refusal, { id, name, input, handle }) => {
  const isCapture = name === 'idea.capture';
  const what = isCapture ? 'An idea that waited here' : `What you did earlier${handle === null ? '' : ` to ${handle}`}`;
  const end = isCapture ? ' Its words are kept: press c to go on with them.' : '';
  // A command's input is that of its name.
  if (isCapture) draftAgain(input as InputOf<'idea.capture'>);
  showToast({ message: `${what} was refused. ${refusal.message}${end}`, tone: 'bad', key: id });
};

/** From now on such refusals are told. */
export function tellLater(): void {
  onToldLater(tell);
}
