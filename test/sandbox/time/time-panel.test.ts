import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { startPage } from "../page/start-page.ts";
import type { TestPage } from "../page/start-page.ts";

const START = Date.parse("2026-03-06T14:00:00Z");
const MINUTE = 60_000;
const DUE = {
  reminder: "update-due",
  subject: "1",
  title: "status update",
  names: ["ana-sre"],
  dueAt: START + 45 * MINUTE,
  why: "15 minutes before 15:00, **1 hour** after the promise <script>alert(1)</script>",
  moves: "`/update` moves it.",
};

let page: TestPage;
beforeEach(async () => {
  page = await startPage(START);
});
afterEach(() => page.close());

const wind = (by: string, issue: number | null = page.firstIssue) =>
  page.act({ as: "ana-sre", kind: "wind", by, issue });

async function panel(): Promise<string> {
  const html = await page.look(`/issues/${page.firstIssue}`);
  return html.slice(html.indexOf('id="time"')).split("</section>")[0] ?? "";
}

test("the page shows the time of the game, and what is due with its reasons", async () => {
  expect(await panel()).toContain("Fri 6 Mar, 14:00 UTC");
  expect(await panel()).toContain(`Nothing is due in #${page.firstIssue}.`);
  await page.setDeadlines({ agenda: [DUE], lookAgainAt: DUE.dueAt });
  const text = await panel();
  for (const words of ["status update", "Fri 6 Mar, 14:45", "in 45 minutes", "ana-sre"]) {
    expect(text).toContain(words);
  }
  expect(text).toContain("<strong>1 hour</strong>");
  expect(text).toContain("<code>/update</code> moves it.");
  expect(text).not.toContain("<script");
  expect(text).not.toContain("looks again");
  await page.setDeadlines({ agenda: [DUE], lookAgainAt: START + 30 * MINUTE });
  expect(await panel()).toContain("Sitrep looks again Fri 6 Mar, 14:30.");
});

test("winding moves the page's time and GitHub's", async () => {
  expect((await wind("30-minutes")).status).toBe(200);
  expect(await panel()).toContain("Fri 6 Mar, 14:30 UTC");
  const { body } = await page.act({ as: "ana-sre", kind: "open", title: "Later" });
  const { createdAt } = page.github.world.issue(
    "lagoon-hubs/infrastructure",
    Number(body["issue"]),
  );
  expect(createdAt).toMatch(/^2026-03-06T14:30/);
  await wind("monday");
  expect(await panel()).toContain("Mon 9 Mar, 09:00 UTC");
});

test("there is a next deadline to wind to where something is due", async () => {
  expect(await wind("deadline")).toEqual({
    status: 409,
    body: { problem: expect.stringMatching(/^Nothing is due here\./) },
  });
  await page.setDeadlines({ agenda: [DUE], lookAgainAt: null });
  expect((await wind("deadline")).status).toBe(200);
  expect(await panel()).toContain("Fri 6 Mar, 14:45 UTC");
});

test.each([{ by: "a-year" }, { by: "monday", to: 1 }, { by: -5 }])(
  "%j is no winding",
  async (more) => {
    const answer = await page.act({ as: "ana-sre", kind: "wind", issue: null, ...more });
    expect(answer.status).toBe(400);
    expect(await panel()).toContain("14:00 UTC");
  },
);
