import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Browser } from "playwright-core";
import { TICKETS } from "../../src/sandbox/cast/tickets.ts";
import { startPlayer, type Player } from "./player.ts";
import { readOutside, type SeenOutside } from "./read-outside.ts";
import { openBrowser, takePicture } from "./support.ts";

const FRIDAY = Date.parse("2026-03-06T14:00:00Z");
const { id } = TICKETS.other;

const WHERE = "lagoon-hubs/infrastructure#4";
const HEAD = `Delta hub: blank page after logging in Closed, SEV-4, declared by sam-support, 2026-03-06 HH:MM UTC Incident Commander: ana-sre External Liaison: sam-support ${WHERE}`;
const HELP = `  Help is needed: time ran out, and users cannot work yet. @ana-sre, @bo-sre, @pat-pm: please help. bo-sre is Incident Commander and says what is needed. To join, write /sme me in the issue. ${WHERE}`;
const UPDATE = `  Status update from sam-support. Logging in fails since a certificate has run out. ${WHERE}`;
const RESOLVED = `  Resolved, says ana-sre. The certificate is renewed. ${WHERE}`;
const SECOND = `  Status update from ana-sre. We are renewing the certificate. ${WHERE}`;

/** All that the systems outside hold in the end. */
const WANTED: SeenOutside = {
  slack: {
    "#engineering": [
      HEAD,
      `  sam-support made bo-sre Incident Commander. ${WHERE}`,
      HELP,
      UPDATE,
      SECOND,
      `  ana-sre is Incident Commander now. ${WHERE}`,
      RESOLVED,
      `  Closed by ana-sre. ${WHERE}, Incident Report`,
    ],
    "#support": [HEAD, HELP],
    "#status": [HEAD, UPDATE, SECOND, RESOLVED],
  },
  tickets: {
    "Nobody can start a server before our workshop #2417": [
      "Open",
      "Cleo Marchetti asks: Good morning, my students cannot start their servers: it says Your server is starting up for ten minutes, then it gives up. The workshop has 140 people. Can you help?",
      "Sam Okoye replies: Dear Cleo, thank you for telling us. We see it too and are on it. Whoever has an open server, please keep it open.",
    ],
    "Blank page after logging in to Delta #2431": [
      "Closed",
      "Noor Haddad asks: Hello, since an hour ago I see a blank page after I log in. My colleagues see it too.",
      "Sitrep replies: Hello, Thank you for telling us. We are looking into it now. You hear from us again by Fri 2026-03-06 HH:MM UTC, also if there is no news. If something changes for you, please answer this message.",
      `Sitrep notes: This ticket is worked on as an incident: ${WHERE} What is written there may be public. Please keep what is private in this ticket.`,
      "Sitrep replies: Hello, This is what we know now: Logging in fails since a certificate has run out. You hear from us again by Fri 2026-03-06 HH:MM UTC, also if there is no news.",
      "Sitrep replies: Hello, This is what we know now: We are renewing the certificate. You hear from us again by Fri 2026-03-06 HH:MM UTC, also if there is no news.",
      "Noor Haddad asks: It is still blank here.",
      "Sitrep replies: Hello, As far as we can see, it works again. The certificate is renewed. Does it work for you too? Please answer this message and tell us. If it does not, we go on. Thank you for your patience.",
    ],
  },
  backlog: {
    Todo: ["More memory for the spring course on the Delta hub #2 · Kind: Chore"],
    "In progress": [],
    "Needs help": [],
    Done: [
      "Say in the docs how a course adds its own packages #1 · Kind: Chore",
      "Delta hub: blank page after logging in #4 · Kind: Incident · Sprint: This sprint · Resolved on: 2026-03-06",
    ],
  },
};

let browser: Browser;
let player: Player;
beforeAll(async () => {
  browser = await openBrowser();
  player = await startPlayer(browser, FRIDAY);
});
afterAll(async () => {
  await player.close();
  await browser.close();
});

test("the twelve steps, from the declaration to the end, over both clocks, and what each system outside received", async () => {
  const { page, say, actAs, status, wind, picture, receipts } = player;
  const bots = (text: string) => player.bots(text).last();
  const ticket = page.locator(`#ticket-${id}`);
  const inTicket = (words: string) => ticket.locator(".is-reply", { hasText: words }).waitFor();
  const isNow = (word: string) => ticket.locator(".ticket-status", { hasText: word }).waitFor();
  const answer = async (words: string) => {
    await ticket.getByLabel("Answer as Noor Haddad").fill(words);
    await ticket.getByRole("button", { name: "Answer in the ticket" }).click();
    await ticket.locator(".is-incoming", { hasText: words }).waitFor();
  };
  const inSlack = (channel: string, words: string) =>
    page.locator(".slack-channel", { hasText: channel }).getByText(words).first().waitFor();

  // 1 and 2: the issue is opened, engineering is told, and the community hears that somebody looks into it.
  await actAs("sam-support");
  const address = /\/ticket (\S+)/.exec(
    (await ticket.locator(".ticket-note").textContent()) ?? "",
  )?.[1];
  await page.getByRole("link", { name: "New issue" }).click();
  await page
    .getByRole("link", { name: /Incident/ })
    .first()
    .click();
  await page.getByLabel("Title").fill("Delta hub: blank page after logging in");
  await page.getByLabel(/^Summary/).fill("Everybody sees a blank page after logging in.");
  await page.getByLabel(/^Support ticket/).fill(address ?? "");
  await page.getByRole("button", { name: "Create" }).click();
  await status().waitFor();
  await inSlack("#engineering", "Investigating");
  await inTicket("Thank you for telling us");
  await isNow("Pending");
  await picture("twelve-1-declared");

  // 5 and 6: who leads, and who tells the community.
  await say("sam-support", "/commander @bo-sre");
  await say("bo-sre", "/accept\n/liaison @sam-support");
  await say("sam-support", "/accept");
  await receipts("sam-support", "/accept").waitFor();

  // 3: notes.
  await say("bo-sre", "/note the certificate of the identity provider has run out");
  await receipts("bo-sre", "/note").waitFor();

  // 4: half an hour of the wall clock.
  await wind("+30 minutes");
  await bots("Help is needed").waitFor();
  await inSlack("#support", "Help is needed");
  await page
    .locator('[data-key="backlog-column-Needs help"]', { hasText: "Delta hub: blank page" })
    .waitFor();

  // 7 and 8: somebody who knows is called in.
  await say("bo-sre", "/sme @ana-sre identity provider");
  await bots("calls you in as").waitFor();

  // 9: the community hears where things stand, and answers; what another responder wrote waits for approval.
  await wind("Next deadline");
  await say("sam-support", "/update Logging in fails since a certificate has run out.\nnext: 2h");
  await inTicket("a certificate has run out");
  await say("ana-sre", "/update We are renewing the certificate.");
  await bots("wrote this for the community").waitFor();
  await picture("twelve-2-waits", { fullPage: false });
  await say("bo-sre", "/approve");
  await inTicket("We are renewing the certificate");
  await answer("It is still blank here.");
  await wind("+30 minutes");
  await bots("the community answered").waitFor();

  // It gets late in Auckland.
  await say("bo-sre", "/handoff @ana-sre");
  await bots("can you take over").waitFor();
  await say("ana-sre", "/accept");
  await bots("Where it stands").waitFor();

  // 10: it is resolved, and the community is told so.
  await say("ana-sre", "/resolve The certificate is renewed.");
  await page.locator("#issue-head", { hasText: "incident: resolved" }).waitFor();
  await inTicket("As far as we can see, it works again");
  await isNow("Resolved");

  // 11: the report.
  await say("ana-sre", "/done report");
  await receipts("ana-sre", "/done report").waitFor();

  // 12: 48 working hours over a weekend.
  await say("ana-sre", "/close");
  await bots("Not closed yet").waitFor();
  await wind("Monday 09:00");
  expect(await player.bots("may be closed").count()).toBe(0);
  await wind("Next deadline");
  await bots("may be closed").waitFor();
  await say("ana-sre", "/close");
  await page.locator("#issue-head", { hasText: "Closed" }).waitFor();
  await inSlack("#engineering", "Closed by");
  await isNow("Closed");
  await picture("twelve-3-closed");
  await page.setViewportSize({ width: 1440, height: 2600 });
  await takePicture(page.locator("#freshdesk"), "freshdesk");

  expect(await readOutside(page)).toEqual(WANTED);
}, 180_000);
