import { z } from 'zod';
import { command, query } from '../operation.ts';
import { pageInput, pageOf, personId } from '../schema-parts.ts';
import { channels } from './notice-channels.ts';
import { followingStates, noticeKinds } from './notice-kinds.ts';
import { Following, Notice, NoticeSettings, subjectId } from './notice.ts';

export const tellNotices = command({
  name: 'notice.tell',
  summary: 'Reads on in the feed and tells people what concerns them. The server does it by itself.',
  requires: 'system',
  input: z.object({}),
  output: z.object({
    memberIds: z.array(personId).describe('Whose notices or followings are others now'),
    hasMore: z.boolean().describe('There is more to read at once'),
  }),
});

export const forgetNotices = command({
  name: 'notice.forget',
  summary: 'Removes notices of more than 90 days, and those beyond a member’s last thousand. The server does it by itself.',
  requires: 'system',
  input: z.object({}),
  output: z.object({ gone: z.int() }),
});

export const listNotices = query({
  name: 'notice.list',
  summary: 'What one was told, newest first. Suggesters see what concerns their own ideas.',
  requires: 'find',
  input: z.object({ ...pageInput }),
  output: pageOf(
    z.object({
      notice: Notice,
      handle: z.string().describe('Of the idea or work item; of a flag `flag/` and its key'),
      title: z.string(),
      by: z.string().nullable().describe('The name of who did it'),
    }),
  ),
});

export const countNotices = query({
  name: 'notice.count',
  summary: 'How many ideas and work items have something that one did not read.',
  requires: 'find',
  input: z.object({}),
  output: z.object({ unread: z.int() }),
});

export const readNotices = command({
  name: 'notice.read',
  summary: 'Marks what one was told of an idea or a work item as read or unread, or all of it as read.',
  requires: 'follow',
  input: z
    .object({
      subjectId: subjectId.optional().describe('Absent: all of them'),
      read: z.boolean().default(true),
      upTo: z.int().min(0).optional().describe('Only of changes up to this number: what came since stays unread'),
    })
    .refine(({ subjectId: one, read }) => read || one !== undefined, {
      path: ['subjectId'],
      message: 'must be named to mark it unread',
    }),
  output: z.object({ changed: z.int().describe('How many notices') }),
});

export const setFollowing = command({
  name: 'following.set',
  summary: 'Follows an idea or a work item, leaves it, or mutes it.',
  requires: 'follow',
  input: z.object({ subjectId, state: z.enum(followingStates) }),
  output: Following,
});

export const getFollowing = query({
  name: 'following.get',
  summary: 'How one stands to an idea or a work item.',
  requires: 'find',
  input: z.object({ subjectId }),
  output: z.object({ state: z.enum(followingStates).describe('left: not followed') }),
});

const shownSettings = z.object({
  channels: z.record(z.enum(noticeKinds), z.enum(channels)),
  quietFrom: NoticeSettings.shape.quietFrom,
  quietTo: NoticeSettings.shape.quietTo,
  timeZone: NoticeSettings.shape.timeZone,
});

export const getNoticeSettings = query({
  name: 'notice.settings',
  summary: 'How one is told of what, and whether this installation sends mail at all.',
  requires: 'find',
  input: z.object({}),
  output: shownSettings.extend({
    address: z.string().nullable().describe('Where one’s mail goes'),
    mailIsOn: z.boolean().describe('Whether the server was given a mail server'),
  }),
});

export const setNoticeSettings = command({
  name: 'notice.set',
  summary: 'Chooses what one is told of in the app, by mail too, or not at all, and when no mail is wanted.',
  requires: 'follow',
  input: z
    .object({
      channels: NoticeSettings.shape.channels.optional().describe('Only those that change'),
      quiet: z
        .object({ from: NoticeSettings.shape.quietFrom.unwrap(), to: NoticeSettings.shape.quietTo.unwrap() })
        .nullable()
        .optional()
        .describe('null: mail at any time'),
      timeZone: NoticeSettings.shape.timeZone.optional(),
    })
    .describe('What is left out stays'),
  output: shownSettings,
});
