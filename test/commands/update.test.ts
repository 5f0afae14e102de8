import { describe } from "@jest/globals";
import { AT, testCommand, URL_OF_COMMENT } from "./cases.ts";

const told = (text: string, nextAt: number | null) =>
  [
    { kind: "record-update", update: { at: AT, by: "ana", text, url: URL_OF_COMMENT, nextAt } },
    { kind: "log", entry: { kind: "update", by: "ana", text } },
  ] as const;
const in2h = AT + 7_200_000;
const wrong =
  "The last line promises the next update, like `next: 2h`, but: That is not a duration: at character 1, a number is missing. Write it like `30 minutes`, `1h 30m` or `PT30M`.";
const empty =
  "There is no text to tell: say what the state is, what was tried, and what comes next.";

describe("/update", () => {
  testCommand([
    {
      it: "records what is told",
      comment: "/update logins work",
      gives: told("logins work", null),
    },
    { it: "takes several lines", comment: "/update a\n\nb", gives: told("a\nb", null) },
    {
      it: "takes the promise from the last line",
      comment: "/update a\nnext: 2h",
      gives: told("a", in2h),
    },
    {
      it: "takes the promise in words",
      comment: "/update a\nNext update: in 30 minutes.",
      gives: told("a", AT + 1_800_000),
    },
    {
      it: "takes the promise in ISO 8601, in bold",
      comment: "/update a\n**Next:** PT2H",
      gives: told("a", in2h),
    },
    {
      it: "reads no promise in other lines",
      comment: "/update a\nnext: we wait\nb",
      gives: told("a\nnext: we wait\nb", null),
    },
    { it: "refuses a promise that is no duration", comment: "/update a\nnext: soon", gives: wrong },
    {
      it: "refuses working time for now",
      comment: "/update a\nnext: 2 working hours",
      gives:
        "The last line promises the next update, like `next: 2h`, but: Sitrep does not count working time yet. Give it in hours by the clock, like `4h`.",
    },
    {
      it: "records the same words of somebody else",
      before: { update: { at: AT, by: "bo", text: "up", url: URL_OF_COMMENT, nextAt: null } },
      comment: "/update up",
      gives: told("up", null),
    },
    { it: "refuses nothing at all", comment: "/update", gives: empty },
    { it: "refuses a promise alone", comment: "/update next: 2h", gives: empty },
  ]);
});
