// Debian's nginx as an ordinary process, with docs/nginx.conf as it is but for what operators fill in.
import { execFileSync, spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const PROGRAM = "/usr/sbin/nginx";
const BROTLI = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";
const CONFIGURATION = fileURLToPath(new URL("../../docs/nginx.conf", import.meta.url));

async function freePort() {
  const server = createServer();
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

/** Every blank is there to be filled, or the documented file is no longer the one that is tested. */
function fill(text, blanks) {
  return blanks.reduce((filled, [blank, value]) => {
    if (!filled.includes(blank)) throw new Error(`docs/nginx.conf has no "${blank}"`);
    return filled.replaceAll(blank, value);
  }, text);
}

function makeCertificate(folder) {
  const [key, certificate] = [join(folder, "key.pem"), join(folder, "certificate.pem")];
  const subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"];
  const made = ["-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-keyout", key, "-out", certificate];
  execFileSync("openssl", ["req", ...made, ...subject], { stdio: "ignore" });
}

const main = (folder, modules) => `
${modules.map((module) => `load_module ${module};`).join("\n")}
daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
error_log stderr;
events {}
http {
${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/${name};`).join("\n")}
include ${folder}/site.conf;
}`;

const answers = (port) =>
  new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });

/** Serves a folder. Without the brotli module its line is taken out, as the documentation says. */
export async function startNginx(site, { portals = "https://portal.example", brotli = true } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "nginx-"));
  // nginx's worker is somebody else where the tests are run by root.
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, "log"));
  makeCertificate(folder);
  const [plain, secure] = [await freePort(), await freePort()];
  const blanks = [
    ["aidcheck.example", "localhost"],
    ["root /srv/aidcheck;", `root ${site};`],
    ["/etc/ssl/aidcheck/", `${folder}/`],
    ["/var/log/nginx/", `${folder}/log/`],
    ["https://portal.example", portals],
    ["  listen [::]:80;\n", ""],
    ["  listen [::]:443 ssl http2;\n", ""],
    ["listen 80;", `listen 127.0.0.1:${plain};`],
    ["listen 443 ", `listen 127.0.0.1:${secure} `],
    ...(brotli ? [] : [["  brotli_static on;\n", ""]]),
  ];
  writeFileSync(join(folder, "site.conf"), fill(readFileSync(CONFIGURATION, "utf8"), blanks));
  writeFileSync(join(folder, "nginx.conf"), main(folder, brotli ? [BROTLI] : []));

  const nginx = spawn(PROGRAM, ["-c", join(folder, "nginx.conf"), "-p", folder]);
  let complaints = "";
  nginx.stderr.on("data", (text) => (complaints += text));
  const ended = new Promise((resolve) => nginx.once("close", resolve));
  for (let tries = 0; !(await answers(secure)); tries += 1) {
    if (nginx.exitCode !== null || tries === 100) throw new Error(`nginx did not start: ${complaints}`);
    await new Promise((passed) => setTimeout(passed, 50));
  }
  return {
    address: `https://localhost:${secure}`,
    plainAddress: `http://localhost:${plain}`,
    certificate: join(folder, "certificate.pem"),
    log: () => readFileSync(join(folder, "log/aidcheck.log"), "utf8"),
    errors: () => readFileSync(join(folder, "log/aidcheck-error.log"), "utf8"),
    complaints: () => complaints,
    async close() {
      nginx.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}
