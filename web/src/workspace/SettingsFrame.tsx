// What surrounds every section of Settings: its title, and the way to the others.
import { roleMay } from '@shortlist/domain/workspace/roles.ts';
import { useRouter } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';
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
  const { history } = useRouter();
  const follow = (event: MouseEvent, href: string) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    history.push(href);
  };
  return (
    <>
      <PageHeader title="Settings" />
      <div className={styles.page}>
        <nav aria-label="Sections of Settings" className={styles.nav}>
          {settingsSections
            .filter(({ requires }) => roleMay(role, requires))
            .map(({ id, label }) => (
              <a
                key={id}
                href={`/settings/${id}`}
                aria-current={id === section ? 'page' : undefined}
                className={styles.link}
                onClick={(event) => follow(event, `/settings/${id}`)}
              >
                {label}
              </a>
            ))}
        </nav>
        <div className={styles.content}>{children}</div>
      </div>
    </>
  );
}
