// All that the kiosk needs stands in its one file: lists of places, rules and engine, compressed.

import type { Stock } from "../loader/coming.js";
import { Engine } from "../loader/engine.js";
import { Atlas, readProvinces, type Place } from "../model/places.js";
import { stockOf } from "../model/stock.js";
import type { Supply } from "../page/start.js";

interface Inlined {
  readonly index: { readonly places: readonly Place[] };
  readonly places: { readonly places: Readonly<Record<string, string>> };
  readonly rules: Readonly<Record<string, string>>;
}

async function unpacked(id: string): Promise<Response> {
  const packed = atob(document.getElementById(id)?.textContent?.trim() ?? "");
  const bytes = Uint8Array.from(packed, (sign) => sign.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream);
}

export class InFile implements Supply {
  private readonly inlined = unpacked("rules").then((response) => response.json() as Promise<Inlined>);

  async atlas(): Promise<Atlas> {
    const { index, places } = await this.inlined;
    return new Atlas(index.places, readProvinces(places.places));
  }

  async stock(atlas: Atlas): Promise<Stock> {
    const { rules } = await this.inlined;
    const engine = await Engine.start(await (await unpacked("engine")).arrayBuffer());
    return stockOf(engine, atlas, (file) => rules[file]);
  }
}
