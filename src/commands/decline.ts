import type { Ask } from "../incident/incident.ts";
import type { Outcome } from "../effects/index.ts";
import { toEntryText } from "../incident/timeline.ts";
import { asksOf } from "./accept.ts";
import { defineCommand, reject } from "./command.ts";
import { responders } from "./who.ts";
import { toWords } from "./words.ts";

/** Who is on the hook after somebody said no: the holder who asked, or whoever held the role before them. */
const holderAfter = (ask: Ask): string | null => ask.from;

function toDeclined(ask: Ask, why: string | null, url: string): readonly Outcome[] {
  const { role, who, by } = ask;
  const holder = holderAfter(ask);
  const back: readonly Outcome[] =
    ask.kind === "confirm"
      ? [{ kind: "designate", role, who: holder }]
      : [{ kind: "settle", role }];
  const text = why === null ? {} : { text: why };
  return [
    ...back,
    { kind: "log", entry: { kind: "declined", by: who, what: role, ...text } },
    {
      kind: "post",
      key: `${role}/declined`,
      message: { name: "declined", data: { role, who, why, holder, tell: holder ?? by, url } },
    },
  ];
}

/** `/decline`: no, with the reason if there is one; the role goes back to whoever held it. */
export const decline = defineCommand<{ readonly why: string | null }>({
  name: "decline",
  aliases: [],
  usage: "/decline [why]",
  summary: "says that you cannot take the role you were asked to take",
  examples: ["/decline", "/decline it is 3 a.m. here"],
  who: responders,
  parse: (argument) => ({
    kind: "value",
    value: { why: toEntryText(toWords(argument)) || null },
  }),
  decide: ({ why }, context) => {
    const asks = asksOf(null, context);
    if (asks.length === 0) return reject("Nobody has asked you to take a role.");
    return asks.flatMap((ask) => toDeclined(ask, why, context.url));
  },
});
