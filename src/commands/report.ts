import { defineCommand, reject } from "./command.ts";
import { responders } from "./who.ts";

/** `/report`: the Incident Report is drafted from the facts, or its facts are brought up to date (docs/process.md, step 11). */
export const report = defineCommand<null>({
  name: "report",
  aliases: ["draft"],
  usage: "/report",
  summary: "drafts the Incident Report, or brings its facts up to date",
  examples: ["/report"],
  who: responders,
  parse: () => ({ kind: "value", value: null }),
  decide: (_, { incident, at }) => {
    const { stage = null, url = null, as = null, wantedAt = null } = incident.report ?? {};
    if (wantedAt === at) return [];
    if (stage === "published") {
      return reject(`The Incident Report is published: ${url}. From here on people edit it.`);
    }
    if (stage === "withdrawn") {
      const what = as === "issue" ? "issue was closed as not planned" : "pull request was closed";
      return reject(`Its ${what}: ${url}. Reopen it there, and Sitrep goes on with it.`);
    }
    return [{ kind: "want-report" }];
  },
});
