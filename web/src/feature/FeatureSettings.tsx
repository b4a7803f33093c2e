// Shortlist's own features, and for whom each is on here.
import { audienceOf, audiences, type Audience } from '@shortlist/domain/feature/feature-words.ts';
import { features, type Feature } from '@shortlist/domain/feature/features.ts';
import { act } from '../app/notify.ts';
import { useSession } from '../sync/session.ts';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import styles from '../workspace/Settings.module.css';
import { SettingsPart } from '../workspace/SettingsPart.tsx';

const labels: Readonly<Record<Audience, string>> = { off: 'Off', ourselves: 'Owners and admins', everyone: 'Everyone' };
const segments = audiences.map((value) => ({ value, label: labels[value] }));
const done: Readonly<Record<Audience, string>> = {
  off: 'is off for everyone',
  ourselves: 'is on for owners and admins',
  everyone: 'is on for everyone',
};

export function FeatureSettings() {
  const session = useSession();
  if (session.state !== 'signed_in') return null;
  const choose = ({ key, name }: Feature, audience: Audience) =>
    void act('workspace.setFeature', { feature: key, audience }, { done: `${name} ${done[audience]}.` });
  return (
    <SettingsPart
      title="Features"
      note="What Shortlist itself can do, behind flags like those of your own product, and answered by the same evaluator. A choice holds at once, on every open page; nobody outside this server is asked or told."
    >
      <ul className={styles.rows}>
        {features.map((feature) => (
          <li key={feature.key} className={styles.row}>
            <div className={styles.rowWords}>
              <div>{feature.name}</div>
              <div className={styles.rowNote}>{feature.does}</div>
            </div>
            <SegmentedControl
              label={`${feature.name} is on for`}
              segments={segments}
              value={audienceOf(session.workspace.features, feature.key)}
              onChange={(audience) => choose(feature, audience)}
            />
          </li>
        ))}
      </ul>
    </SettingsPart>
  );
}
