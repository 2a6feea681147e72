// A case that comes in the address: read, and gone from the address bar before anyone else can read it there.

import type { TakeAlong } from "../model/take-along/take-along.js";
import { readFragment } from "../model/take-along/link.js";

export async function openArriving(along: TakeAlong): Promise<void> {
  const reading = readFragment(location.hash);
  if (!reading) return;
  history.replaceState(history.state, "", location.pathname + location.search);
  await along.open(reading);
}
