// What runs in Alipay's worker.

import type { PackageWasm } from "../host/engine.js";
import { serve, type Port } from "./far-engine.js";

declare const worker: Port;
declare const MYWebAssembly: PackageWasm;

serve(worker, MYWebAssembly);
