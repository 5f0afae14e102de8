import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { createAppDesk, type AppDesk } from "../../../src/sandbox/time/app-desk.ts";
import { createDeadlineBook } from "../../../src/sandbox/time/deadline-book.ts";

const NOTHING = { agenda: [], lookAgainAt: null };

let app: Server;
let desk: AppDesk;
let answer: { status: number; text: string };
let asked: string[];

beforeEach(async () => {
  asked = [];
  answer = { status: 200, text: JSON.stringify({ agenda: [], lookAgainAt: 5 }) };
  app = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers.authorization}`);
    response.writeHead(answer.status).end(answer.text);
  });
  await new Promise<void>((resolve) => app.listen(0, "127.0.0.1", resolve));
  desk = createAppDesk(`http://127.0.0.1:${(app.address() as AddressInfo).port}`, "token");
});
afterEach(async () => {
  app.closeAllConnections();
  await new Promise((resolve) => app.close(resolve));
});

function createBook() {
  let changes = 0;
  const book = createDeadlineBook({ desk, issues: () => [3], onChange: () => (changes += 1) });
  return { book, changes: () => changes };
}

test("the app is asked with the token, and told about only when something changed", async () => {
  const { book, changes } = createBook();
  expect(book.of(3)).toEqual(NOTHING);
  await book.refresh();
  await book.refresh();
  expect(asked[0]).toBe(
    "GET /sandbox/deadlines?owner=lagoon-hubs&repo=infrastructure&number=3 Bearer token",
  );
  expect(book.of(3)).toEqual({ agenda: [], lookAgainAt: 5 });
  expect(book.of(4)).toEqual(NOTHING);
  expect(changes()).toBe(1);
});

test.each([
  ["is not ready", { status: 404, text: "Nothing is here." }],
  ["answers what is no JSON", { status: 200, text: "<html>" }],
  ["answers something else", { status: 200, text: '{"agenda": [{"reminder": 1}]}' }],
])("while the app %s, the book keeps what it has", async (_how, wrong) => {
  const { book } = createBook();
  await book.refresh();
  answer = wrong;
  await book.refresh();
  expect(book.of(3)).toEqual({ agenda: [], lookAgainAt: 5 });
  expect(await desk.wind(0)).toBeNull();
});

test("while the app is gone, too", async () => {
  const gone = createAppDesk("http://127.0.0.1:1", "token");
  expect([await gone.wind(0), await gone.readDeadlines(3)]).toEqual([null, null]);
});
