// What can be done with notices.
import type { CommandSet } from '../ui/command.ts';
import type { NoticeGroup } from './notice-groups.ts';

export interface NoticesContext {
  readonly hasUnread: boolean;
  readonly readAll: () => void;
}

export const noticesCommands: CommandSet<NoticesContext> = {
  name: 'Notices',
  scope: 'place',
  commands: [
    {
      id: 'notices.read_all',
      name: 'Mark all as read',
      keys: ['Shift+e'],
      words: 'clear done seen',
      when: ({ hasUnread }) => hasUnread,
      run: ({ readAll }) => readAll(),
    },
  ],
};

export interface NoticeContext {
  /** Never empty. */
  readonly groups: readonly NoticeGroup[];
  readonly setRead: (group: NoticeGroup, read: boolean) => void;
}

const hasUnread = ({ groups }: NoticeContext) => groups.some(({ unread }) => unread > 0);

export const noticeCommands: CommandSet<NoticeContext> = {
  name: 'Notice',
  scope: 'thing',
  titleOf: ({ groups: [first] }) => (first === undefined ? '' : `${first.handle} ${first.title}`),
  commands: [
    {
      id: 'notice.read',
      name: (context) => (hasUnread(context) ? 'Mark as read' : 'Mark as unread'),
      keys: ['e'],
      words: 'done seen unread later',
      run: (context) => {
        for (const group of context.groups) context.setRead(group, hasUnread(context));
      },
    },
  ],
};
