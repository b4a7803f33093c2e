// What a flag is set to in one environment: its rules as sentences, the switch above them, and the way to edit them in place.
import { flagStand } from '@shortlist/domain/flag/environment-state.ts';
import { ruleSentence, serveWords, type SegmentNames } from '@shortlist/domain/flag/rule-sentences.ts';
import { configIn } from '@shortlist/domain/ladder/rungs.ts';
import { act } from '../app/notify.ts';
import { Button } from '../ui/Button.tsx';
import { classNames } from '../ui/class-names.ts';
import { Menu } from '../ui/Menu.tsx';
import styles from './FlagEnvironments.module.css';
import type { Environment, Flag } from './flag-rows.ts';
import { keptDraft } from './rules-draft.ts';
import { RulesEditor } from './RulesEditor.tsx';
import { StandMark } from './StandMark.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import type { OpenedFlag } from './use-opened-flag.ts';
import { useSegmentNames } from './use-flag-names.ts';

export interface EnvironmentCardProps {
  readonly flag: Flag;
  readonly environment: Environment;
  readonly opened: OpenedFlag;
}

export function EnvironmentCard({ flag, environment, opened }: EnvironmentCardProps) {
  const { acts, editing, edit } = opened;
  const { key, name, isProduction } = environment;
  const names = useSegmentNames();
  const config = configIn(flag, key);
  const isEditing = editing === key && acts.mayRelease;
  const refusal = acts.mayRelease ? acts.refusalIn(flag, environment) : null;
  const others = acts.environments.filter((one) => one.key !== key);
  const copyFrom = (from: Environment) =>
    void act('flag.copy', { key: flag.key, from: from.key, to: key }, { done: `${name} has the rules of ${from.name}.` });
  return (
    <section
      aria-label={name}
      data-environment={key}
      className={classNames(styles.card, isEditing && styles.open, !config.enabled && styles.off)}
    >
      <header className={styles.head}>
        <h3 className={styles.name}>
          {name} <StandMark stand={flagStand(flag, environment)} />
        </h3>
        {acts.mayRelease && (
          <span className={styles.acts}>
            {config.enabled ? (
              <Button size="small" keys={isProduction ? 'o' : undefined} onClick={() => acts.kill([flag], [environment])}>
                Switch off<VisuallyHidden> in {name}</VisuallyHidden>
              </Button>
            ) : (
              <Button size="small" disabled={refusal !== null} onClick={() => acts.switchOn(flag, environment)}>
                Switch on<VisuallyHidden> in {name}</VisuallyHidden>
              </Button>
            )}
          </span>
        )}
      </header>
      {isEditing ? (
        <RulesEditor flag={flag} environment={environment} refusal={refusal} onClose={() => edit(null)} />
      ) : (
        <RuleSentences flag={flag} config={config} names={names} />
      )}
      {acts.mayRelease && !isEditing && (
        <div className={styles.acts}>
          <Button size="small" disabled={refusal !== null} onClick={() => edit(key)}>
            {keptDraft(flag.key, key) === undefined ? 'Edit rules' : 'Go on editing'}
            <VisuallyHidden> in {name}</VisuallyHidden>
          </Button>
          {refusal === null && others.length > 0 && (
            <Menu
              label="Copy from…"
              size="small"
              variant="plain"
              entries={others.map((from) => ({
                kind: 'item' as const,
                id: from.key,
                label: from.name,
                run: () => copyFrom(from),
              }))}
            />
          )}
        </div>
      )}
      {refusal !== null && <p className={styles.note}>{refusal}</p>}
    </section>
  );
}

interface RuleSentencesProps {
  readonly flag: Flag;
  readonly config: Flag['environments'][string];
  readonly names: SegmentNames;
}

function RuleSentences({ flag, config, names }: RuleSentencesProps) {
  const { rules, fallthrough, offVariant, enabled } = config;
  const off = offVariant === null ? 'the default in the code' : offVariant;
  return (
    <>
      <ol className={styles.rules} aria-label={`Rules of ${flag.key}`}>
        {rules.map((rule, index) => (
          <li key={rule.id} className={styles.rule}>
            <span className={styles.number} aria-hidden="true">
              {index + 1}
            </span>
            <span>{ruleSentence(rule, names)}</span>
            {rule.title !== '' && <span className={styles.ruleTitle}>{rule.title}</span>}
          </li>
        ))}
        <li className={styles.rule}>
          <span className={styles.number} aria-hidden="true">
            ·
          </span>
          <span>
            {rules.length === 0 ? 'Everybody' : 'Everybody else'}: {serveWords(fallthrough)}.
          </span>
        </li>
      </ol>
      {!enabled && <p className={styles.note}>Switched off: everybody gets {off}, whatever the rules say.</p>}
    </>
  );
}
