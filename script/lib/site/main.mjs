// What operators do with the folder that they serve, on a machine with nothing but Node: docs/deploy.md.
import { argv } from "node:process";
import { check } from "./check.mjs";
import { renew } from "./renew.mjs";

const COMMANDS = { renew, check };
const USAGE = "usage: script/site renew FOLDER | script/site check FOLDER|ADDRESS";

const [name, where, ...more] = argv.slice(2);
const command = Object.hasOwn(COMMANDS, name ?? "") ? COMMANDS[name] : undefined;
if (!command || !where || more.length > 0) {
  console.error(USAGE);
  process.exit(2);
}
try {
  const { told, problems } = await command(where);
  for (const problem of problems) console.error(problem);
  console.log(problems.length > 0 ? `${where}: ${problems.length} wrong` : `${where}: ${told}`);
  process.exitCode = problems.length > 0 ? 1 : 0;
} catch (error) {
  console.error(`${where}: ${error.message}`);
  process.exitCode = 1;
}
