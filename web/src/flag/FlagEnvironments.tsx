// What a flag is set to, environment by environment and side by side; the one that is edited takes the whole width.
import type { Flag } from './flag-rows.ts';
import { EnvironmentCard } from './EnvironmentCard.tsx';
import styles from './FlagContent.module.css';
import cards from './FlagEnvironments.module.css';
import type { OpenedFlag } from './use-opened-flag.ts';

export function FlagEnvironments({ flag, opened }: { readonly flag: Flag; readonly opened: OpenedFlag }) {
  const { acts } = opened;
  return (
    <section className={styles.part} aria-label="Environments">
      <h2 className={styles.heading}>Environments</h2>
      <div className={cards.cards}>
        {acts.environments.map((environment) => (
          <EnvironmentCard key={environment.key} flag={flag} environment={environment} opened={opened} />
        ))}
      </div>
    </section>
  );
}
