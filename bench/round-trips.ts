import { createSetting, REPO, type Setting } from "./setting.ts";
import { toTable, toMs } from "./table.ts";

const DELAY_MS = 100;

const hasReceipt = ({ github }: Setting, number: number): boolean =>
  (github.world.issue(REPO, number).comments.findLast((comment) => comment.body.startsWith("/"))
    ?.reactions.length ?? 0) > 0;

/** Milliseconds from the comment to its receipt, each call to GitHub held up by `DELAY_MS`. */
async function timeTo(setting: Setting, number: number, text: string): Promise<number> {
  const started = performance.now();
  const done = new Promise<void>((resolve) => {
    const stop = setting.github.subscribe(() => {
      if (!hasReceipt(setting, number)) return;
      stop();
      resolve();
    });
  });
  setting.as("bo").comment(REPO, number, text);
  await done;
  return performance.now() - started;
}

const isListing = ({ path }: { readonly path: string }): boolean =>
  path.startsWith("/app/installations?");

interface Way {
  readonly name: string;
  readonly isCold: boolean;
  readonly knowsRights: boolean;
}

async function measure({ name, isCold, knowsRights }: Way): Promise<(string | number)[]> {
  const setting = await createSetting();
  const { github } = setting;
  const number = setting.incident();
  let running = await setting.run();
  await running.settle();
  if (isCold) {
    await running.stop();
    // The sweep at the start would warm it up.
    github.faults.failNext(1, { status: 503, match: isListing });
    running = await setting.run();
  } else if (knowsRights) {
    setting.as("bo").comment(REPO, number, "/note first");
    await running.settle();
  }
  github.calls.clear();
  github.faults.delayAnswers(DELAY_MS);
  const ms = await timeTo(setting, number, "/note measured");
  github.faults.delayAnswers(0);
  await running.settle();
  const calls = github.calls.all.map((call) => call.operationName ?? call.operationId ?? "?");
  await running.stop();
  await setting.close();
  // The effect takes place half-way through the last call.
  const trips = Math.ceil(ms / DELAY_MS);
  const own = ms - (trips - 0.5) * DELAY_MS;
  return [name, trips, toMs(Math.max(own, 0)), calls.slice(0, trips).join(", ")];
}

/** How many calls to GitHub, one after the other, lie between a delivery and its effect. */
export async function roundTrips(): Promise<string> {
  const rows = [
    await measure({ name: "warm, rights remembered", isCold: false, knowsRights: true }),
    await measure({ name: "warm, first command of a person", isCold: false, knowsRights: false }),
    await measure({
      name: "cold: right after a start, no token yet",
      isCold: true,
      knowsRights: false,
    }),
  ];
  return toTable(["delivery", "round trips", "Sitrep's own time, ms", "calls"], rows);
}

/** Requests that deliveries cause which concern no incident, and Sitrep's own echoes. */
export async function idleDeliveries(): Promise<string> {
  const setting = await createSetting();
  const number = setting.incident();
  const running = await setting.run();
  const { calls, deliveries } = setting.github;
  await running.settle();
  const rows: (string | number)[][] = [];
  const count = async (name: string, act: () => void): Promise<void> => {
    calls.clear();
    deliveries.clear();
    act();
    await running.settle();
    rows.push([name, deliveries.all.length, calls.count()]);
  };
  await count("an issue without the label is opened, edited, commented on, closed", () => {
    const other = setting.as("bo").openIssue(REPO, { title: "A question", body: "How?" });
    setting.as("bo").editBody(REPO, other, "How, please?");
    setting.as("sam").comment(REPO, other, "Like this: /home/sam");
    setting.as("bo").close(REPO, other);
  });
  setting.as("bo").comment(REPO, number, "/commander @sam");
  await running.settle();
  const own = deliveries.all
    .filter((delivery) => delivery.sender === "sitrep[bot]")
    .map(({ id }) => id);
  calls.clear();
  for (const id of own) deliveries.redeliver(id);
  await running.settle();
  rows.push([
    "Sitrep's own comments, labels and edits of a command, delivered once more",
    own.length,
    calls.count(),
  ]);
  await running.stop();
  await setting.close();
  return toTable(["what happens", "deliveries", "requests"], rows);
}
