// What one is told of, where, and when no mail is wanted.
import { channels, type Channel } from '@shortlist/domain/notice/notice-channels.ts';
import { noticeKinds, type NoticeKind } from '@shortlist/domain/notice/notice-kinds.ts';
import type { OutputOf } from '@shortlist/domain/operations.ts';
import { act } from '../app/notify.ts';
import { useQuery } from '../sync/use-query.ts';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { Skeleton, SkeletonRows } from '../ui/Skeleton.tsx';
import styles from '../workspace/Settings.module.css';
import { SettingsPart } from '../workspace/SettingsPart.tsx';
import { QuietHours } from './QuietHours.tsx';

export type ShownSettings = OutputOf<'notice.settings'>;

const kindWords: Readonly<Record<NoticeKind, { readonly name: string; readonly note: string }>> = {
  assigned: { name: 'Owner', note: 'Somebody made you the owner of an item.' },
  joined: { name: 'Collaborator', note: 'Somebody made you a collaborator of an item.' },
  mentioned: { name: 'Mention', note: 'Somebody named you with @.' },
  replied: { name: 'Answer', note: 'Somebody answered in a thread of yours.' },
  decided: { name: 'Decision', note: 'An idea that you suggested or follow was decided.' },
  failed: { name: 'Failed', note: 'A criterion of what you own or follow was seen to fail.' },
  found: { name: 'Finding', note: 'Somebody who tried a story of yours saw something.' },
  flag_back: { name: 'Flag asked for again', note: 'A flag that you were to remove was gone, and something asks for it.' },
  flag_late: { name: 'Flag still in the code', note: 'A flag that you were to remove is past its day.' },
  leaving: { name: 'Leaves refinement', note: 'Nobody touched what you own or follow: it goes back to the parking lot.' },
  ready: { name: 'Ready', note: 'What you own or follow became ready.' },
  commented: { name: 'Comment', note: 'Somebody said something about what you own or follow.' },
};
const channelWords: Readonly<Record<Channel, string>> = { app: 'In the app', mail: 'Also by mail', none: 'Not at all' };
const options = channels.map((value) => ({ value, label: channelWords[value] }));

export function NoticeSettings() {
  const { value, refusal, refetch } = useQuery('notice.settings', {});
  if (value === undefined) {
    return refusal === null ? (
      <Skeleton label="Loading what you are told">
        <SkeletonRows />
      </Skeleton>
    ) : (
      <ErrorNotice problem={refusal.message} />
    );
  }
  const choose = (kind: NoticeKind, channel: Channel) =>
    void act('notice.set', { channels: { [kind]: channel } }, { canUndo: false }).then(refetch);
  return (
    <>
      <SettingsPart title="What you are told" note={mailNote(value)}>
        <ul className={styles.rows}>
          {noticeKinds.map((kind) => (
            <li key={kind} className={styles.row}>
              <div className={styles.rowWords}>
                <div>{kindWords[kind].name}</div>
                <div className={styles.rowNote}>{kindWords[kind].note}</div>
              </div>
              <div className={styles.rowField}>
                <SelectField
                  label={kindWords[kind].name}
                  hideLabel
                  value={value.channels[kind]}
                  options={options}
                  onChange={(channel) => choose(kind, channels.find((one) => one === channel) ?? 'app')}
                />
              </div>
            </li>
          ))}
        </ul>
      </SettingsPart>
      <QuietHours key={`${value.quietFrom} ${value.quietTo}`} settings={value} onSaved={refetch} />
    </>
  );
}

function mailNote({ mailIsOn, address }: ShownSettings): string {
  if (!mailIsOn)
    return 'This server sends no mail: its admin has not named a mail server (SHORTLIST_SMTP_URL). All is told in the app.';
  return `Mail goes to ${address ?? 'nowhere yet'}: what you have not read after five minutes, at most one mail in a quarter of an hour.`;
}
