import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { REPOSITORY } from "../../../src/sandbox/cast/seed.ts";
import { TICKETS } from "../../../src/sandbox/cast/tickets.ts";
import { DESK_STATUS } from "../../../src/sandbox/freshdesk/index.ts";
import { startPage } from "../page/start-page.ts";
import type { TestPage } from "../page/start-page.ts";

const { id } = TICKETS.outage;
const OTHER = TICKETS.other.id;

let page: TestPage;
beforeEach(async () => {
  page = await startPage(Date.parse("2026-03-06T14:00:00Z"));
});
afterEach(() => page.close());

const look = () => page.look(`/issues/${page.firstIssue}`);
const panelIn = (html: string): string =>
  html.slice(html.indexOf('id="freshdesk"')).split("</section>")[0] ?? "";
const panel = async (): Promise<string> => panelIn(await look());

async function ticket(number: number): Promise<string> {
  const html = await panel();
  return html.slice(html.indexOf(`id="ticket-${number}"`)).split("</article>")[0] ?? "";
}

const toText = (html: string): string => html.replace(/<[^>]*>|\s+/g, " ").replace(/ +/g, " ");

const ask = (method: string, path: string, body?: object) => {
  const { apiKey, url } = page.freshdesk;
  return fetch(`${url}/api/v2/tickets/${path}`, {
    method,
    headers: { authorization: `Basic ${Buffer.from(`${apiKey}:X`).toString("base64")}` },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
};

const answer = (body: unknown, number: unknown = id) =>
  page.act({ as: "ana-sre", kind: "answer", ticket: number, body });
const order = (isDown: unknown) =>
  page.act({ as: "ana-sre", kind: "outage", of: "freshdesk", isDown });

test("the outage's issue names its ticket, whose conversation shows beside it", async () => {
  const { body } = page.github.world.issue(REPOSITORY, page.firstIssue);
  expect(body).toContain(`Support ticket ref: ${page.freshdesk.addressOf(id)}`);
  const text = toText(await ticket(id));
  for (const words of [
    "Nobody can start a server before our workshop #2417",
    "Open",
    "Cleo Marchetti, cleo@coastal-lab.example",
    "Cleo Marchetti asks Fri 6 Mar, 13:44 Good morning",
    "Sam Okoye replies Fri 6 Mar, 13:51 Dear Cleo",
    "Sitrep has sent nothing here yet.",
  ]) {
    expect(text).toContain(words);
  }
  expect(await ticket(id)).toMatch(/<details\s+open/);
});

test("a ticket that the issue does not name is folded, until the issue does", async () => {
  expect(await ticket(OTHER)).not.toMatch(/<details\s+open/);
  const command = `/ticket ${page.freshdesk.addressOf(OTHER)}`;
  expect(await ticket(OTHER)).toContain(`<code>${command}</code> does.`);
  page.github.world.as("ana-sre").comment(REPOSITORY, page.firstIssue, `${command}7`);
  expect(await ticket(OTHER)).not.toMatch(/<details\s+open/);
  page.github.world.as("ana-sre").comment(REPOSITORY, page.firstIssue, command);
  expect(await ticket(OTHER)).toMatch(/<details\s+open/);
});

test("replies, private notes and the status show as Sitrep sends them", async () => {
  await ask("POST", `${id}/reply`, { body: "<p>We look into it.</p>" });
  const mark = "Reference: sitrep-0f";
  await ask("POST", `${id}/reply`, { body: `<p>Soon.</p><div style="x">${mark}</div>` });
  expect(await ticket(id)).toContain(`<p>Soon.</p><p class="ticket-reference">${mark}</p>`);
  await ask("POST", `${id}/notes`, { body: "<p>acme/hubs#3</p>", private: true });
  await ask("PUT", String(id), { status: DESK_STATUS.pending });
  const html = await ticket(id);
  const text = toText(html);
  expect(text).toContain("Sitrep replies Fri 6 Mar, 14:00 We look into it.");
  expect(text).toContain("Sitrep Private note Fri 6 Mar, 14:00 acme/hubs#3");
  expect(html).toMatch(/ticket-status ticket-is-pending">Pending</);
  expect(text).not.toContain("has sent nothing");
  page.freshdesk.world.setStatus(id, 9);
  expect(toText(await ticket(id))).toContain("Status 9");
});

test("of a long conversation the newest six show, and the others are folded", async () => {
  for (let n = 1; n <= 8; n += 1) page.freshdesk.world.replyAsAgent(id, `<p>Reply ${n}.</p>`);
  const html = await ticket(id);
  const folded = html.slice(html.indexOf("ticket-earlier")).split("</details>")[0] ?? "";
  expect(toText(folded)).toMatch(/3 earlier .*Dear Cleo.* Reply 1\. .* Reply 2\./);
  expect(html.indexOf("Reply 3.")).toBeGreaterThan(html.indexOf("Reply 2."));
  expect(folded).not.toContain("Reply 3.");
});

test("the community answers in the ticket, which opens it again", async () => {
  page.freshdesk.world.setStatus(id, DESK_STATUS.resolved);
  expect(await answer(" It works!\n<b>Thanks</b> ")).toMatchObject({ status: 200 });
  expect(page.freshdesk.world.ticket(id)).toMatchObject({ status: DESK_STATUS.open });
  expect(page.freshdesk.world.ticket(id).messages.at(-1)).toMatchObject({
    incoming: true,
    private: false,
    by: "Cleo Marchetti",
    body: "<p>It works!<br />&lt;b&gt;Thanks&lt;/b&gt;</p>",
  });
  expect(await look()).toContain("Cleo Marchetti answered in ticket 2417");
});

describe("what is no answer is refused", () => {
  test.each([
    ["of nothing", "  ", id, 400],
    ["in no ticket", "x", "2417", 400],
    ["in a ticket that is not there", "x", 1, 404],
  ])("%s", async (_what, body, number, status) => {
    expect((await answer(body, number)).status).toBe(status);
  });
});

test("nothing that anybody wrote in a ticket is markup of the page's", async () => {
  const trap =
    "<script>alert(1)</script><img src=x onerror=alert(1)><a href='javascript:alert(1)'>x</a>";
  page.freshdesk.world.openTicket({
    subject: trap,
    description: trap,
    requester: { name: trap, email: trap },
  });
  page.freshdesk.world.replyAsAgent(id, `${trap}<input data-tick=""><b data-act="{}">y</b>`, trap);
  await answer(trap);
  const html = await panel();
  expect(html).not.toMatch(/<script|<img|<input|href="javascript|<b data-act/);
});

test("links to the issue and to tickets lead to where the page has them", async () => {
  const { url } = page.github;
  const issue = `${url}/${REPOSITORY}/issues/${page.firstIssue}`;
  const links = `<a href="${issue}">a</a> <a href="${page.freshdesk.addressOf(OTHER)}">b</a>`;
  page.freshdesk.world.noteAsAgent(id, `<p>${links} <a href="${page.freshdesk.url}/x">c</a></p>`);
  const html = await ticket(id);
  expect(html).toContain(`<a href="/issues/${page.firstIssue}">a</a>`);
  expect(html).toContain(`<a href="#ticket-${OTHER}">b</a>`);
  expect(html).toContain('<span class="mention">c</span>');
  expect(await look()).toMatch(/Support ticket ref: <a href="#ticket-2417">/);
});

test("Freshdesk can be taken down, and the page says what Sitrep tried meanwhile", async () => {
  expect(await panel()).toContain("Take Freshdesk down");
  expect((await order(true)).status).toBe(200);
  expect((await ask("GET", String(id))).status).toBe(503);
  expect((await ask("GET", String(id))).status).toBe(503);
  expect((await order(true)).status).toBe(200);
  expect(await panel()).toContain("Bring Freshdesk back");
  expect(toText(await panel())).toMatch(
    /Freshdesk is down since 14:00:0\d UTC\. Sitrep called in vain 2 times, last at 14:00:0\d\./,
  );
  expect((await order(false)).status).toBe(200);
  expect((await ask("GET", String(id))).status).toBe(200);
  expect(toText(await panel())).toMatch(
    /Freshdesk was down from 14:00:0\d to 14:00:0\d UTC\. Sitrep called in vain 2 times/,
  );
  expect((await order("yes")).status).toBe(400);
});
