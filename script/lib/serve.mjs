// Serves a folder on localhost: node script/lib/serve.mjs FOLDER PORT
import { createServer } from "node:http";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";
import sirv from "sirv";

/**
 * Resolves once the folder is served; port 0 takes a free one. `localhost` means either loopback address,
 * so both are listened on where the machine has both.
 */
export async function serve(folder, port) {
  // Files are looked up at each request and revalidated by the browser, so a build in between is seen at once.
  // Portals of other origins may take what they show; see docs/embed.md.
  const setHeaders = (response) => response.setHeader("access-control-allow-origin", "*");
  const handler = sirv(folder, { dev: true, etag: true, brotli: true, gzip: true, setHeaders });
  const first = await listen(createServer(handler), "127.0.0.1", port);
  const servers = [first];
  try {
    servers.push(await listen(createServer(handler), "::1", first.address().port));
  } catch (error) {
    if (!["EADDRNOTAVAIL", "EAFNOSUPPORT"].includes(error.code)) throw error;
  }
  return {
    address: `http://localhost:${first.address().port}`,
    close() {
      for (const server of servers) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}

function listen(server, host, port) {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve(server));
  });
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, port] = argv.slice(2);
  try {
    console.log((await serve(folder, Number(port))).address);
  } catch (error) {
    if (error.code !== "EADDRINUSE") throw error;
    console.error(`Port ${port} is taken. Choose another: script/server --port N`);
    process.exitCode = 1;
  }
}
