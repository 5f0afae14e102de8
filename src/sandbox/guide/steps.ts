import type { Progress } from "./progress.ts";

/** What a step's small button prepares: a text in the comment box (in somebody's name), or a place to look at. */
export type Help =
  | { readonly kind: "fill"; readonly as: string; readonly text: string }
  | { readonly kind: "show"; readonly as: string; readonly target: "labels" | "wind" | "ticket" };

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

/** Somebody without a role writes, so that their words wait for approval. */
function tellThem({ isUpdateWritten, isUpdated, isResolved }: Progress, as: string): Step {
  return {
    title: "Tell the community",
    text: isUpdateWritten
      ? `Sitrep shows how it will read, and waits, since **pat-pm** does not speak for the team. As **${as}**, write \`/approve\`: it goes into the ticket, in the panel *Freshdesk*.`
      : "Let **pat-pm** write `/update` and what is known by now.",
    isDone: isUpdated || isResolved,
    help: isUpdateWritten
      ? { kind: "fill", as, text: "/approve" }
      : { kind: "fill", as: "pat-pm", text: "/update We have found the cause and work on it." },
  };
}

function resolve({ isResolved, isTold, isClosed }: Progress, as: string): Step {
  return {
    title: "Resolve",
    text: isResolved
      ? "Tell the community: `/update` and your words. From then on their silence counts."
      : "Write `/resolve` and what helped. The ticket is told so, and asks whether it works for them.",
    isDone: isResolved && (isTold || isClosed),
    help: isResolved
      ? { kind: "fill", as, text: "/update All servers start again. Please try, and say so." }
      : { kind: "fill", as, text: "/resolve The database answers again, servers start." },
  };
}

function hear({ isTold, isHeard, isClosed }: Progress, as: string): Step {
  return {
    title: "Hear the community",
    text: "Answer for them in the ticket, and press **+30 minutes**: Sitrep looks there every ten. It says that they answered, and never what.",
    isDone: (isTold && isHeard) || isClosed,
    help: { kind: "show", as, target: "ticket" },
  };
}

function close({ isResolved, isHeard, isReported, isClosed }: Progress, as: string): Step {
  const agree = isHeard
    ? "Say for the community that it works: `/confirm`."
    : "Write `/confirm` for the community, or wind on until they have been silent for 48 working hours.";
  return {
    title: "Close",
    text: isReported
      ? `${agree} Then write \`/close\`.`
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
      text: "Put the label `incident` on. That is all: Sitrep reads the issue, writes the roles into it and posts one status comment. The panels *Freshdesk* and *Slack* show who was told.",
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
    tellThem(progress, as),
    resolve(progress, as),
    hear(progress, as),
    close(progress, as),
  ];
}
