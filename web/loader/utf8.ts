// The one place that turns text into bytes and back, so that a host without TextEncoder can bring its own.

export interface Utf8 {
  encode(text: string): Uint8Array;
  decode(bytes: Uint8Array): string;
}

export function platformUtf8(): Utf8 {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  return { encode: (text) => encoder.encode(text), decode: (bytes) => decoder.decode(bytes) };
}
