// What surrounds every section of Settings: its title, and the way to the others.
import { roleMay } from '@shortlist/domain/workspace/roles.ts';
import type { ReactNode } from 'react';
import { useMe } from '../app/use-me.ts';
import { PageHeader } from '../ui/PageHeader.tsx';
import { settingsSections } from './settings-sections.ts';
import styles from './SettingsFrame.module.css';

export interface SettingsFrameProps {
  /** The id of the section that is shown. */
  readonly section: string;
  readonly children: ReactNode;
}

export function SettingsFrame({ section, children }: SettingsFrameProps) {
  const { role } = useMe();
  return (
    <>
      <PageHeader title="Settings" />
      <div className={styles.page}>
        <nav aria-label="Sections of Settings" className={styles.nav}>
          {settingsSections
            .filter(({ requires }) => roleMay(role, requires))
            .map(({ id, label }) => (
              <a key={id} href={`/settings/${id}`} aria-current={id === section ? 'page' : undefined} className={styles.link}>
                {label}
              </a>
            ))}
        </nav>
        <div className={styles.content}>{children}</div>
      </div>
    </>
  );
}
