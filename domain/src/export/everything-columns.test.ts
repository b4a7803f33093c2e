import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aSubject } from '../query/query-examples.ts';
import { everythingColumns, everythingCsv } from './everything-columns.ts';

test('a file has a line of titles and every column of each subject, and nothing in it runs', () => {
  const subject = aSubject({
    title: '=HYPERLINK("http://x"), please',
    labels: [
      { id: 'lab_a', name: 'door' },
      { id: 'lab_b', name: 'urgent' },
    ],
    size: 'M',
    ownerName: 'Ana Lindqvist',
    collaborators: [{ id: 'mem_bo', name: 'Bo Öst' }],
  });
  assert.equal(
    everythingCsv([subject], everythingColumns),
    'Handle,Title,Type,Labels,Stands in,Size,Team,Owner,Collaborators,Moved,Age\r\n' +
      'STORY-1,"\'=HYPERLINK(""http://x""), please",Story,"door, urgent",Refinement,M,Web,Ana Lindqvist,Bo Öst,' +
      '2026-11-01T08:00:00.000Z,2026-11-01T08:00:00.000Z\r\n',
  );
});
