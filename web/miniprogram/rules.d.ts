// Made by the build out of rules/ (build.mjs).
declare module "*/rules/index.js" {
  import type { Rules } from "./host/supply.js";
  export const places: Rules["places"];
  export const names: Rules["names"];
  export const files: Rules["files"];
}
