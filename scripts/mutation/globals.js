// Stands in for `@jest/globals` under Stryker: collects tests instead of running them. A test that wants more of Jest than
// this fails to load, and says what is missing.
import { createRequire } from "node:module";

// Both come with Jest.
const require = createRequire(import.meta.url);
const { jestExpect } = require("@jest/expect");
const { bind } = require("jest-each");

const titles = [];
let collected = [];

/** Collects a test; its name begins with the names of the blocks round it. */
export const test = (name, run) => {
  collected.push({ name: [...titles, name].join(" "), run });
};

/** The same as `test`. */
export const it = test;

/** Names the tests that `define` defines. */
export const describe = (name, define) => {
  titles.push(name);
  define();
  titles.pop();
};

test.each = bind(test, false);
describe.each = bind(describe, false);

/** Jest's own. */
export const expect = jestExpect;

/** The tests that `load` defines. */
export async function collect(load) {
  collected = [];
  titles.length = 0;
  await load();
  return collected;
}
