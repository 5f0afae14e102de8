import { readdirSync, readFileSync } from "node:fs";
import Handlebars from "handlebars";
import { HELPERS, type Surroundings } from "./helpers.ts";
import { toSafe } from "./user-text.ts";

const FOLDER = new URL("../../templates/", import.meta.url);
const PARTIALS = new URL("partials/", FOLDER);

const namesIn = (folder: URL): readonly string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".hbs"))
    .map((file) => file.slice(0, -".hbs".length))
    .toSorted();

const read = (folder: URL, name: string): string =>
  readFileSync(new URL(`${name}.hbs`, folder), "utf8");

// Compiled once, when the process starts; a template that does not parse stops the start, not an incident.
const OPTIONS = { noEscape: true, strict: true, knownHelpersOnly: false } as const;
const handlebars = Handlebars.create();
handlebars.registerHelper({ ...HELPERS });
for (const name of namesIn(PARTIALS)) {
  handlebars.registerPartial(
    name,
    handlebars.compile(handlebars.parse(read(PARTIALS, name)), OPTIONS),
  );
}
const templates = new Map(
  namesIn(FOLDER).map((name) => [
    name,
    handlebars.compile<unknown>(handlebars.parse(read(FOLDER, name)), OPTIONS),
  ]),
);

/** The names of the templates that are there, without the partials. */
export const templateNames = (): readonly string[] => [...templates.keys()];

/** As {@link fill}, with a partial: a piece of text that stands in no comment by itself. */
export function fillPartial(name: string, data: object, surroundings: Surroundings): string {
  const partial: unknown = handlebars.partials[name];
  if (typeof partial !== "function") throw new Error(`there is no partial ${name}`);
  return String(partial(toSafe(data), { data: { ...surroundings } })).trim();
}

/** The text of a template with this data, every string of which is made inert first. Throws when it names what is not there. */
export function fill(name: string, data: object, surroundings: Surroundings): string {
  const template = templates.get(name);
  if (template === undefined) throw new Error(`there is no template ${name}`);
  const text = template(toSafe(data), { data: { ...surroundings } });
  return `${text.replace(/\n{3,}/g, "\n\n").trim()}\n`;
}
