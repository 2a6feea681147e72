// The picture on the card that is sent on: the bar of the answer in its tints, and nothing that is anybody's.

import { crc32Of } from "./crc32.mjs";
import { deflateSync } from "node:zlib";

/** WeChat shows it five by four. */
const WIDTH = 500;
const HEIGHT = 400;

const GROUND = [0xf5, 0xf1, 0xe9];
const INK = [0x22, 0x26, 0x2a];
/** Insurance, serious illness, assistance, the person's own part. */
const PARTS = [
  [0xc3, 0xd0, 0xdb, 0.4],
  [0xe3, 0xd3, 0xa9, 0.15],
  [0xb3, 0xd0, 0xb5, 0.25],
  [0x1d, 0x4a, 0x73, 0.2],
];
const BAR = { left: 50, right: 450, top: 150, bottom: 250, edge: 3 };

function partAt(x) {
  let share = (x - BAR.left) / (BAR.right - BAR.left);
  for (const [red, green, blue, part] of PARTS) {
    if (share < part) return [red, green, blue];
    share -= part;
  }
  return PARTS.at(-1).slice(0, 3);
}

function colourAt(x, y) {
  const inside = (edge) =>
    x >= BAR.left - edge && x < BAR.right + edge && y >= BAR.top - edge && y < BAR.bottom + edge;
  if (inside(0)) return partAt(x);
  return inside(BAR.edge) ? INK : GROUND;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32Of(body), body.length + 4);
  return whole;
}

/** As a PNG file. */
export function cardPicture() {
  const rows = Array.from({ length: HEIGHT }, (_, y) => [
    0,
    ...Array.from({ length: WIDTH }, (_, x) => colourAt(x, y)).flat(),
  ]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.from(rows.flat()), { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
