import Handlebars from "handlebars";

/** What is wrong with a template, where. Lines and columns from 1. */
export interface TemplateProblem {
  readonly line: number;
  readonly column: number;
  /** Sentences. They may quote the template, so escape them for their place. */
  readonly what: string;
}

/** What a template may use. */
export interface TemplateWords {
  readonly helpers: Readonly<Record<string, boolean>>;
  readonly partials: readonly string[];
}

/** Characters of a template; Sitrep's own has a tenth. */
export const LARGEST_TEMPLATE = 50_000;
const DEEPEST = 12;

// What Handlebars itself knows behind an `@`.
const DATA = ["index", "first", "last", "key", "root"];

class Refused extends Error {
  override readonly name = "Refused";
  readonly at: { readonly line: number; readonly column: number };

  constructor(what: string, loc: hbs.AST.SourceLocation) {
    super(what);
    this.at = loc.start;
  }
}

const isPath = (node: hbs.AST.Node): node is hbs.AST.PathExpression =>
  node.type === "PathExpression";

// What every object has besides its facts; Handlebars answers them with nothing, and a complaint in the log.
const UNSAID = new Set(["raw", ...Object.getOwnPropertyNames(Object.prototype)]);

function checkPath(path: hbs.AST.PathExpression): void {
  const unsaid = path.parts.find((part) => UNSAID.has(part));
  if (unsaid !== undefined) throw new Refused(`There is no "${unsaid}" here.`, path.loc);
  const first = path.parts[0] ?? "";
  if (path.data && !DATA.includes(first)) {
    throw new Refused(`There is no @${first}. There are @${DATA.join(", @")}.`, path.loc);
  }
}

interface Call {
  readonly path: hbs.AST.Node;
  readonly params: readonly hbs.AST.Expression[];
  readonly hash?: hbs.AST.Hash;
  readonly loc: hbs.AST.SourceLocation;
}

/** A helper with what it is given, or a name alone. `isCall`: it is a helper, whatever stands beside it. */
function checkCall({ path, params, hash, loc }: Call, isCall: boolean, words: TemplateWords): void {
  for (const param of params) checkExpression(param, words);
  for (const pair of hash?.pairs ?? []) checkExpression(pair.value, words);
  if (!isPath(path)) return;
  checkPath(path);
  const isHelper = isCall || params.length > 0 || (hash?.pairs.length ?? 0) > 0;
  if (isHelper && !Object.hasOwn(words.helpers, path.original)) {
    const known = Object.keys(words.helpers).join(", ");
    throw new Refused(`There is no helper "${path.original}". There are ${known}.`, loc);
  }
}

function checkExpression(node: hbs.AST.Node, words: TemplateWords): void {
  if (isPath(node)) checkPath(node);
  else if (node.type === "SubExpression") checkCall(node as hbs.AST.SubExpression, true, words);
}

function checkPartial(node: hbs.AST.PartialStatement, { partials }: TemplateWords): void {
  const { name: called } = node;
  const name = isPath(called) ? called.original : null;
  if (name !== null && partials.includes(name)) return;
  throw new Refused(`There is no such part. There are ${partials.join(", ")}.`, node.loc);
}

function checkProgram(
  program: hbs.AST.Program | undefined,
  depth: number,
  words: TemplateWords,
): void {
  for (const node of program?.body ?? []) {
    if (depth > DEEPEST) throw new Refused(`It is nested more than ${DEEPEST} deep.`, node.loc);
    checkStatement(node, depth, words);
  }
}

function checkStatement(node: hbs.AST.Statement, depth: number, words: TemplateWords): void {
  switch (node.type) {
    case "ContentStatement":
    case "CommentStatement":
      return;
    case "MustacheStatement":
      checkCall(node as hbs.AST.MustacheStatement, false, words);
      return;
    case "BlockStatement": {
      const block = node as hbs.AST.BlockStatement;
      checkCall(block, true, words);
      checkProgram(block.program, depth + 1, words);
      checkProgram(block.inverse, depth + 1, words);
      return;
    }
    case "PartialStatement":
      checkPartial(node as hbs.AST.PartialStatement, words);
      return;
    default:
      throw new Refused("Parts of one's own and decorators cannot be used here.", node.loc);
  }
}

// `Parse error on line 3:` and four lines of drawing; the last of them says what was expected.
const PARSE_ERROR = /^Parse error on line (\d+):/;

function toParseProblem(error: Error): TemplateProblem {
  const line = Number(PARSE_ERROR.exec(error.message)?.[1] ?? 1);
  const [first = ""] = error.message.split("\n");
  const where = / - (\d+):(\d+)$/.exec(first);
  if (where !== null) {
    const what = first.slice(0, where.index);
    return { line: Number(where[1]), column: Number(where[2]) + 1, what: `${what}.` };
  }
  return {
    line,
    column: 1,
    what: "What stands between {{ and }} on this line or before it is not complete.",
  };
}

/** How many parts a template has; or what stops it from being used, as far as its text tells. */
export type CheckedTemplate =
  | { readonly kind: "value"; readonly parts: number }
  | { readonly kind: "problem"; readonly problem: TemplateProblem };

/** Checks a template before anything is made of it. Never throws. */
export function checkTemplate(source: string, words: TemplateWords): CheckedTemplate {
  if (source.length > LARGEST_TEMPLATE) {
    const what = `It has more than ${LARGEST_TEMPLATE} characters.`;
    return { kind: "problem", problem: { line: 1, column: 1, what } };
  }
  try {
    checkProgram(Handlebars.parse(source), 0, words);
    return { kind: "value", parts: source.split("{{").length };
  } catch (error) {
    if (error instanceof Refused) {
      const { line, column } = error.at;
      return { kind: "problem", problem: { line, column: column + 1, what: error.message } };
    }
    if (error instanceof Error) return { kind: "problem", problem: toParseProblem(error) };
    throw error;
  }
}
