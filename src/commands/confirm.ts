import { defineCommand, reject } from "./command.ts";
import { respondersAndRepresentative } from "./who.ts";

/** `/confirm`: the community says that it is over (docs/process.md, step 12); once. */
export const confirm = defineCommand<null>({
  name: "confirm",
  aliases: [],
  usage: "/confirm",
  summary: "says for the community that it is over",
  examples: ["/confirm"],
  who: respondersAndRepresentative,
  parse: () => ({ kind: "value", value: null }),
  decide: (_, { incident, actor }) => {
    if (incident.confirmedAt !== null) return [];
    if (incident.phase !== "resolved") {
      return reject(
        "The incident is not resolved yet, so there is nothing to confirm. When it is over, somebody writes `/resolve`; then `/confirm` counts.",
      );
    }
    return [{ kind: "confirm" }, { kind: "log", entry: { kind: "confirmed", by: actor.login } }];
  },
});
