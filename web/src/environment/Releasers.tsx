import type { EntityOf } from '@shortlist/domain/entities.ts';
import { useMemo } from 'react';
import { useMe } from '../app/use-me.ts';
import { useAll } from '../sync/use-store.ts';
import { Button } from '../ui/Button.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import styles from '../workspace/Settings.module.css';
import { editEnvironmentTelling } from './edit-environment.ts';

/** Who may let more people see a feature in an environment. Stepping down is free to all, and is not asked here. */
export function Releasers({ environment }: { readonly environment: EntityOf<'environment'> }) {
  const { name, restrictedTo } = environment;
  const me = useMe();
  const all = useAll('member');
  const members = useMemo(
    () => all.filter((member) => member.removedAt === null).toSorted((a, b) => a.name.localeCompare(b.name)),
    [all],
  );
  const restrict = (ids: typeof restrictedTo, done: string) =>
    void editEnvironmentTelling(environment, { restrictedTo: ids === null ? null : [...ids] }, done);
  const chosen = members.filter(({ id }) => restrictedTo?.includes(id) === true);
  const others = members.filter((member) => !chosen.includes(member));
  const add = (id: string) => {
    const member = others.find((other) => other.id === id);
    if (member !== undefined) restrict([...(restrictedTo ?? []), member.id], `${member.name} may release in ${name}.`);
  };
  return (
    <>
      <div className={styles.fields}>
        <SelectField
          label="Who may release here"
          hint="Stepping down is free to every member."
          value={restrictedTo === null ? 'all' : 'some'}
          options={[
            { value: 'all', label: 'Every member of the team' },
            { value: 'some', label: 'Only some people' },
          ]}
          onChange={(next) =>
            next === 'all'
              ? restrict(null, `Every member of a flag’s team may release in ${name}.`)
              : restrict([me.id], `Only you may release in ${name}. Add others.`)
          }
        />
        {restrictedTo !== null && others.length > 0 && (
          <SelectField
            label="Add somebody"
            value=""
            options={[{ value: '', label: 'Choose a member' }, ...others.map((one) => ({ value: one.id, label: one.name }))]}
            onChange={add}
          />
        )}
      </div>
      {chosen.length > 0 && (
        <ul className={styles.rows}>
          {chosen.map((member) => (
            <li key={member.id} className={styles.row}>
              <span className={styles.rowWords}>{member.name}</span>
              <Button
                size="small"
                variant="plain"
                aria-label={`Take out ${member.name}`}
                disabled={chosen.length === 1}
                onClick={() =>
                  restrict(
                    chosen.filter((other) => other !== member).map(({ id }) => id),
                    `${member.name} no longer releases in ${name}.`,
                  )
                }
              >
                Take out
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
