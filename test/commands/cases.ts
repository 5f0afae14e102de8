import { expect, it } from "@jest/globals";
import { COMMANDS, findCommand, readCommandLines } from "../../src/commands/index.ts";
import type { CommandContext, Rejection } from "../../src/commands/index.ts";
import { applyFact } from "../../src/decide/apply-fact.ts";
import type { Outcome } from "../../src/effects/index.ts";
import { toBrief } from "../../src/incident/brief.ts";
import type { Incident } from "../../src/incident/incident.ts";
import { toAgenda } from "../../src/reminders/index.ts";
import type { Person } from "../../src/incident/person.ts";
import { after, anIncident, POLICY } from "../support/incident.ts";

/** When the comment of every case is written, and where it is. */
export const AT = after(30);
export const URL_OF_COMMENT = "https://github.com/acme/hub/issues/1#issuecomment-7";
export const STATUS_URL = "https://github.com/acme/hub/issues/1#issuecomment-1";

const person = (login: string, role: Person["role"]): Person => ({
  login,
  nodeId: `U_${login}`,
  role,
});

/** ana, bo and cy have write access, `Rep` has none, and nobody is called `ghost`. */
const PEOPLE: ReadonlyMap<string, Person | null> = new Map<string, Person | null>([
  ["ana", person("ana", "admin")],
  ["bo", person("bo", "write")],
  ["cy", person("Cy", "write")],
  ["rep", person("Rep", "read")],
  ["ghost", null],
]);

/** One ticket, and nothing that is internal to the team but its people. */
export const REACH: NonNullable<CommandContext["community"]> = {
  tickets: ["https://example.freshdesk.com/a/tickets/125"],
  around: {
    server: "https://github.com",
    privateRepositories: [],
    internalHosts: [],
    names: ["ana", "bo"],
  },
};

/** What a command knows when `by` gives it. */
export const aContext = (
  incident: Incident,
  {
    by = "ana",
    trusted = false,
    writtenThen = null,
    community = null,
  }: {
    readonly by?: string;
    readonly trusted?: boolean;
    readonly writtenThen?: string | null;
    readonly community?: CommandContext["community"];
  } = {},
): CommandContext => ({
  incident,
  policy: POLICY,
  people: PEOPLE,
  actor: PEOPLE.get(by) ?? person(by, "none"),
  at: AT,
  url: URL_OF_COMMENT,
  statusUrl: STATUS_URL,
  brief: toBrief(incident, []),
  situation: { incident, policy: POLICY, actionItems: [], unfiled: [] },
  community,
  agenda: () => toAgenda({ incident, policy: POLICY, actionItems: [], unfiled: [] }),
  trusted,
  writtenThen: () => writtenThen,
  commands: COMMANDS,
});

/** What one line of a comment brings about, or the sentence with which it is refused. */
export function give(comment: string, context: CommandContext): readonly Outcome[] | string {
  const [line] = readCommandLines(comment);
  const command = findCommand(line?.word ?? "");
  if (line === undefined || command === null) throw new Error(`no command in ${comment}`);
  if (!command.who.allows(context)) return command.who.title;
  const parsed = command.parse(line, context.policy);
  if (parsed.kind === "problem") return parsed.problem;
  const result: readonly Outcome[] | Rejection = command.decide(parsed.value, context);
  return "kind" in result ? result.problem : result;
}

/** The incident after these outcomes. */
export const applied = (incident: Incident, outcomes: readonly Outcome[]): Incident =>
  outcomes.reduce(
    (now, outcome) => (outcome.kind === "post" ? now : applyFact(now, outcome, AT)),
    incident,
  );

/** An incident before, a comment, and everything that follows: outcomes, or the sentence of the refusal. */
export interface Case {
  readonly it: string;
  readonly before?: Partial<Incident>;
  readonly comment: string;
  readonly by?: string;
  readonly trusted?: boolean;
  /** How Sitrep reaches the community. Default: it does not. */
  readonly community?: CommandContext["community"];
  readonly gives: readonly Outcome[] | string;
  /** What the same comment gives once more; nothing, unless the case says so. */
  readonly again?: readonly Outcome[] | string;
}

/** Runs a table of cases; whatever took effect is given a second time, and must give nothing. */
export function testCommand(cases: readonly Case[]): void {
  it.each(cases.map((one) => [one.it, one] as const))("%s", (_, one) => {
    const { by = "ana", trusted = false, community = null } = one;
    const options = { by, trusted, community };
    const before = anIncident(one.before);
    const frozen = JSON.stringify(before);
    const given = give(one.comment, aContext(before, options));
    expect(given).toEqual(one.gives);
    expect(JSON.stringify(before)).toBe(frozen);
    if (typeof given === "string") return;
    expect(give(one.comment, aContext(applied(before, given), options))).toEqual(one.again ?? []);
  });
}
