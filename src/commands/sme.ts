import { isSameLogin } from "../incident/actor.ts";
import { defineCommand } from "./command.ts";
import { isPerson, parseTarget, toHolder, type Target } from "./target.ts";
import { responders } from "./who.ts";

const AREA_LIMIT = 60;

/** `/sme`: pulls in a Subject Matter Expert (docs/process.md, step 8); a second call changes the area. */
export const sme = defineCommand<Target>({
  name: "sme",
  aliases: ["expert"],
  usage: "/sme @user [area]",
  summary: "pulls in a Subject Matter Expert",
  examples: ["/sme @cy storage", "/sme @cy", "/sme me network"],
  who: responders,
  parse: ({ line }) => {
    const target = parseTarget(line);
    if (target.kind === "value" && target.value.rest.length > AREA_LIMIT) {
      return { kind: "problem", problem: `The area is longer than ${AREA_LIMIT} characters.` };
    }
    return target;
  },
  decide: (target, context) => {
    const person = toHolder(target, context);
    if (!isPerson(person)) return person;
    const { incident, actor } = context;
    const present = incident.experts.find((expert) => isSameLogin(expert.login, person.login));
    const area = target.rest.replace(/^\(|\)$/g, "").trim() || (present?.area ?? null);
    if (present !== undefined && present.area === area) return [];
    const by = actor.login;
    const who = person.login;
    const entry = { kind: "expert", by, who, ...(area === null ? {} : { what: area }) } as const;
    return [
      { kind: "add-expert", login: who, area },
      { kind: "log", entry },
      {
        kind: "post",
        key: `expert-${who.toLowerCase()}/announce`,
        message: { name: "expert-called", data: { who, area, by } },
      },
    ];
  },
});
