import type { Outcome } from "../effects/index.ts";
import type { BodyFields } from "../incident/fields/index.ts";
import type { Incident, VouchedStep } from "../incident/incident.ts";

/** Steps for which closing takes people's word, and whose boxes they tick for that. */
const STEPS: readonly VouchedStep[] = ["announce", "report"];

const isTicked = (step: VouchedStep, { tasks }: BodyFields): boolean => tasks[step] === true;

// A line that was taken out says nothing: whoever tidies the text does not thereby take back their word.
const isUnticked = (step: VouchedStep, { tasks }: BodyFields): boolean => tasks[step] === false;

/** The boxes of such steps that `after` newly ticks or unticks. */
export const changedBoxes = (before: BodyFields, after: BodyFields): readonly VouchedStep[] =>
  STEPS.filter((step) =>
    isTicked(step, before) ? isUnticked(step, after) : isTicked(step, after),
  );

/**
 * What follows when somebody who may command ticked or unticked these boxes: the same as their word by `/done`. That it is over
 * cannot have been told before it is.
 */
export function followBoxes(
  steps: readonly VouchedStep[],
  after: BodyFields,
  { phase, vouched }: Incident,
  by: string,
): readonly Outcome[] {
  return steps.flatMap((step): readonly Outcome[] => {
    const ticks = isTicked(step, after);
    if (ticks === (vouched[step] !== undefined)) return [];
    if (ticks && step === "announce" && phase !== "resolved") return [];
    return [
      { kind: "vouch", step, by: ticks ? by : null },
      { kind: "log", entry: { kind: ticks ? "done" : "undone", by, what: step } },
    ];
  });
}
