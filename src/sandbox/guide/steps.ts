import type { Progress } from "./progress.ts";

/** What a step's small button prepares: a text in the comment box (in somebody's name), or a place to look at. */
export type Help =
  | { readonly kind: "fill"; readonly as: string; readonly text: string }
  | { readonly kind: "show"; readonly as: string; readonly target: "labels" | "wind" };

/** One step of the guided first run. `text` is Markdown. */
export interface Step {
  readonly title: string;
  readonly text: string;
  readonly isDone: boolean;
  readonly help: Help;
}

/** Who could take over: not who leads. */
const otherThan = (commander: string): string => (commander === "bo-sre" ? "ana-sre" : "bo-sre");

function handOver({ commander, isHandoffAsked, isHandedOver }: Progress): Step {
  const from = commander ?? "ana-sre";
  const to = otherThan(from);
  const isAsked = isHandoffAsked && !isHandedOver;
  const help: Help = isAsked
    ? { kind: "fill", as: to, text: "/accept" }
    : { kind: "fill", as: from, text: `/handoff @${to}` };
  return {
    title: "Hand over",
    text: isAsked
      ? `**${to}** was asked. Until they write \`/accept\`, ${from} stays on the hook. Now act as **${to}** and accept.`
      : `It gets late where ${from} is. Ask with \`/handoff @${to}\`, then \`/accept\` as **${to}**. Sitrep writes the brief.`,
    isDone: isHandedOver,
    help,
  };
}

/** A resolved incident calls for nobody: then it is too late for that step. */
function letTimePass({ isHelpCalled, isResolved }: Progress, as: string): Step {
  return {
    title: "Let half an hour pass",
    text: "Press **+30 minutes** under *Time*. Nobody has said that users can work again, so Sitrep calls for help, once.",
    isDone: isHelpCalled || isResolved,
    help: { kind: "show", as, target: "wind" },
  };
}

function resolve({ isResolved, isTold, isClosed }: Progress, as: string): Step {
  return {
    title: "Resolve and tell",
    text: isResolved
      ? "Tell the community: `/update` and your words. From then on their silence counts."
      : "Write `/resolve` and what helped.",
    isDone: isResolved && (isTold || isClosed),
    help: isResolved
      ? { kind: "fill", as, text: "/update All servers start again. Please try, and say so." }
      : { kind: "fill", as, text: "/resolve The database answers again, servers start." },
  };
}

function close({ isResolved, isReported, isClosed }: Progress, as: string): Step {
  return {
    title: "Close",
    text: isReported
      ? "Write `/confirm` for the community, or wind on until they have been silent for 48 working hours. Then write `/close`."
      : "Closing has conditions: try `/close`, and see what is missing. `/done report` says that the report is written.",
    isDone: isResolved && isClosed,
    help: { kind: "fill", as, text: isReported ? "/confirm\n/close" : "/done report" },
  };
}

/** The steps of the guided first run, as far as one issue has come. */
export function toSteps(progress: Progress): readonly Step[] {
  const as = progress.commander ?? "ana-sre";
  const expert = otherThan(as);
  return [
    {
      title: "Declare it",
      text: "Put the label `incident` on. That is all: Sitrep reads the issue, writes the roles into it and posts one status comment.",
      isDone: progress.isDeclared,
      help: { kind: "show", as: "ana-sre", target: "labels" },
    },
    {
      title: "Take command",
      text: "Comment `/commander me`. The top comment, the assignee and the status comment follow.",
      isDone: progress.isCommanded,
      help: { kind: "fill", as: "ana-sre", text: "/commander me" },
    },
    {
      title: "Pull in an expert",
      text: `Comment \`/sme @${expert} database\`. They are told what they are needed for.`,
      isDone: progress.hasExpert,
      help: { kind: "fill", as, text: `/sme @${expert} database` },
    },
    letTimePass(progress, as),
    handOver(progress),
    resolve(progress, as),
    close(progress, as),
  ];
}
