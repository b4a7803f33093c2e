import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noticeGroups, type ListedNotice } from './notice-groups.ts';

function listed(seq: number, subjectId: string, isRead: boolean): ListedNotice {
  // The brands of ids are the schema's to make.
  const notice = {
    id: `ntc_${seq}`,
    memberId: 'mem_1',
    kind: 'mentioned',
    subjectId,
    seq,
    byId: null,
    words: '',
    at: '2026-11-16T09:00:00.000Z',
    readAt: isRead ? '2026-11-16T10:00:00.000Z' : null,
  } as unknown as ListedNotice['notice'];
  return { notice, handle: subjectId.toUpperCase(), title: subjectId, by: 'Mira Kay' };
}

test('notices of one item are one row, told by its newest, in the order of their newest', () => {
  const groups = noticeGroups([listed(9, 'b', true), listed(8, 'a', false), listed(7, 'b', false), listed(6, 'a', false)]);
  assert.deepEqual(
    groups.map(({ id, count, unread, latest }) => [id, count, unread, latest.notice.seq]),
    [
      ['b', 2, 1, 9],
      ['a', 2, 2, 8],
    ],
  );
  assert.deepEqual(noticeGroups([]), []);
});
