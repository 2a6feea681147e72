// A module of the engine's ABI for the loader's tests, put together by hand: `estimate` gives back the text that it was
// given, `describe` the pack that was loaded last; there is no memory for long texts, and a text that begins with "!"
// traps. It asks for one import, as a stand-alone build may.

const I32 = 0x7f;

const encoder = new TextEncoder();
const text = (name: string) => [name.length, ...encoder.encode(name)];
const list = (items: readonly (readonly number[])[]) => [items.length, ...items.flat()];

function unsigned(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >> 7)];
}

const section = (id: number, bytes: readonly number[]) => [id, ...unsigned(bytes.length), ...bytes];
const type = (parameters: number, results: number) => [
  0x60,
  ...list(Array<number[]>(parameters).fill([I32])),
  ...list(Array<number[]>(results).fill([I32])),
];

// Instructions
const constant = (value: number) => [0x41, ...signed(value)];
const local = (index: number) => [0x20, index];
const global = (index: number) => [0x23, index];
const setGlobal = (index: number) => [0x24, index];
const UNREACHABLE = 0x00;
const END = 0x0b;

function signed(value: number): number[] {
  return value < 64 ? [value] : [(value & 127) | 128, ...signed(value >> 7)];
}

const [RESULT, LENGTH, PACK, PACK_LENGTH, TOP] = [0, 1, 2, 3, 4];
const LONGEST = 1000;

/** Name, type and code of each export, in the order of the function index after the one import. */
const functions = (abi: number): [string, number, number[]][] => [
  ["_initialize", 0, []],
  ["aidcheck_abi", 1, constant(abi)],
  ["aidcheck_result", 1, global(RESULT)],
  ["aidcheck_result_length", 1, global(LENGTH)],
  [
    "aidcheck_alloc",
    2,
    // More than the longest text: 0. Else the top, and the top moves up.
    [
      ...[...local(0), ...constant(LONGEST), 0x4a, 0x04, 0x40, ...constant(0), 0x0f, END],
      ...[...global(TOP), ...global(TOP), ...local(0), 0x6a, ...setGlobal(TOP)],
    ],
  ],
  ["aidcheck_free", 3, []],
  ["aidcheck_load", 4, [...local(0), ...setGlobal(PACK), ...local(1), ...setGlobal(PACK_LENGTH), ...echo()]],
  ["aidcheck_estimate", 4, [...trapAt("!"), ...echo()]],
  [
    "aidcheck_describe",
    4,
    [...global(PACK), ...setGlobal(RESULT), ...global(PACK_LENGTH), ...setGlobal(LENGTH), ...constant(0)],
  ],
];

function echo(): number[] {
  return [...local(0), ...setGlobal(RESULT), ...local(1), ...setGlobal(LENGTH), ...constant(0)];
}

function trapAt(sign: string): number[] {
  const load8 = [0x2d, 0, 0];
  return [...local(0), ...load8, ...constant(sign.charCodeAt(0)), 0x46, 0x04, 0x40, UNREACHABLE, END];
}

export function anEngine(abi = 1): Uint8Array<ArrayBuffer> {
  const all = functions(abi);
  return new Uint8Array([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, list([type(0, 0), type(0, 1), type(1, 1), type(1, 0), type(2, 1)])),
    ...section(2, list([[...text("env"), ...text("emscripten_notify_memory_growth"), 0x00, 3]])),
    ...section(3, list(all.map(([, typeIndex]) => [typeIndex]))),
    ...section(5, list([[0x00, 1]])),
    ...section(6, list([0, 0, 0, 0, 8].map((first) => [I32, 1, ...constant(first), END]))),
    ...section(
      7,
      list([[...text("memory"), 0x02, 0], ...all.map(([name], index) => [...text(name), 0x00, index + 1])]),
    ),
    ...section(10, list(all.map(([, , code]) => [...unsigned(code.length + 2), 0, ...code, END]))),
  ]);
}
