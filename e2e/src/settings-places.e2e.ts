// The settings and the ways in, looked at as the places of work are.
import { lookAtEach, lookers } from './look-at-places.ts';
import { entrances, places } from './places.ts';

const ready = lookers();

lookAtEach(entrances, 'stranger', ready);
lookAtEach(
  places.filter(({ name }) => name.startsWith('settings')),
  'member',
  ready,
);
