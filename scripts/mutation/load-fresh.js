import { readFileSync } from "node:fs";
import { registerHooks, stripTypeScriptTypes } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";

const GLOBALS = new URL("globals.js", import.meta.url).href;

const stripped = new Map();
let generation = 0;

/** Has the modules of the project at `root` loaded anew in each generation, with a stand-in for Jest's functions. */
export function loadByGenerations(root) {
  const folders = ["src/", "test/"].map((folder) => `${pathToFileURL(`${root}/`).href}${folder}`);
  const isOwn = (url) => folders.some((folder) => url.startsWith(folder));
  registerHooks({
    resolve(specifier, context, next) {
      if (specifier === "@jest/globals") {
        return { url: GLOBALS, format: "module", shortCircuit: true };
      }
      const found = next(specifier, context);
      const url = withoutGeneration(found.url);
      return isOwn(url) ? { ...found, url: `${url}?${generation}`, format: "module" } : found;
    },
    load(url, context, next) {
      if (!isOwn(url)) return next(url, context);
      return { format: "module", source: sourceOf(withoutGeneration(url)), shortCircuit: true };
    },
  });
}

const withoutGeneration = (url) => url.split("?", 1)[0];

function sourceOf(url) {
  const known = stripped.get(url);
  if (known !== undefined) return known;
  const source = stripTypeScriptTypes(readFileSync(fileURLToPath(url), "utf8"), { mode: "strip" });
  stripped.set(url, source);
  return source;
}

/** From now on the project's own modules are new ones: their top level runs again when they are imported. */
export function startGeneration() {
  generation += 1;
}

/** Imports a module of the present generation. Node remembers what a specifier was resolved to, so it says which. */
export const importFresh = (file) => import(`${pathToFileURL(file).href}?${generation}`);
