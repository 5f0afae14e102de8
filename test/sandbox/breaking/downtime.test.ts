import { expect, test } from "@jest/globals";
import { createDowntimeBook } from "../../../src/sandbox/breaking/downtime.ts";

test("what is not down refuses nothing, and has nothing to tell", () => {
  const book = createDowntimeBook(() => 5);
  book.setDown(false);
  expect([book.refuses(), book.isDown, book.last()]).toEqual([false, false, null]);
});

test("each call while it is down is refused and counted, and none after it", () => {
  let at = 10;
  const book = createDowntimeBook(() => at);
  book.setDown(true);
  at = 20;
  expect(book.refuses()).toBe(true);
  at = 30;
  expect(book.refuses()).toBe(true);
  book.setDown(true);
  expect(book.last()).toEqual({ from: 10, until: null, refused: 2, lastRefusedAt: 30 });
  at = 40;
  book.setDown(false);
  expect(book.refuses()).toBe(false);
  expect(book.last()).toEqual({ from: 10, until: 40, refused: 2, lastRefusedAt: 30 });
  book.setDown(false);
  at = 50;
  book.setDown(true);
  expect(book.last()).toEqual({ from: 50, until: null, refused: 0, lastRefusedAt: null });
});
