import { designating } from "./designating.ts";

/** `/commander`: designates the Incident Commander (docs/process.md, step 5). */
export const commander = designating({
  name: "commander",
  aliases: ["ic", "responder", "lead"],
  role: "commander",
  summary: "makes somebody Incident Commander, at once",
});
