// What others did that concerns one: a row for each idea, item or flag, opened beside the list, and read by that.
import { flagKeyOf } from '@shortlist/domain/flag/flag-handle.ts';
import { noticeWords } from '@shortlist/domain/notice/notice-channels.ts';
import { CheckCheck } from 'lucide-react';
import { useMemo } from 'react';
import { act } from '../app/notify.ts';
import { useOpenItem } from '../app/use-open-item.ts';
import { useQuery } from '../sync/use-query.ts';
import { ActButton } from '../ui/ActButton.tsx';
import { classNames } from '../ui/class-names.ts';
import { actNamed } from '../ui/command.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { Handle } from '../ui/Handle.tsx';
import { List } from '../ui/List.tsx';
import { RowFigure, RowTitle } from '../ui/ListRow.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { Skeleton, SkeletonRows } from '../ui/Skeleton.tsx';
import { useCommands } from '../ui/use-commands.ts';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { noticeCommands, noticesCommands } from './notice-commands.ts';
import { noticeGroups, type NoticeGroup } from './notice-groups.ts';
import styles from './NoticesPage.module.css';

const idOf = (group: NoticeGroup) => group.id;

export function NoticesPage() {
  const { value, refusal } = useQuery('notice.list', { limit: 1000 });
  const groups = useMemo(() => noticeGroups(value?.items ?? []), [value]);
  const { handle: openHandle, open, openPage } = useOpenItem();
  const newest = value?.items[0]?.notice.seq ?? 0;
  const unread = groups.filter((group) => group.unread > 0).length;
  const context = {
    hasUnread: unread > 0,
    readAll: () => void act('notice.read', { upTo: newest }, { done: 'All is read.', canUndo: false }),
  };
  useCommands(noticesCommands, () => context);
  const setRead = ({ id }: NoticeGroup, read: boolean) =>
    void act('notice.read', { subjectId: id, read, ...(read && { upTo: newest }) }, { canUndo: false });
  const openGroup = (group: NoticeGroup, how: (handle: string) => void) => {
    if (group.unread > 0) setRead(group, true);
    how(group.handle);
  };

  return (
    <>
      <PageHeader
        title="Notices"
        note={unread === 0 ? 'What others did that concerns you.' : `${unread} to read.`}
        actions={<ActButton act={actNamed(noticesCommands, 'notices.read_all', context)} icon={<CheckCheck size={16} />} />}
      />
      {value === undefined && refusal !== null && <ErrorNotice problem={refusal.message} />}
      {value === undefined && refusal === null && (
        <Skeleton label="Loading notices">
          <SkeletonRows />
        </Skeleton>
      )}
      {value !== undefined && (
        <List
          label="Notices"
          items={groups}
          idOf={idOf}
          openId={groups.find(({ handle }) => handle === openHandle)?.id ?? null}
          hasOpen={openHandle !== null}
          onOpen={(group) => openGroup(group, open)}
          onOpenPage={(group) => openGroup(group, openPage)}
          commands={{ set: noticeCommands, contextOf: (meant) => ({ groups: meant, setRead }) }}
          menuLabelOf={({ handle }) => `Acts on the notices of ${handle}`}
          tallOnPhone
          empty={
            <EmptyState sentence="You are told here when somebody names you, answers you, makes you an owner, or decides an idea of yours. Follow an idea or an item, and you are told of it too." />
          }
        >
          {(group) => <NoticeRow group={group} />}
        </List>
      )}
    </>
  );
}

function NoticeRow({ group: { handle, title, latest, count, unread } }: { readonly group: NoticeGroup }) {
  const { kind, words } = latest.notice;
  const said = `${noticeWords(kind, latest.by)}${words === '' ? '' : `: ${words}`}`;
  return (
    <>
      <span className={classNames(styles.dot, unread > 0 && styles.unread)}>
        <VisuallyHidden>{unread > 0 ? 'Unread' : 'Read'}</VisuallyHidden>
      </span>
      <Handle text={flagKeyOf(handle) === null ? handle : 'Flag'} column />
      <RowTitle detail={said}>
        <span className={classNames(styles.title, unread > 0 && styles.new)}>{title}</span>
      </RowTitle>
      {count > 1 && <RowFigure width="normal">{`${count} in all`}</RowFigure>}
      <RowFigure width="narrow" hideOnPhone={false}>
        <RelativeTime time={latest.notice.at} look="short" />
      </RowFigure>
    </>
  );
}
