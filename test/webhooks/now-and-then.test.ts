import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "@jest/globals";
import { createNowAndThen } from "../../src/webhooks/now-and-then.ts";

const MINUTE = 60_000;

/** A check of a system that answers what `answer` is at the time. */
function checked() {
  let now = 0;
  let asked = 0;
  let answer: string | Error = "It works.";
  const check = createNowAndThen(
    async () => {
      asked += 1;
      if (typeof answer !== "string") throw answer;
      return answer;
    },
    () => now,
  );
  return {
    check,
    asked: () => asked,
    answer: (next: string | Error) => {
      answer = next;
    },
    wind: (minutes: number) => {
      now += minutes * MINUTE;
    },
  };
}

test("whoever asks does not wait: what is known is said, and nothing is held to be wrong before it is", async () => {
  const { check } = checked();
  expect(check()).toEqual({ isOk: true, isVital: false, says: "It has not been asked yet." });
  await nextTurn();
  expect(check()).toEqual({ isOk: true, isVital: false, says: "It works." });
});

test("it is asked once an hour while it is well, however often that is looked at", async () => {
  const { check, asked, wind } = checked();
  check();
  check();
  await nextTurn();
  wind(59);
  check();
  expect(asked()).toBe(1);
  wind(1);
  check();
  expect(asked()).toBe(2);
});

test("it is asked five minutes later where it went wrong, and says why", async () => {
  const { check, asked, answer, wind } = checked();
  answer(new Error("Slack does not accept the token any more."));
  check();
  await nextTurn();
  expect(check()).toEqual({
    isOk: false,
    isVital: false,
    says: "Slack does not accept the token any more.",
  });
  answer("It works.");
  wind(4);
  check();
  expect(asked()).toBe(1);
  wind(1);
  check();
  await nextTurn();
  expect(check()).toMatchObject({ isOk: true, says: "It works." });
});
