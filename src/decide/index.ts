export { backlogFields } from "./backlog-fields.ts";
export { declares } from "./comment.ts";
export { decide, type Decision } from "./decide.ts";
export { concernsIncident, loginsToRead } from "./people.ts";
export { toVocabulary } from "./vocabulary.ts";
export { briefOf, type Given } from "./walk.ts";
export { toChatIncident } from "./tell.ts";
export { toWholeIncident, type WholeIncident } from "./whole-incident.ts";
