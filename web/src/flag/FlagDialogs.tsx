import { ClimbDialog } from './ClimbDialog.tsx';
import type { FlagActs } from './use-flag-acts.ts';

/** What acts on flags ask before they act. Stands once beside what they act on. */
export function FlagDialogs({ acts }: { readonly acts: FlagActs }) {
  const { climbing, stopClimbing } = acts;
  return climbing === null ? null : (
    <ClimbDialog flag={climbing.flag} rung={climbing.rung} guard={climbing.guard} onClose={stopClimbing} />
  );
}
