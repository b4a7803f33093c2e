// A flag on a page of its own: its environments side by side.
import { useParams } from '@tanstack/react-router';
import { PageHeader } from '../ui/PageHeader.tsx';
import { useCommands } from '../ui/use-commands.ts';
import { flagCommands } from './flag-commands.ts';
import { FlagContent } from './FlagContent.tsx';
import { FlagDialogs } from './FlagDialogs.tsx';
import { FlagMenu, FlagMissing } from './FlagPanel.tsx';
import styles from './FlagPage.module.css';
import { FlagRung } from './FlagRung.tsx';
import { useOpenedFlag } from './use-opened-flag.ts';

export function FlagPage() {
  const { key = '' } = useParams({ strict: false });
  return <OneFlag key={key} flagKey={key} />;
}

function OneFlag({ flagKey }: { readonly flagKey: string }) {
  const opened = useOpenedFlag(flagKey);
  const { flag, contextOf } = opened;
  useCommands(flagCommands, () => (flag === undefined ? null : contextOf(flag)));
  return (
    <>
      <PageHeader
        title={<span className={styles.key}>{flagKey}</span>}
        beside={flag !== undefined && <FlagRung rung={flag.rung} />}
        actions={flag !== undefined && <FlagMenu context={contextOf(flag)} />}
      />
      <div className={styles.page}>
        {flag === undefined ? <FlagMissing opened={opened} /> : <FlagContent flag={flag} opened={opened} />}
      </div>
      <FlagDialogs acts={opened.acts} />
    </>
  );
}
