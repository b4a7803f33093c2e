// There is no room: the sentence that says so, the ways out, what leaves, and why. Enter takes the way that is chosen.
import type { ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { TextAreaField } from '../ui/TextAreaField.tsx';
import type { WayOutForm } from './use-way-out.ts';
import styles from './WayOutDialog.module.css';

export interface WayOutDialogProps<Way extends string> {
  readonly form: WayOutForm<{ readonly way: Way; readonly sentence: string }>;
  readonly title: string;
  /** What the server says, with its figures. */
  readonly sentence: string;
  /** Shown under the sentence. */
  readonly figures?: ReactNode;
  /** None: nothing can be sent. */
  readonly ways: readonly Way[];
  readonly wayWords: Readonly<Record<Way, string>>;
  /** What leaves; absent where the way asks for nothing. */
  readonly choice?: ReactNode;
  /** What is said of the sentence that the way asks for; null where it asks for none. */
  readonly hint: string | null;
  /** What the sentence is called. */
  readonly sentenceLabel: string;
  readonly submitLabel: string;
  readonly cancelLabel: string;
  readonly onCancel: () => void;
}

export function WayOutDialog<Way extends string>(props: WayOutDialogProps<Way>) {
  const { form, ways, wayWords, hint } = props;
  const { out, change, problem, missing, sending } = form;
  const submit = () => void (ways.length > 0 && form.submit());
  return (
    <Dialog
      open
      width="wide"
      title={props.title}
      onClose={props.onCancel}
      onSubmit={submit}
      footer={
        <>
          <Button keys="Escape" onClick={props.onCancel}>
            {props.cancelLabel}
          </Button>
          {ways.length > 0 && (
            <Button type="submit" variant="primary" keys="Enter" disabled={sending}>
              {props.submitLabel}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.content}>
        {problem !== null && <ErrorNotice problem={problem} />}
        <p className={styles.sentence}>{props.sentence}</p>
        {props.figures}
        {ways.length > 1 && (
          <SegmentedControl
            label="Way out"
            segments={ways.map((value) => ({ value, label: wayWords[value] }))}
            value={out.way}
            onChange={(way) => change({ way })}
          />
        )}
        {ways.length > 0 && props.choice}
        {ways.length > 0 && hint !== null && (
          <TextAreaField
            key={out.way}
            label={props.sentenceLabel}
            hint={hint}
            rows={2}
            maxLength={400}
            required
            value={out.sentence}
            error={missing ?? undefined}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
              event.preventDefault();
              submit();
            }}
            onChange={(event) => change({ sentence: event.target.value })}
          />
        )}
        {hint === null && missing !== null && <p role="alert">{missing}</p>}
      </div>
    </Dialog>
  );
}
