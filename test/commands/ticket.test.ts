import { describe } from "@jest/globals";
import { testCommand } from "./cases.ts";

const one = "https://example.freshdesk.com/a/tickets/125";
const two = "https://example.freshdesk.com/a/tickets/126";
const added = (tickets: readonly string[], links: readonly string[]) =>
  [
    { kind: "set-tickets", tickets },
    ...links.map((what) => ({ kind: "log", entry: { kind: "ticket", by: "ana", what } }) as const),
  ] as const;
const wrong =
  "Not every word is a link that starts with `https://`. Give the link of the ticket, like `https://example.freshdesk.com/a/tickets/125`.";

describe("/ticket", () => {
  testCommand([
    { it: "records a link", comment: `/ticket ${one}`, gives: added([one], [one]) },
    {
      it: "records several",
      comment: `/tickets ${one}, ${two}`,
      gives: added([one, two], [one, two]),
    },
    {
      it: "records those below",
      comment: `/ticket\n${one}\n${two}`,
      gives: added([one, two], [one, two]),
    },
    {
      it: "keeps what is there",
      before: { tickets: [two] },
      comment: `/ticket ${one} ${two}`,
      gives: added([two, one], [one]),
    },
    {
      it: "takes a link out of its Markdown",
      comment: `/ticket [#125](${one}) <${two}>`,
      gives: added([one, two], [one, two]),
    },
    {
      it: "does nothing when it is there already",
      before: { tickets: [one] },
      comment: `/ticket ${one}`,
      gives: [],
    },
    { it: "refuses a number", comment: "/ticket 125", gives: wrong },
    { it: "refuses another scheme", comment: "/ticket javascript:alert(1)", gives: wrong },
    {
      it: "refuses a link with a password",
      comment: "/ticket https://me:secret@example.com/1",
      gives: wrong,
    },
    {
      it: "asks for a link",
      comment: "/ticket",
      gives:
        "There is no link. Give the link of the ticket, like `https://example.freshdesk.com/a/tickets/125`.",
    },
    {
      it: "has an end",
      before: { tickets: Array.from({ length: 20 }, (_, index) => `https://example.com/${index}`) },
      comment: `/ticket ${one}`,
      gives: "An incident holds 20 tickets at most.",
    },
  ]);
});
