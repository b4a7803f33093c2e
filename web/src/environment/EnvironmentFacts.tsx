import type { EntityOf } from '@shortlist/domain/entities.ts';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { IconButton } from '../ui/Button.tsx';
import { CheckboxField } from '../ui/CheckboxField.tsx';
import { refusedOrNull } from '../workspace/refused-or-null.ts';
import { SavedTextField } from '../workspace/SavedTextField.tsx';
import styles from '../workspace/Settings.module.css';
import { editEnvironmentTelling, type EnvironmentChange } from './edit-environment.ts';
import { Releasers } from './Releasers.tsx';

type Environment = EntityOf<'environment'>;

export interface EnvironmentFactsProps {
  readonly environment: Environment;
  /** The place of the last in the order. */
  readonly last: number;
  readonly mayManage: boolean;
}

/** Its name, its place in the order, whether customers use it, and who may let more people see a feature there. */
export function EnvironmentFacts({ environment, last, mayManage }: EnvironmentFactsProps) {
  const { key, name, position, isProduction, address } = environment;
  if (!mayManage) return null;
  const edit = async (change: EnvironmentChange, done: string) => await editEnvironmentTelling(environment, change, done);
  return (
    <>
      <div className={styles.fields}>
        <SavedTextField
          label="Name"
          hint={`Its key is ${key}, and stays.`}
          maxLength={60}
          value={name}
          onSave={async (next) => refusedOrNull(await edit({ name: next }, `It is called ${next}.`))}
        />
        <SavedTextField
          label="Address of the product"
          aria-label={`Address of the product in ${name}`}
          hint="Where it is opened to try a feature: https://… Empty: no link."
          inputMode="url"
          mono
          maxLength={2000}
          value={address ?? ''}
          onSave={async (next) =>
            refusedOrNull(
              await edit({ address: next === '' ? null : next }, next === '' ? 'It has no address.' : `It is opened at ${next}.`),
            )
          }
        />
      </div>
      <div className={styles.line}>
        <CheckboxField
          label="Customers use it"
          aria-label={`Customers use ${name}`}
          checked={isProduction}
          onChange={(next) => void edit({ isProduction: next }, next ? `${name} is production.` : `${name} is for trying.`)}
        />
        <span className={styles.acts}>
          <IconButton
            label={`Move ${name} up`}
            icon={<ArrowUp size={14} />}
            disabled={position === 0}
            onClick={() => void edit({ position: position - 1 }, `${name} comes earlier.`)}
          />
          <IconButton
            label={`Move ${name} down`}
            icon={<ArrowDown size={14} />}
            disabled={position === last}
            onClick={() => void edit({ position: position + 1 }, `${name} comes later.`)}
          />
        </span>
      </div>
      <Releasers environment={environment} />
    </>
  );
}
