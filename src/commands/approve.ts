import { mayCommand } from "../incident/person.ts";
import { defineCommand, reject, type Who } from "./command.ts";
import { speaksForTeam, toSaid } from "./telling.ts";

const speakers: Who = {
  title: "the External Liaison and the Incident Commander",
  allows: (context) => mayCommand(context.actor, context.policy) && speaksForTeam(context),
};

const NOTHING_WAITS =
  "Nothing waits for approval: it was sent, another text took its place, or the incident is over. The status comment has the last update.";

/** `/approve`: the text for the community that waits goes out as it was shown. */
export const approve = defineCommand<null>({
  name: "approve",
  aliases: [],
  usage: "/approve",
  summary: "sends the text for the community that waits, as it was shown",
  examples: ["/approve"],
  who: speakers,
  parse: () => ({ kind: "value", value: null }),
  decide: (_, { incident, actor, at, community }) => {
    const text = incident.held?.text;
    if (text === undefined || incident.closed !== null) return reject(NOTHING_WAITS);
    if (community === null) {
      return reject(
        "No ticket is named any more in which it could be sent. Name it with `/ticket URL`.",
      );
    }
    return toSaid(text, actor.login, at);
  },
});
