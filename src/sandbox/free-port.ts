import { createServer } from "node:net";
import type { AddressInfo } from "node:net";

const TRIES = 20;

function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" || error.code === "EACCES" ? resolve(null) : reject(error),
    );
    server.listen(port, "127.0.0.1", () => {
      const taken = (server.address() as AddressInfo).port;
      server.close(() => resolve(taken));
    });
  });
}

/** A port of this machine that nobody listens on: the wanted one, else one of the next 19, else any. 0 means any. */
export async function findFreePort(wanted: number): Promise<number> {
  for (let port = wanted; port < wanted + TRIES && port <= 65_535; port++) {
    const found = await tryPort(port);
    if (found !== null) return found;
  }
  const any = await tryPort(0);
  if (any === null) throw new Error("This machine has no free port.");
  return any;
}
