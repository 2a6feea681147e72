// What frame and portal say to each other.

/** Either side is silent to another version's words. */
export const VERSION = 1;

export type Message =
  /** The portal: are you there? */
  | { readonly aidcheck: typeof VERSION; readonly kind: "hello" }
  /** The frame: so many CSS pixels high am I. */
  | { readonly aidcheck: typeof VERSION; readonly kind: "size"; readonly height: number }
  /** The frame: another screen begins, its top should be seen. */
  | { readonly aidcheck: typeof VERSION; readonly kind: "top" };

export function isMessage(data: unknown): data is Message {
  return typeof data === "object" && data !== null && (data as Partial<Message>).aidcheck === VERSION;
}
