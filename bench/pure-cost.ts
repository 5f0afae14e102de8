import { readCommandLines } from "../src/commands/index.ts";
import { decide, loginsToRead, toVocabulary } from "../src/decide/index.ts";
import { readPolicy } from "../src/config/index.ts";
import { defaultVocabulary, readFields, writeFields } from "../src/incident/fields/index.ts";
import { createInProcessQueue } from "../src/queue/index.ts";
import { createSetting, REPO } from "./setting.ts";
import { quantile, toMs, toTable } from "./table.ts";

const LIMIT = 65_536;
const TIMES = 21;

const TEXTS: Readonly<Record<string, string>> = {
  prose: "We look at the node pool, and wait.\n",
  "nested lists": "- a\n  - b\n    - c\n",
  "quotes in quotes": `${">".repeat(60)} no\n`,
  "HTML and brackets": "<!-- [x](((<details>``` ",
  "lines like fields": "- **Incident Commander:** @ana\n",
};

const filled = (part: string): string =>
  part.repeat(Math.ceil(LIMIT / part.length)).slice(0, LIMIT);

function time(run: () => unknown): number {
  const times: number[] = [];
  for (let count = 0; count < TIMES; count++) {
    const started = performance.now();
    run();
    times.push(performance.now() - started);
  }
  return quantile(times, 0.5);
}

/** Milliseconds for texts of GitHub's full length, by what they consist of. */
export function textCost(): string {
  const rows = Object.entries(TEXTS).map(([name, part]) => {
    const text = filled(part);
    return [
      name,
      toMs(time(() => readFields(text, defaultVocabulary))),
      toMs(
        time(() => writeFields(text, { commander: "bo", severity: "SEV-2" }, defaultVocabulary)),
      ),
      toMs(time(() => readCommandLines(text))),
    ];
  });
  return toTable(
    ["65,536 characters of", "reading the fields, ms", "writing two, ms", "finding commands, ms"],
    rows,
  );
}

/** Milliseconds for one decision about a long top comment and forty new commands. */
export async function decisionCost(): Promise<string> {
  const rows: (string | number)[][] = [];
  for (const [name, length] of [
    ["a short top comment", 100],
    ["one of 60,000 characters", 60_000],
  ] as const) {
    const setting = await createSetting();
    const looker = setting.looker();
    const number = setting.incident(filled("The hub is down.\n").slice(0, length));
    await looker.look(number);
    for (let count = 0; count < 40; count++)
      setting.as("bo").comment(REPO, number, `/note seen ${count}`);
    const key = looker.keyOf(number);
    const { snapshot, policyFile } = await looker.gitHub.readIssue(key, null);
    const { policy } = readPolicy(policyFile?.text ?? null);
    const asked = { snapshot, policy, vocabulary: toVocabulary(policy) };
    const people = await looker.gitHub.readPeople(key, loginsToRead(asked));
    rows.push([name, toMs(time(() => decide({ ...asked, people, chat: false }, setting.now())))]);
    await setting.close();
  }
  return toTable(["deciding on 40 new commands and", "ms"], rows);
}

/** Looks a second through the queue, when the look itself does nothing. */
export async function queueThroughput(): Promise<string> {
  const rows: (string | number)[][] = [];
  for (const keys of [100, 10_000]) {
    const queue = createInProcessQueue();
    let looks = 0;
    await queue.start(() => {
      looks += 1;
      return Promise.resolve({ lookAgainAt: null });
    });
    const started = performance.now();
    const adds = 100_000;
    for (let count = 0; count < adds; count++) {
      const number = (count % keys) + 1;
      await queue.add({ installation: number % 7, owner: "acme", repo: "hubs", number });
    }
    await queue.idle();
    const seconds = (performance.now() - started) / 1000;
    await queue.stop();
    const perSecond = (count: number): string => Math.round(count / seconds).toLocaleString("en");
    rows.push([keys.toLocaleString("en"), perSecond(adds), perSecond(looks)]);
  }
  return toTable(["incidents", "wishes a second", "looks a second"], rows);
}
