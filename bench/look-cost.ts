import { createSetting, REPO, type Looker, type Setting } from "./setting.ts";
import { quantile, toMs, toTable } from "./table.ts";

const SIZES = [10, 1_000, 10_000] as const;
const TIMES = 7;
const CHATTER =
  "We look at the node pool, and the autoscaler seems to wait for quota in that zone. ".repeat(3);

interface Cost {
  readonly requests: number;
  readonly bytes: number;
  readonly ms: number;
}

const sizeOf = (body: unknown): number =>
  body === undefined ? 0 : Buffer.byteLength(JSON.stringify(body));

async function measure({ github }: Setting, look: () => Promise<void>): Promise<Cost> {
  github.calls.clear();
  const started = performance.now();
  await look();
  const ms = performance.now() - started;
  const calls = github.calls.all.filter((call) => call.kind !== "token");
  const bytes = calls.reduce((sum, call) => sum + sizeOf(call.responseBody), 0);
  return { requests: calls.length, bytes, ms };
}

const median = (costs: readonly Cost[]): Cost => ({
  requests: quantile(
    costs.map((cost) => cost.requests),
    0.5,
  ),
  bytes: quantile(
    costs.map((cost) => cost.bytes),
    0.5,
  ),
  ms: quantile(
    costs.map((cost) => cost.ms),
    0.5,
  ),
});

/** An incident whose thread has so many comments, a minute apart, all of them digested but the last few. */
async function longIncident(
  setting: Setting,
  size: number,
): Promise<{ number: number; looker: Looker }> {
  const looker = setting.looker();
  const number = setting.incident();
  await looker.look(number);
  for (let count = 0; count < size; count++) {
    setting.wind(60_000);
    setting.as("bo").comment(REPO, number, `${CHATTER} (${count})`);
  }
  await looker.look(number);
  return { number, looker };
}

type Costs = Readonly<Record<"warm" | "cold" | "command" | "rebuild", Cost>>;

async function measureSize(size: number): Promise<Costs> {
  const setting = await createSetting();
  const { number, looker } = await longIncident(setting, size);
  const warm: Cost[] = [];
  const cold: Cost[] = [];
  const command: Cost[] = [];
  for (let time = 0; time < TIMES; time++) {
    setting.as("bo").comment(REPO, number, CHATTER);
    warm.push(await measure(setting, () => looker.look(number)));
    setting.as("bo").comment(REPO, number, `/note seen ${time}`);
    command.push(await measure(setting, () => looker.look(number)));
    const fresh = setting.looker();
    cold.push(await measure(setting, () => fresh.look(number)));
  }
  const status = setting.github.world
    .issue(REPO, number)
    .comments.find(({ author }) => author === "sitrep[bot]");
  if (status === undefined) throw new Error("there is no status comment");
  setting.as("ana").deleteComment(REPO, number, status.id);
  const fresh = setting.looker();
  const rebuild = await measure(setting, () => fresh.look(number));
  await setting.close();
  return { warm: median(warm), cold: median(cold), command: median(command), rebuild };
}

const NAMES = {
  warm: "a comment without a command",
  command: "a comment with a command",
  cold: "the first look of a new process",
  rebuild: "from scratch: status comment and record deleted",
} as const;

/** What a look costs in threads of 10, 1,000 and 10,000 comments. */
export async function lookCost(): Promise<string> {
  const all: { readonly size: number; readonly costs: Costs }[] = [];
  for (const size of SIZES) all.push({ size, costs: await measureSize(size) });
  const rows = (Object.keys(NAMES) as (keyof typeof NAMES)[]).flatMap((kind) =>
    all.map(({ size, costs }) => {
      const { requests, bytes, ms } = costs[kind];
      const ratio = ms / (all[0]?.costs[kind].ms ?? ms);
      return [
        NAMES[kind],
        size.toLocaleString("en"),
        requests,
        (bytes / 1000).toFixed(0),
        toMs(ms),
        ratio.toFixed(1),
      ];
    }),
  );
  return toTable(
    ["look after", "comments", "requests", "kB read", "ms", "ms, times that of 10"],
    rows,
  );
}
