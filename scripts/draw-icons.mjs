// Draws the brand mark of web/public/icon.svg as the PNG files that tabs and telephones want: node scripts/draw-icons.mjs
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

const folder = join(import.meta.dirname, '..', 'web', 'public');
const green = [0x1d, 0x5a, 0x43];
const paper = [0xfd, 0xfc, 0xf9];
/** The mark on its square of 32: lines as [x from, x to, y], and half their width. */
const lines = [
  [8, 24, 10.5],
  [8, 19, 16],
  [8, 14, 21.5],
];
const halfLine = 1.3;

/** How far a point lies outside of a square with round corners, in units of the mark; below 0 it is inside. */
function outsideSquare(x, y, radius) {
  const [dx, dy] = [Math.abs(x - 16) - (16 - radius), Math.abs(y - 16) - (16 - radius)];
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius;
}

function outsideLines(x, y) {
  const to = ([from, end, at]) => Math.hypot(x - Math.min(Math.max(x, from), end), y - at) - halfLine;
  return Math.min(...lines.map(to));
}

/** Of a pixel's width, how much is covered. */
const cover = (distance, pixel) => Math.min(1, Math.max(0, 0.5 - distance / pixel));

/** `radius` 0 fills the square; `scale` below 1 leaves room around the mark, for masks that cut corners off. */
function draw(size, { radius, scale = 1 }) {
  const pixel = 32 / size;
  const rows = [];
  for (let row = 0; row < size; row += 1) {
    const bytes = [0];
    for (let column = 0; column < size; column += 1) {
      const [x, y] = [(column + 0.5) * pixel, (row + 0.5) * pixel];
      const ink = cover(outsideLines((x - 16) / scale + 16, (y - 16) / scale + 16) * scale, pixel);
      const color = green.map((part, at) => Math.round(part + (paper[at] - part) * ink));
      bytes.push(...color, Math.round(255 * (radius === 0 ? 1 : cover(outsideSquare(x, y, radius), pixel))));
    }
    rows.push(Buffer.from(bytes));
  }
  return png(size, Buffer.concat(rows));
}

/** A PNG of 8 bits a channel with alpha; https://www.w3.org/TR/png-3/ */
function png(size, pixels) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

const icons = {
  // For a tab: a browser asks for its icon anew whenever the address changes, and a drawing would be drawn each time.
  'icon-48.png': draw(48, { radius: 7 }),
  'icon-192.png': draw(192, { radius: 7 }),
  'icon-512.png': draw(512, { radius: 7 }),
  'icon-maskable-512.png': draw(512, { radius: 0, scale: 0.78 }),
  'apple-touch-icon.png': draw(180, { radius: 0, scale: 0.9 }),
};
for (const [name, bytes] of Object.entries(icons)) writeFileSync(join(folder, name), bytes);
