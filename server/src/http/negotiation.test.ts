import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accepts, etagMatches, preferredEncoding } from './negotiation.ts';

const offered = ['zstd', 'br', 'gzip'] as const;

test('the best encoding that is taken wins, and what is forbidden never does', () => {
  assert.equal(preferredEncoding('gzip, deflate, br, zstd', offered), 'zstd');
  assert.equal(preferredEncoding('gzip, br;q=0', offered), 'gzip');
  assert.equal(preferredEncoding('*', offered), 'zstd');
  assert.equal(preferredEncoding('zstd;q=0, *;q=0.1', offered), 'br');
  assert.equal(preferredEncoding('GZIP;Q=1.0', offered), 'gzip');
});

test('who says nothing, or nothing that we have, gets it plain', () => {
  for (const accept of [undefined, '', 'identity', 'compress', 'br;q=0', ';;,,=']) {
    assert.equal(preferredEncoding(accept, offered), 'identity', accept);
  }
});

test('a tag is found in a list, weak or strong, and not as a part of another', () => {
  assert.equal(etagMatches('"a", W/"b"', '"b"'), true);
  assert.equal(etagMatches('*', '"b"'), true);
  assert.equal(etagMatches('"bb"', '"b"'), false);
  assert.equal(etagMatches(undefined, '"b"'), false);
});

test('a media type is found among others', () => {
  assert.equal(accepts('text/html, Text/Event-Stream;q=0.5', 'text/event-stream'), true);
  assert.equal(accepts('text/event-streams', 'text/event-stream'), false);
  assert.equal(accepts(undefined, 'text/event-stream'), false);
});
