import type { Progress } from "./progress.ts";

/** What a step's small button prepares: a text in the comment box (in somebody's name), or a place to look at. */
export type Help =
  | { readonly kind: "fill"; readonly as: string; readonly text: string }
  | { readonly kind: "show"; readonly as: string; readonly target: "labels" | "close" };

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

function resolve({ commander, isResolved, isClosed }: Progress): Step {
  const as = commander ?? "ana-sre";
  return {
    title: "Resolve and close",
    text: isResolved
      ? "It is resolved. Press **Close issue** below the thread."
      : "Write `/resolve` and what helped. Then close the issue as you would any other.",
    isDone: isResolved && isClosed,
    help: isResolved
      ? { kind: "show", as, target: "close" }
      : { kind: "fill", as, text: "/resolve The database answers again, servers start." },
  };
}

/** The five steps of the guided first run, as far as one issue has come. */
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
    handOver(progress),
    resolve(progress),
  ];
}
