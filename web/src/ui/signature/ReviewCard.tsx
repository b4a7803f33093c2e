// One idea, alone on the page: the problem large, what speaks for it beside it, and the ways it can end below.
import type { ReactNode } from 'react';
import { Handle } from '../Handle.tsx';
import styles from './ReviewCard.module.css';

export interface ReviewCardProps {
  readonly handle: string | null;
  /** The problem, in the suggester's words. */
  readonly problem: string;
  /** One line on where and for whom it comes up. */
  readonly context?: ReactNode;
  /** Who suggested it, its age, how many voices: short parts, drawn in one line. */
  readonly facts: readonly ReactNode[];
  /** Words of customers and links; absent, its place stays away. */
  readonly evidence?: ReactNode;
  readonly evidenceTitle?: string;
  /** Likely duplicates and earlier rejections. */
  readonly similar?: ReactNode;
  readonly similarTitle?: string;
  /** A stamp over the card once it is decided, such as "Rejected: no room". */
  readonly decided?: ReactNode;
  /** A refusal, where it happened. */
  readonly notice?: ReactNode;
  /** Usually `KeyActions`. */
  readonly actions: ReactNode;
}

export function ReviewCard(props: ReviewCardProps) {
  const { handle, problem, context, facts, evidence, evidenceTitle, similar, similarTitle, decided, notice, actions } = props;
  const hasBeside = evidence !== undefined || similar !== undefined;
  return (
    <article className={styles.card} data-decided={decided !== undefined || undefined}>
      <div className={styles.sheet}>
        <div className={styles.main}>
          <div className={styles.facts}>
            <span className={styles.fact}>
              <Handle text={handle} />
            </span>
            {facts.map((fact, index) => (
              // The parts are fixed in number and order.
              // oxlint-disable-next-line react/no-array-index-key
              <span key={index} className={styles.fact}>
                {fact}
              </span>
            ))}
          </div>
          <h2 className={styles.problem} data-length={lengthOf(problem)}>
            {problem}
          </h2>
          {context !== undefined && <p className={styles.context}>{context}</p>}
          {decided !== undefined && <p className={styles.decided}>{decided}</p>}
          {notice}
        </div>
        {hasBeside && (
          <div className={styles.beside}>
            {evidence !== undefined && (
              <section className={styles.section}>
                <h3 className={styles.name}>{evidenceTitle}</h3>
                {evidence}
              </section>
            )}
            {similar !== undefined && (
              <section className={styles.section}>
                <h3 className={styles.name}>{similarTitle}</h3>
                {similar}
              </section>
            )}
          </div>
        )}
      </div>
      <div className={styles.actions}>{actions}</div>
    </article>
  );
}

/** Long problems are set smaller, so that they are read without scrolling. */
function lengthOf(problem: string): 'short' | 'long' | 'very-long' {
  if (problem.length <= 120) return 'short';
  return problem.length <= 280 ? 'long' : 'very-long';
}
