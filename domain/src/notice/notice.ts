import { z } from 'zod';
import { idOf } from '../ids.ts';
import { instant, itemId, oneLine, personId } from '../schema-parts.ts';
import { channels } from './notice-channels.ts';
import { followingStates, noticeKinds, noticeLimits } from './notice-kinds.ts';

export const subjectId = z.string().max(60).describe('The idea, work item or flag');

export const Notice = z
  .object({
    id: idOf('notice'),
    memberId: personId.describe('Who is told'),
    kind: z.enum(noticeKinds),
    subjectId,
    seq: z.int().describe('The change that it tells of; of one change a member is told once'),
    byId: personId.nullable().describe('Who did it; null: Shortlist itself'),
    words: oneLine(noticeLimits.words).describe('What was said, cut; empty where nothing was'),
    at: instant,
    readAt: instant.nullable(),
  })
  .describe('What a member is told of something that others did');
export type Notice = z.infer<typeof Notice>;

export const Following = z
  .object({
    id: idOf('following'),
    memberId: personId,
    subjectId,
    state: z.enum(followingStates).describe('left: only what names oneself is told; muted: nothing'),
    since: instant,
  })
  .describe('How a member stands to an idea or a work item');
export type Following = z.infer<typeof Following>;

export const Follower = z
  .object({
    id: z.string().max(40).describe('What follows, such as `notices`'),
    seq: z.int().min(0).describe('The last change it has seen'),
  })
  .describe('How far something that follows the feed has come; saved with what it makes of it');
export type Follower = z.infer<typeof Follower>;

export const ToldReady = z
  .object({ id: itemId.describe('The story'), at: instant })
  .describe('A story that was ready when it was last looked at, so that becoming ready is told once');
export type ToldReady = z.infer<typeof ToldReady>;

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 22:00');

export const NoticeSettings = z
  .object({
    id: personId.describe('The member’s own id'),
    channels: z.partialRecord(z.enum(noticeKinds), z.enum(channels)).describe('What was chosen; absent: as usual'),
    quietFrom: clockTime.nullable().describe('From when no mail is sent, in `timeZone`; null: at any time'),
    quietTo: clockTime.nullable(),
    timeZone: z.string().max(60).describe('IANA zone, such as `Europe/Berlin`'),
    unsubscribeToken: z.string().max(80).describe('What the link in a mail names the member by; it does nothing else'),
    mailedUpTo: z.int().min(0).describe('The last change whose notices went into a mail, or were not to'),
    mailedAt: instant.nullable().describe('When a mail was last made'),
  })
  .describe('How a member wants to be told');
export type NoticeSettings = z.infer<typeof NoticeSettings>;
