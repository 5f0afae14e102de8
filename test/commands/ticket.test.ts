import { describe } from "@jest/globals";
import { testCommand } from "./cases.ts";

const one = "https://example.freshdesk.com/a/tickets/125";
const two = "https://example.freshdesk.com/a/tickets/126";
const added = (tickets: readonly string[], links: readonly string[]) =>
  [
    { kind: "set-tickets", tickets },
    ...links.map((what) => ({ kind: "log", entry: { kind: "ticket", by: "ana", what } }) as const),
  ] as const;
const many = Array.from({ length: 20 }, (_, index) => `https://example.com/${index}`);
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
    {
      it: "takes links with only a comma between them",
      comment: `/ticket ${one},<${two}>,https://a.test/1.;`,
      gives: added([one, two, "https://a.test/1"], [one, two, "https://a.test/1"]),
    },
    {
      it: "takes a link without encryption, and a comma that is part of a link",
      comment: "/ticket HTTP://a.test/1,2   http://a.test/3",
      gives: added(
        ["http://a.test/1,2", "http://a.test/3"],
        ["http://a.test/1,2", "http://a.test/3"],
      ),
    },
    {
      it: "takes a link that holds other links or brackets as it is",
      comment: "/ticket https://a.test/[x](y) https://a.test/<z>/",
      gives: added(
        ["https://a.test/[x](y)", "https://a.test/%3Cz%3E/"],
        ["https://a.test/[x](y)", "https://a.test/%3Cz%3E/"],
      ),
    },
    {
      it: "reads only the links of the lines below",
      comment: `/ticket ${one}\nand  HTTPS://a.test/2\n<http://a.test/3> (see=https://a.test/4)`,
      gives: added(
        [one, "https://a.test/2", "http://a.test/3"],
        [one, "https://a.test/2", "http://a.test/3"],
      ),
    },
    {
      it: "takes a link of 500 characters",
      comment: `/ticket https://a.test/${"x".repeat(485)}`,
      gives: added([`https://a.test/${"x".repeat(485)}`], [`https://a.test/${"x".repeat(485)}`]),
    },
    {
      it: "refuses a longer one",
      comment: `/ticket https://a.test/${"x".repeat(486)}`,
      gives: wrong,
    },
    { it: "refuses a number", comment: "/ticket 125", gives: wrong },
    { it: "refuses another scheme", comment: "/ticket javascript:alert(1)", gives: wrong },
    {
      it: "refuses a link with a password",
      comment: "/ticket https://me:secret@example.com/1",
      gives: wrong,
    },
    {
      it: "refuses a link with an account",
      comment: "/ticket https://me@example.com/1",
      gives: wrong,
    },
    {
      it: "refuses a link with a password for nobody",
      comment: "/ticket https://:secret@example.com/1",
      gives: wrong,
    },
    {
      it: "refuses what only begins like a scheme",
      comment: "/ticket httpsx://a.test/1",
      gives: wrong,
    },
    {
      it: "refuses what only ends like a scheme",
      comment: "/ticket xhttps://a.test/1",
      gives: wrong,
    },
    {
      it: "asks for a link",
      comment: "/ticket",
      gives:
        "There is no link. Give the link of the ticket, like `https://example.freshdesk.com/a/tickets/125`.",
    },
    {
      it: "holds 20 tickets",
      before: { tickets: many.slice(1) },
      comment: `/ticket ${one}`,
      gives: added([...many.slice(1), one], [one]),
    },
    {
      it: "holds no more than 20",
      before: { tickets: many },
      comment: `/ticket ${one}`,
      gives: "An incident holds 20 tickets at most.",
    },
  ]);
});
