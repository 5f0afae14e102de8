import { readdirSync, readFileSync } from "node:fs";
import Handlebars from "handlebars";
import { checkTemplate, type TemplateProblem } from "./report-template-check.ts";
import { REPORT_HELPERS, type ReportSurroundings } from "./report-helpers.ts";
import { toSafe } from "./user-text.ts";

const FOLDER = new URL("../../templates/report/", import.meta.url);
const MAIN = "report";

const read = (name: string): string => readFileSync(new URL(`${name}.hbs`, FOLDER), "utf8");
const names = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".hbs"))
  .map((file) => file.slice(0, -".hbs".length));

/** The parts of Sitrep's own template that a team's may use as `{{> name}}`. */
export const REPORT_PARTIALS: readonly string[] = names.filter((name) => name !== MAIN).toSorted();

/** Sitrep's own template, which a team may start from. */
export const REPORT_TEMPLATE = read(MAIN);

/** Passes of loops, each with all parts of the template, and characters that they give. A long incident's report needs a tenth. */
const MOST_PASSES = 20_000;
const MOST_WORK = 1_000_000;
const MOST_CHARACTERS = 400_000;

const BUILT_IN = ["if", "unless", "each", "with"] as const;

/** The template is right, but with these facts it goes too far, or names what is not there. */
class TemplateStopped extends Error {
  override readonly name = "TemplateStopped";
}

interface Budget {
  passes: number;
  characters: number;
  readonly mostPasses: number;
}

/** Counts what a loop does, so that loops in loops end. */
function countedEach(budget: Budget): Handlebars.HelperDelegate {
  const each = Handlebars.helpers["each"];
  return function (this: unknown, list: unknown, options: Handlebars.HelperOptions): unknown {
    const fn: Handlebars.TemplateDelegate = (context, runtime) => {
      budget.passes += 1;
      if (budget.passes > budget.mostPasses)
        throw new TemplateStopped(`Its loops go round more than ${budget.mostPasses} times.`);
      const text = options.fn(context, runtime);
      budget.characters += text.length;
      if (budget.characters > MOST_CHARACTERS)
        throw new TemplateStopped(`It gives more than ${MOST_CHARACTERS} characters.`);
      return text;
    };
    return each?.call(this, list, { ...options, fn });
  };
}

/** A world of its own for each rendering: nothing in it but the helpers, the partials, and the loops' budget. */
function createWorld(parts: number): typeof Handlebars {
  const world = Handlebars.create();
  for (const name of Object.keys(world.helpers)) {
    const isKept = [...BUILT_IN, "blockHelperMissing", "helperMissing"].some((one) => one === name);
    if (!isKept) world.unregisterHelper(name);
  }
  for (const name of Object.keys(world.decorators)) world.unregisterDecorator(name);
  const mostPasses = Math.min(MOST_PASSES, Math.floor(MOST_WORK / parts));
  world.registerHelper({ ...REPORT_HELPERS });
  world.registerHelper("each", countedEach({ passes: 0, characters: 0, mostPasses }));
  return world;
}

const KNOWN = Object.fromEntries(
  [...BUILT_IN, ...Object.keys(REPORT_HELPERS)].map((name) => [name, true]),
);
const OPTIONS = { noEscape: true, strict: true, knownHelpers: KNOWN, knownHelpersOnly: true };

/** Fills a template in; throws what Handlebars does where it cannot be. */
function fillIn(
  source: string,
  parts: number,
  data: object,
  surroundings: ReportSurroundings,
): string {
  const world = createWorld(parts);
  for (const name of REPORT_PARTIALS) {
    world.registerPartial(name, world.compile(world.parse(read(name)), OPTIONS));
  }
  const template = world.compile<unknown>(source, OPTIONS);
  const text = template(toSafe(data), {
    data: { ...surroundings },
    allowProtoMethodsByDefault: false,
    allowProtoPropertiesByDefault: false,
  });
  return `${text.replace(/\n{3,}/g, "\n\n").trim()}\n`;
}

/** What came of a template: its text; or what is wrong with it, and where. */
export type FilledReport =
  | { readonly kind: "value"; readonly text: string }
  | { readonly kind: "problem"; readonly problem: TemplateProblem };

const WHERE = / - (\d+):(\d+)$/;

function toProblem(error: unknown): TemplateProblem {
  const said = error instanceof Error ? error.message : String(error);
  const [, line = "1", column = "0"] = WHERE.exec(said) ?? [];
  const words = said.replace(WHERE, "").replace(/ in \[object Object\]$/, "");
  return { line: Number(line), column: Number(column) + 1, what: words };
}

/** Fills in the template of a report. The facts are all that it can reach; it ends, however it loops. Never throws for what the template is. */
export function fillReport(
  source: string,
  data: object,
  surroundings: ReportSurroundings,
): FilledReport {
  const checked = checkTemplate(source, { helpers: KNOWN, partials: REPORT_PARTIALS });
  if (checked.kind === "problem") return checked;
  try {
    return { kind: "value", text: fillIn(source, checked.parts, data, surroundings) };
  } catch (error) {
    return { kind: "problem", problem: toProblem(error) };
  }
}
