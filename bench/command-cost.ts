import { COMMANDS } from "../src/commands/index.ts";
import { createSetting, REPO, type Running, type Setting } from "./setting.ts";
import { toTable } from "./table.ts";

/** One command as somebody gives it, and what has to be said before so that it has an effect. */
interface Line {
  readonly by: string;
  readonly text: string;
  readonly before?: readonly (readonly [by: string, text: string])[];
}

const LINES: Readonly<Record<string, Line>> = {
  incident: { by: "bo", text: "/incident SEV-2" },
  commander: { by: "bo", text: "/commander @sam" },
  liaison: { by: "bo", text: "/liaison @sam" },
  sme: { by: "bo", text: "/sme @sam storage" },
  release: { by: "bo", text: "/release @sam", before: [["bo", "/sme @sam storage"]] },
  handoff: { by: "ana", text: "/handoff @bo" },
  accept: { by: "bo", text: "/accept", before: [["ana", "/handoff @bo"]] },
  decline: { by: "bo", text: "/decline it is late here", before: [["ana", "/handoff @bo"]] },
  escalate: { by: "bo", text: "/escalate nobody here knows the disks" },
  // No project and no support desk are connected here: what they cost stands with their tests.
  backlog: { by: "bo", text: "/backlog" },
  approve: { by: "bo", text: "/approve" },
  severity: { by: "bo", text: "/severity SEV-2" },
  impact: { by: "bo", text: "/impact 13:40 UTC" },
  note: { by: "bo", text: "/note restarted the hub" },
  update: { by: "bo", text: "/update logins work again\nnext: 2h" },
  mitigated: { by: "bo", text: "/mitigated logins work" },
  resolve: { by: "bo", text: "/resolve all is well" },
  reopen: { by: "bo", text: "/reopen it is back", before: [["bo", "/resolve"]] },
  confirm: { by: "bo", text: "/confirm", before: [["bo", "/resolve"]] },
  action: { by: "bo", text: "/action Alert when a disk is full" },
  actions: { by: "bo", text: "/actions", before: [["bo", "/resolve"]] },
  report: { by: "bo", text: "/report" },
  done: { by: "bo", text: "/done announce", before: [["bo", "/resolve"]] },
  close: { by: "bo", text: "/close" },
  ticket: { by: "bo", text: "/ticket https://example.freshdesk.com/a/tickets/125" },
  cancel: { by: "bo", text: "/cancel it was a test" },
  status: { by: "bo", text: "/status" },
  why: { by: "bo", text: "/why" },
  snooze: { by: "bo", text: "/snooze 1h update-due" },
  help: { by: "bo", text: "/help" },
};

interface Cost {
  readonly reads: number;
  readonly rights: number;
  readonly writes: number;
}

function costOf({ github }: Setting): Cost {
  const rights = github.calls.all.filter((call) => call.path.endsWith("/permission")).length;
  const reads = github.calls.count("read") - rights;
  return { reads, rights, writes: github.calls.count("write") };
}

async function measure(line: Line, isFirst: boolean): Promise<Cost> {
  const setting = await createSetting();
  let running: Running = await setting.run();
  const say = async (by: string, number: number, text: string): Promise<void> => {
    setting.as(by).comment(REPO, number, text);
    await running.settle();
  };
  const number = isFirst
    ? setting.as("ana").openIssue(REPO, { title: "Hub is down" })
    : setting.incident();
  await running.settle();
  for (const [by, text] of line.before ?? []) await say(by, number, text);
  if (!isFirst) {
    // What was done so far is digested, as in an incident that has gone on for a while.
    await running.stop();
    running = await setting.run();
  }
  setting.github.calls.clear();
  await say(line.by, number, line.text);
  const cost = costOf(setting);
  await running.stop();
  await setting.close();
  return cost;
}

/** Requests of each command, from the delivery to rest; Sitrep has just been restarted, so that nobody's rights are known. */
export async function commandCost(): Promise<string> {
  const missing = COMMANDS.filter(({ name }) => LINES[name] === undefined);
  if (missing.length > 0) throw new Error(`no line for ${missing.map(({ name }) => name).join()}`);
  const rows: (string | number)[][] = [];
  for (const { name } of COMMANDS) {
    const line = LINES[name];
    if (line === undefined) continue;
    const { reads, rights, writes } = await measure(line, name === "incident");
    rows.push([`\`/${name}\``, reads, rights, writes]);
  }
  const head = ["command", "reads", "look-ups of rights (0 when remembered)", "writes"];
  return toTable(head, rows);
}
