import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A script that plays the app, in a folder of its own. */
export interface StubApp {
  readonly entry: string;
  /** Removes it. */
  remove(): void;
}

/** An app that answers `/readyz` and writes a line at its start; `then` is what else it does. */
export function writeStubApp(then = ""): StubApp {
  const folder = mkdtempSync(join(tmpdir(), "sitrep-stub-"));
  const entry = join(folder, "app.mjs");
  const script = `
    import { createServer } from "node:http";
    console.log('{"level":"info","msg":"hello"}');
    createServer((request, response) => {
      if (request.url === "/die") process.exit(3);
      if (request.url === "/env") return response.end(JSON.stringify(process.env));
      response.end("ok");
    }).listen(Number(process.env.PORT), "127.0.0.1");
    ${then}`;
  writeFileSync(entry, script);
  return { entry, remove: () => rmSync(folder, { recursive: true }) };
}
