// The text of a file. Programs for Windows still write GBK.

/** Bytes that are no text come out one sign each, so that what they are can be told. */
export function textOf(bytes: Uint8Array): string {
  const [first = 0, second = 0] = bytes;
  const wide =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "";
  for (const encoding of wide ? [wide] : ["utf-8", "gb18030"]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next one then.
    }
  }
  return new TextDecoder("latin1").decode(bytes.subarray(0, 64));
}
