/** What a client of the feed says on its socket: where its person is. Heard at most four times a second, and bounded. */
import { placeRefusal, presenceLimits, readPlace } from '@shortlist/domain/presence/place.ts';
import { WebSocket } from 'ws';
import type { Seat } from '../changes/presence.ts';

const refusal = JSON.stringify({ type: 'refused', message: placeRefusal });

/** Listens to the client until it closes. */
export function hearPlaces(client: WebSocket, seat: Seat): void {
  let latest: string | null = null;
  let timer: NodeJS.Timeout | null = null;
  let secondEnds = 0;
  let inSecond = 0;

  const take = (): void => {
    timer = null;
    if (latest === null) return;
    const said = latest;
    latest = null;
    timer = setTimeout(take, presenceLimits.gapMs);
    const place = readPlace(said);
    if (place !== 'refused') seat.moveTo(place);
    else if (client.readyState === WebSocket.OPEN) client.send(refusal);
  };
  client.on('message', (data: Buffer, isBinary) => {
    const now = performance.now();
    if (now >= secondEnds) [secondEnds, inSecond] = [now + 1_000, 0];
    inSecond += 1;
    if (inSecond > presenceLimits.perSecond) {
      client.close(1008, `At most ${presenceLimits.perSecond} messages a second are taken.`);
      return;
    }
    // Longer than what is refused anyway is not kept.
    latest = isBinary ? '' : data.toString('utf8', 0, presenceLimits.message * 4);
    if (timer === null) take();
  });
  client.on('close', () => {
    if (timer !== null) clearTimeout(timer);
    latest = null;
    seat.leave();
  });
}
