import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { expectLegalTraffic } from "../../support/github-description.ts";
import { startReceiver } from "./receiver.ts";
import { REPO, setScene } from "./scene.ts";
import type { Scene } from "./scene.ts";

const MANY = 10_000;

let scene: Scene;
let long: number;

beforeAll(async () => {
  scene = await setScene();
  const { world } = scene.github;
  const ana = world.as("ana");
  long = ana.openIssue(REPO, { title: "A long night" });
  world.setCovered(scene.installation, REPO, false);
  for (let count = 0; count < 10; count += 1) ana.comment(REPO, scene.number, `Comment ${count}`);
  for (let count = 0; count < MANY; count += 1) ana.comment(REPO, long, `Comment ${count}`);
  world.setCovered(scene.installation, REPO, true);
});

afterAll(async () => {
  await scene.github.close();
  expectLegalTraffic(scene.github);
});

interface Page {
  readonly totalCount: number;
  readonly nodes: readonly { readonly body: string }[];
  readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
}

const ITEMS =
  "totalCount pageInfo { endCursor hasNextPage } nodes { ... on IssueComment { body } }";

const readPage = async (connection: string, number: number, after?: string): Promise<Page> => {
  const { data, errors } = await scene.client.graphql<{ repository: { issue: { page: Page } } }>(
    `query($number: Int!${after === undefined ? "" : ", $after: String"}) {
       repository(owner: "acme", name: "support") { issue(number: $number) { page: ${connection} { ${ITEMS} } } } }`,
    { number, ...(after !== undefined && { after }) },
  );
  expect(errors).toBeUndefined();
  return data.repository.issue.page;
};

const CONNECTIONS = [
  ["comments", "comments(first: 100$)"],
  ["the timeline", "timelineItems(first: 100$, itemTypes: [ISSUE_COMMENT])"],
] as const;

test.each(CONNECTIONS)(
  "%s of 10,000 can be read page by page, each once",
  async (_, connection) => {
    let page = await readPage(connection.replace("$", ""), long);
    const bodies = page.nodes.map(({ body }) => body);
    while (page.pageInfo.hasNextPage) {
      page = await readPage(
        connection.replace("$", ", after: $after"),
        long,
        page.pageInfo.endCursor,
      );
      bodies.push(...page.nodes.map(({ body }) => body));
    }
    expect(page.totalCount).toBe(MANY);
    expect(bodies).toEqual(Array.from({ length: MANY }, (_each, index) => `Comment ${index}`));
  },
);

/** The median of the time that reading the end of a thread takes, in ms. */
const measure = async (number: number): Promise<number> => {
  const times: number[] = [];
  for (let time = 0; time < 25; time += 1) {
    const start = performance.now();
    await readPage("comments(last: 40)", number);
    await readPage("timelineItems(last: 40, itemTypes: [ISSUE_COMMENT, CLOSED_EVENT])", number);
    times.push(performance.now() - start);
  }
  return times.toSorted((a, b) => a - b)[12] ?? Infinity;
};

test("the end of 10,000 costs hardly more than the end of 10", async () => {
  await measure(scene.number);
  const short = await measure(scene.number);
  // Measured: about 2 ms each. Reading every comment would take some 50; the rest is room for a busy machine.
  expect(await measure(long)).toBeLessThan(5 * short + 10);
});

test("hundreds of deliveries at once all arrive, but not all at the same time", async () => {
  const receiver = await startReceiver();
  scene.github.setWebhookUrl(receiver.url);
  const before = scene.github.deliveries.all.length;
  for (let count = 0; count < 500; count += 1)
    scene.github.world.as("ana").editTitle(REPO, long, `The title ${count}`);
  const sent = scene.github.deliveries.all.slice(before);
  expect(sent.filter(({ attempts }) => attempts > 0)).toHaveLength(50);
  await scene.github.idle();
  expect(receiver.received).toHaveLength(500);
  expect(sent.filter(({ status }) => status !== 202)).toEqual([]);
  await receiver.close();
  scene.github.setWebhookUrl(null);
  scene.github.deliveries.clear();
});
