import { isSameLogin } from "../incident/actor.ts";
import type { Ask, Incident } from "../incident/incident.ts";
import type { Situation } from "../incident/situation.ts";
import { after } from "./deadline.ts";
import type { Reminder, Waiting } from "./reminder.ts";

/** What somebody was asked at one time: `/accept` answers all of it. */
interface Question extends Waiting {
  readonly who: string;
  readonly asks: readonly Ask[];
}

/** Did they come into the role by themselves? Who got it by the rule did, where they declared the incident. */
const isByThemselves = ({ by, who }: Ask, { declaredBy }: Incident): boolean =>
  isSameLogin(by ?? declaredBy, who);

function questionsOf({ incident }: Situation): readonly Question[] {
  const { active, closed, asks, respondingSince } = incident;
  if (!active || closed !== null) return [];
  const open = asks.filter((ask) => !isByThemselves(ask, incident));
  const toSubject = (ask: Ask): string =>
    `${ask.who.toLowerCase()}-${Math.max(ask.since, respondingSince)}`;
  return [...Map.groupBy(open, toSubject)].flatMap(([subject, together]) => {
    const [first] = together;
    if (first === undefined) return [];
    const since = Math.max(first.since, respondingSince);
    return [{ subject, since, who: first.who, asks: together }];
  });
}

const questionOf = ({ subject }: Waiting, situation: Situation): Question | undefined =>
  questionsOf(situation).find((question) => question.subject === subject);

/**
 * Whoever was named by somebody else may not know (docs/process.md, steps 5 and 6): they are asked once more, then the
 * manager, who may delegate on anyone's behalf. Two roles that one person was given at once are one question.
 */
export const confirmRole: Reminder = {
  name: "confirm-role",
  since: questionsOf,
  due: (waiting, step, situation, previous) => {
    const { policy } = situation;
    const settings = policy.reminders["confirm-role"];
    const question = questionOf(waiting, situation);
    if (settings === null || question === undefined || step > 1) return null;
    const { who } = question;
    const deadline =
      step === 0
        ? after({ from: waiting.since, anchor: "asked" }, settings.after, policy)
        : after({ from: previous, anchor: "reminded" }, settings.again, policy);
    if (deadline === null) return null;
    const { manager } = policy;
    const helpers = manager === null || isSameLogin(manager, who) ? [] : [manager];
    return { deadline, names: step === 0 ? [who] : helpers };
  },
  explain: () =>
    "`/accept` or `/decline` answers it; naming somebody else, as with `/commander @user`, makes it needless.",
  remind: (waiting, step, situation, frame) => {
    const question = questionOf(waiting, situation);
    const [first] = question?.asks ?? [];
    return {
      name: "confirm-role",
      data: {
        ...frame,
        who: question?.who ?? "",
        asks: question?.asks ?? [],
        askedAt: first?.since ?? waiting.since,
        isFirst: step === 0,
      },
    };
  },
};
