// Items for benches: records as an import brings them, with invented words of usual length.
import type { ImportRecord } from '@shortlist/domain/import/import-record.ts';
import type { Client } from '@shortlist/sdk/client.ts';

const words = ['guest', 'room', 'invoice', 'search', 'calendar', 'refund', 'photo', 'door', 'export', 'note', 'price', 'team'];
const verbs = ['cannot find', 'loses', 'waits for', 'pays twice for', 'does not see', 'has to retype', 'mistakes', 'forgets'];

/** `count` open records, the same for the same count. */
export function openRecords(count: number): ImportRecord[] {
  return Array.from({ length: count }, (_, index) => {
    const number = index + 1;
    const pick = (list: readonly string[], salt: number) =>
      list[(Math.imul(number, 2654435761 + salt) >>> 8) % list.length] ?? '';
    const title = `A ${pick(words, 1)} owner ${pick(verbs, 2)} the ${pick(words, 3)} of the ${pick(words, 4)} (${number.toString(36)})`;
    const at = new Date(Date.UTC(2026, 5, 1) + (Math.imul(number, 40503) >>> 0) * 3).toISOString();
    return {
      source: 'github',
      externalId: `acme/site#${number}`,
      number,
      title,
      body: `It happens ${pick(verbs, 5)} the ${pick(words, 6)}, about ${number % 9} times a week.`,
      url: `https://example.com/acme/site/issues/${number}`,
      author: `user-${number % 40}`,
      labels: [pick(words, 7)],
      assignees: [],
      createdAt: at,
      updatedAt: at,
      closedAt: null,
      state: 'open',
      comments: null,
      commentCount: 0,
    };
  });
}

/** Imports records in batches, as the command line does: the first `inFlight` of them as work, the rest as ideas. */
export async function importRecords(client: Client, records: readonly ImportRecord[], inFlight: number): Promise<void> {
  const started = await client.call('import.start', {
    source: 'github',
    fileName: 'bench.json',
    teamId: 'BENCH',
    total: records.length,
  });
  for (let at = 0; at < records.length; at += 200) {
    const batch = records.slice(at, at + 200);
    const numbers = batch.filter((record) => record.number <= inFlight).map((record) => record.number);
    await client.call('import.add', { importId: started.id, records: batch, choice: { inFlight: { numbers } } });
  }
  await client.call('import.finish', { importId: started.id });
}
