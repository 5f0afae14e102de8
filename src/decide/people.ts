import { findCommand, readCommandLines } from "../commands/index.ts";
import { isSameLogin } from "../incident/actor.ts";
import { readFields, type BodyFields, type Vocabulary } from "../incident/fields/index.ts";
import type { Instant } from "../incident/instant.ts";
import type { Policy } from "../incident/policy.ts";
import { isDebtBody } from "../incident/report-debt.ts";
import { ROLE_NAMES } from "../incident/roles.ts";
import type { Snapshot } from "../incident/snapshot.ts";
import { correctingLogins } from "../report/index.ts";
import { onDuty, type DutyName } from "../incident/duty.ts";
import { changedBoxes } from "./boxes.ts";
import { isGated } from "./by-hand.ts";
import { declares, speaks } from "./comment.ts";
import { changedFields } from "./changed-fields.ts";
import { holdsRole } from "./declare.ts";
import { declaredAt } from "./declared-at.ts";
import { isDeclaring } from "./thread-event.ts";
import { isPlain } from "./words-heard.ts";
import { writtenThen } from "./written-then.ts";

type Asked = Pick<
  { snapshot: Snapshot; policy: Policy; vocabulary: Vocabulary },
  "snapshot" | "policy" | "vocabulary"
>;

/** The accounts of a text with commands; `at`: when they may take effect, for those who are on duty then. */
function ofText(
  text: string,
  author: string,
  at: readonly Instant[],
  policy: Policy,
): readonly string[] {
  const lines = readCommandLines(text);
  if (!speaks(lines)) return [];
  const named = lines.flatMap((line) => {
    const parsed = findCommand(line.word)?.parse({ line: line.line, more: line.more }, policy);
    if (parsed?.kind !== "value") return [];
    const { logins = [], duty } = parsed;
    return duty === undefined ? logins : [...logins, ...ofDuty(duty, at, policy)];
  });
  return [author, ...named];
}

const ofDuty = (name: DutyName, at: readonly Instant[], { duties }: Policy): readonly string[] =>
  at.flatMap((one) => onDuty(duties[name], one));

/** Whoever may get a role by default at a declaration, or got one as far as the top comment tells. */
function ofDeclaring(asked: Asked): readonly string[] {
  const { policy } = asked;
  const at = declaredAt(asked);
  const managers = policy.managerJoins ? ofDuty("manager", at, policy) : [];
  const written = at.flatMap((one) => {
    const fields = writtenThen(one, asked);
    return fields === null ? [] : namesIn(fields);
  });
  return [...ofDuty("steward", at, policy), ...managers, ...written];
}

function namesIn(fields: BodyFields): readonly string[] {
  const experts = fields.experts.map((expert) => expert.login);
  return [fields.commander, fields.liaison, ...experts].flatMap((login) => login ?? []);
}

const ofFields = (text: string, vocabulary: Vocabulary): readonly string[] =>
  namesIn(readFields(text, vocabulary));

/**
 * Whoever changed a field or ticked a box that counts, and whom they named. What an edit is compared with is a person's last text or what Sitrep made of
 * it since: a version by Sitrep may be passed over.
 */
function ofVersions({ snapshot, vocabulary }: Asked): readonly string[] {
  const { before, versions } = snapshot;
  let lasts: readonly BodyFields[] = [readFields(before?.text ?? snapshot.body, vocabulary)];
  return versions.flatMap((version) => {
    if (version.text === null) return [];
    const fields = readFields(version.text, vocabulary);
    if (version.editor.kind === "self") {
      lasts = [...lasts, fields];
      return [];
    }
    const isChanged = lasts.some(
      (last) => changedFields(last, fields).length + changedBoxes(last, fields).length > 0,
    );
    lasts = [fields];
    return isChanged ? [version.editor.login, ...ofFields(version.text, vocabulary)] : [];
  });
}

/** Is this issue an incident, or about to become one? What is not is left alone without any further request. */
export function concernsIncident(asked: Asked): boolean {
  const { snapshot, policy } = asked;
  if (snapshot.record !== null) return true;
  if (snapshot.opener.kind === "self" && isDebtBody(snapshot.body)) return false;
  const labelled =
    snapshot.labels.some((label) => isDeclaring(label, { policy })) ||
    snapshot.events.some(
      (event) => event.kind === "labeled" && isDeclaring(event.label, { policy }),
    );
  const opening = snapshot.before?.text ?? snapshot.body;
  return (
    labelled ||
    declares(readCommandLines(opening)) ||
    snapshot.events.some(
      (event) =>
        event.kind === "comment" &&
        event.actor.kind === "person" &&
        declares(readCommandLines(event.text)),
    )
  );
}

/** Whoever gets a role back when somebody declines it: assigning needs their node id. */
function ofDeclining({ snapshot }: Asked): readonly string[] {
  const declines = snapshot.events.some(
    (event) =>
      event.kind === "comment" &&
      readCommandLines(event.text).some((line) => findCommand(line.word)?.name === "decline"),
  );
  return declines ? (snapshot.record?.incident.asks ?? []).flatMap((ask) => ask.from ?? []) : [];
}

// In a public repository many may write before anybody of the team does, and rights that somebody does not have are not remembered:
// each look asks for those of few. The thread from its beginning on has more of them.
const MOST_HEARD = 3;
const MOST_HEARD_AT_FIRST = 10;

/** Whoever may have taken the incident up by their words, as long as nobody has. */
function ofWords(asked: Asked): readonly string[] {
  const { record, events } = asked.snapshot;
  if (record !== null && record.incident.acknowledgedAt !== null) return [];
  const [opened = 0, ...told] = declaredAt(asked);
  const since = record?.incident.declaredAt ?? (told.length === 0 ? opened : Math.min(...told));
  const authors = events.flatMap((event) =>
    event.kind === "comment" && event.at > since && isPlain(event) ? [event.actor.login] : [],
  );
  if (record === null) return [...new Set(authors)].slice(0, MOST_HEARD_AT_FIRST);
  const others = authors.filter((login) => !holdsRole(record.incident, login));
  return [...new Set(others.toReversed())].slice(0, MOST_HEARD);
}

/**
 * The accounts whose rights the decision needs, each once; none when the issue concerns no incident. Holders who are not
 * assigned are among them, since assigning needs their node id.
 */
export function loginsToRead(asked: Asked): readonly string[] {
  const { snapshot, policy, vocabulary } = asked;
  if (!concernsIncident(asked)) return [];
  const first = snapshot.record === null;
  const opening = snapshot.before?.text ?? snapshot.body;
  const spoken = snapshot.events.flatMap((event) =>
    event.kind === "comment" && event.actor.kind === "person"
      ? ofText(event.text, (event.editor ?? event.actor).login, [event.at], policy)
      : [],
  );
  const labellers = snapshot.events.flatMap((event) =>
    event.kind === "labeled" && event.actor.kind === "person" ? [event.actor.login] : [],
  );
  const closers = snapshot.events.flatMap((event) =>
    event.kind === "closed" && event.actor.kind === "person" && isGated(event)
      ? [event.actor.login]
      : [],
  );
  const holders = ROLE_NAMES.flatMap((role) => snapshot.record?.incident[role] ?? []).filter(
    (login) => !snapshot.assignees.some((assignee) => isSameLogin(assignee, login)),
  );
  const opener = first && snapshot.opener.kind === "person" ? [snapshot.opener.login] : [];
  const all = [
    ...opener,
    ...(first
      ? [
          ...ofText(opening, snapshot.opener.login, declaredAt(asked), policy),
          ...ofFields(opening, vocabulary),
        ]
      : []),
    ...ofDeclaring(asked),
    ...ofVersions(asked),
    ...correctingLogins(snapshot),
    ...spoken,
    ...ofWords(asked),
    ...labellers,
    ...closers,
    ...holders,
    ...ofDeclining(asked),
  ];
  return [...new Map(all.map((login) => [login.toLowerCase(), login])).values()];
}
