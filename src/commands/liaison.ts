import { designating } from "./designating.ts";

/** `/liaison`: designates the External Liaison (docs/process.md, step 6). */
export const liaison = designating({
  name: "liaison",
  aliases: ["comms"],
  role: "liaison",
  summary: "makes somebody External Liaison, at once",
});
