import js from "@eslint/js";
import globals from "globals";
import ts from "typescript-eslint";

export default ts.config(
  { ignores: ["build/", "dist/", "node_modules/"] },
  js.configs.recommended,
  {
    rules: {
      eqeqeq: "error",
      "no-var": "error",
      "prefer-const": "error",
    },
  },
  {
    files: ["**/*.mjs", "**/*.js"],
    languageOptions: { globals: globals.node },
  },
  {
    // Functions here run in the page too.
    files: ["tests/browser/**/*.mjs", "script/lib/screenshots.mjs"],
    languageOptions: { globals: globals.browser },
  },
  {
    files: ["web/**/*.ts"],
    extends: [ts.configs.strict],
  },
);
