// Where the product runs: the environments in order, who may release in each, and the keys with which products ask there.
import { mostEnvironments } from '@shortlist/domain/environment/environment-words.ts';
import { useMemo, useState } from 'react';
import { useMay } from '../app/use-may.ts';
import { useAll } from '../sync/use-store.ts';
import { Button } from '../ui/Button.tsx';
import { SettingsPart } from '../workspace/SettingsPart.tsx';
import styles from '../workspace/Settings.module.css';
import { EnvironmentFacts } from './EnvironmentFacts.tsx';
import { EnvironmentKeys } from './EnvironmentKeys.tsx';
import { NewEnvironment } from './NewEnvironment.tsx';

export function EnvironmentSettings() {
  const all = useAll('environment');
  const environments = useMemo(() => all.toSorted((a, b) => a.position - b.position), [all]);
  const mayManage = useMay('manage_workspace');
  const [adding, setAdding] = useState(false);
  return (
    <>
      <SettingsPart
        title="Environments"
        note="From the first place a change is tried to the last. Every flag has a state of its own in each."
        action={
          mayManage && environments.length < mostEnvironments && <Button onClick={() => setAdding(true)}>New environment</Button>
        }
      >
        {null}
      </SettingsPart>
      {environments.map((environment) => (
        <SettingsPart
          key={environment.id}
          title={environment.name}
          note={environment.isProduction ? 'Customers use it: only owners and admins make and revoke its keys.' : undefined}
        >
          <div className={styles.stack}>
            <EnvironmentFacts environment={environment} last={environments.length - 1} mayManage={mayManage} />
            <EnvironmentKeys environment={environment} />
          </div>
        </SettingsPart>
      ))}
      {adding && <NewEnvironment onClose={() => setAdding(false)} />}
    </>
  );
}
