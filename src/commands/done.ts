import { TASKS, toTaskId } from "../incident/fields/index.ts";
import type { VouchedStep } from "../incident/incident.ts";
import { defineCommand, reject, type Parsed } from "./command.ts";
import { responders } from "./who.ts";
import { toWords } from "./words.ts";

/** What people call the steps, besides their text in the top comment. */
const WORDS: Readonly<Record<VouchedStep, readonly string[]>> = {
  announce: ["announce", "announced", "announcement", "told", "tell", "community"],
  report: ["report", "incident report"],
};

const isVouched = (id: string | null): id is VouchedStep => id !== null && Object.hasOwn(WORDS, id);

/** The step that the words begin with: `told`, `the incident report, see #12`, or its text in the top comment. */
function findStep(words: string): VouchedStep | null {
  const id = toTaskId(words);
  if (isVouched(id)) return id;
  const plain = words.toLowerCase().replace(/^(?:(?:the|an?)\s+)+/, "");
  const starts = (word: string): boolean =>
    plain.startsWith(word) && !/^[\p{L}\p{N}_]/u.test(plain.slice(word.length));
  return (Object.keys(WORDS) as VouchedStep[]).find((step) => WORDS[step].some(starts)) ?? null;
}

const CHOICE =
  "`/done announce` says that the community was told that it is over, `/done report` that the Incident Report is filled in";

function parseStep(words: string): Parsed<VouchedStep> {
  const step = findStep(words);
  if (step !== null) return { kind: "value", value: step };
  if (words === "") return { kind: "problem", problem: `It does not say what is done: ${CHOICE}.` };
  const other = TASKS.some(({ id }) => id === toTaskId(words));
  const wrong = other
    ? "For that step nobody's word is needed: Sitrep sees it, or somebody ticks its box in the top comment."
    : "Sitrep knows no such step.";
  return { kind: "problem", problem: `${wrong} ${CHOICE}.` };
}

/** `/done`: somebody's word for a step that closing asks for and that Sitrep cannot see (docs/process.md, steps 10 and 11). */
export const done = defineCommand<VouchedStep>({
  name: "done",
  aliases: ["tick"],
  usage: "/done STEP",
  summary:
    "says that a step is done: `announce` (the community was told that it is over) or `report`",
  examples: ["/done announce", "/done report", "/tick incident report"],
  who: responders,
  parse: (argument) => parseStep(toWords(argument)),
  decide: (step, { incident, actor }) => {
    if (incident.vouched[step] !== undefined) return [];
    if (step === "announce" && incident.phase !== "resolved") {
      return reject(
        "It is not resolved yet, so nobody can have been told that it is. When it is over, write `/resolve`; then `/done announce` counts.",
      );
    }
    const by = actor.login;
    return [
      { kind: "vouch", step, by },
      { kind: "log", entry: { kind: "done", by, what: step } },
    ];
  },
});
