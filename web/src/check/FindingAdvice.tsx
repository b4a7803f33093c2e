import type { Finding } from '@shortlist/domain/check/check-finding.ts';
import type { ReactNode } from 'react';
import { ActButton } from '../ui/ActButton.tsx';
import { actNamed } from '../ui/command.ts';
import { checkCommands, type CheckContext } from './check-commands.ts';
import styles from './FindingAdvice.module.css';

export interface FindingAdviceProps {
  readonly finding: Finding;
  readonly context: CheckContext;
  /** Instead of the acts, while something else is asked. */
  readonly asked?: ReactNode;
}

/** Why something was found, what to ask instead, and what can be done about it: at the words and in the list alike. */
export function FindingAdvice({ finding, context, asked }: FindingAdviceProps) {
  const own = { ...context, current: finding };
  return (
    <>
      <p>
        {finding.why} <span className={styles.ask}>{finding.question}</span>
      </p>
      {finding.note !== null && <p className={styles.note}>{finding.note}</p>}
      {asked || (
        <AdviceActs>
          <ActButton size="small" act={actNamed(checkCommands, 'check.repair', own)} />
          <ActButton size="small" variant="plain" act={actNamed(checkCommands, 'check.set_aside', own)}>
            Set aside…
          </ActButton>
        </AdviceActs>
      )}
    </>
  );
}

/** Buttons beside each other. */
export function AdviceActs({ children }: { readonly children: ReactNode }) {
  return <div className={styles.acts}>{children}</div>;
}
