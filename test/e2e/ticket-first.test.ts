import { describe, expect, test } from "@jest/globals";
import { REPO } from "./scene.ts";
import { useDeskScenes } from "./desk-scene.ts";

const createDeskScene = useDeskScenes();
const MINUTE = 60_000;

const FIRST =
  "reply: Hello, Thank you for telling us. We are looking into it now. You hear from us again by Fri 2026-03-06 16:00 UTC, also if there is no news. If something changes for you, please answer this message.";
const NOTE =
  "note: This ticket is worked on as an incident: acme/hubs#1 What is written there may be public. Please keep what is private in this ticket.";

describe("the first response", () => {
  test("goes to the ticket that the top comment names, with a note for agents, and is seen on GitHub", async () => {
    const { scene, number, messages, status } = await createDeskScene();
    expect(messages()).toEqual([FIRST, NOTE]);
    expect(status()).toBe(3);
    expect(scene.status(number)).toContain("the community was told that somebody looks into it");
    expect(scene.issue(number).body).toContain(
      "- [x] Tell the Community Representative that there is an incident",
    );
    await scene.say("ana", number, "/note seen");
    expect(messages()).toHaveLength(2);
  });

  test("goes to a ticket that is named later, and to each of two", async () => {
    const { scene, desk, number, messages, ticket } = await createDeskScene({ named: false });
    const other = desk.world.openTicket();
    expect(messages()).toEqual([]);
    await scene.wind(5 * MINUTE);
    const addresses = `${desk.addressOf(ticket)} ${desk.addressOf(other)}`;
    await scene.say("bo", number, `/ticket ${addresses}`);
    expect(messages()).toEqual([FIRST.replace("16:00", "16:05"), NOTE]);
    expect(messages(other)).toEqual(messages());
  });

  test("goes once to a ticket that is named in two ways", async () => {
    const { scene, desk, number, messages, ticket } = await createDeskScene();
    await scene.say("bo", number, `/ticket ${desk.url}/helpdesk/tickets/${ticket}`);
    expect(messages()).toEqual([FIRST, NOTE]);
  });

  test("goes to no ticket of another desk", async () => {
    const { scene, desk, number, messages } = await createDeskScene({ named: false });
    await scene.say("bo", number, "/ticket https://example.freshdesk.com/a/tickets/101");
    expect(messages()).toEqual([]);
    expect(desk.calls()).toEqual([]);
  });

  test("goes to no ticket that somebody without rights named, until somebody with rights does", async () => {
    const setting = await createDeskScene({ openedBy: "cleo" });
    const { scene, desk, number, messages, ticket } = setting;
    await scene.say("cleo", number, `/ticket ${desk.addressOf(ticket)}`);
    expect(desk.calls()).toEqual([]);
    await scene.say("bo", number, `/ticket ${desk.addressOf(ticket)}`);
    expect(messages()).toEqual([FIRST, NOTE]);
  });

  test("does not promise when the community hears again where the policy switches that off", async () => {
    const { messages, status } = await createDeskScene({
      policy: "reminders: { update-due: off }\nticket: { onReply: none }\n",
    });
    expect(messages()[0]).toContain("We write here when there is news.");
    expect(status()).toBe(2);
  });

  test("begins with the canned response that the policy names", async () => {
    const { messages } = await createDeskScene({
      policy: "ticket: { canned: { first-response: 7 } }\n",
      before: ({ world }) => world.keepCanned(7, "<p>We are on it, says the canned one.</p>"),
    });
    expect(messages()).toEqual([
      "reply: We are on it, says the canned one. You hear from us again by Fri 2026-03-06 16:00 UTC, also if there is no news.",
      NOTE,
    ]);
  });

  test("goes to nobody whose owner the operator did not name", async () => {
    const { desk, scene, number } = await createDeskScene({ owners: ["someone-else"] });
    await scene.say("ana", number, "/update we look\n/resolve it works");
    expect(desk.calls()).toEqual([]);
    expect(scene.notices(number).join()).toContain("please tell the community that it is over");
  });
});

describe("it comes once", () => {
  test("though every delivery comes twice, Sitrep is restarted, and its record is deleted", async () => {
    const { scene, number, messages } = await createDeskScene();
    const told = messages();
    await scene.stop();
    await scene.start();
    scene.github.faults.doubleNextDelivery(2);
    await scene.say("bo", number, "/note again\n/note and again");
    const record = scene.issue(number).comments.find(({ body }) => body.includes("sitrep:record"));
    scene.as("ana").deleteComment(REPO, number, record?.id ?? 0);
    await scene.settle();
    await scene.say("bo", number, "/note seen");
    expect(messages()).toEqual(told);
    expect(scene.status(number)).toContain("the community was told that somebody looks into it");
  });

  test("and not at all where the incident is old news when it is first seen", async () => {
    const { scene, number, messages } = await createDeskScene({ running: false });
    await scene.wind(61 * MINUTE);
    await scene.start();
    expect(messages()).toEqual([]);
    await scene.say("ana", number, "/update we look into it");
    expect(messages()).toEqual([expect.stringContaining("we look into it")]);
  });
});

test("a record that somebody edits is made anew from the tickets, and nothing is said twice", async () => {
  const { scene, number, messages } = await createDeskScene();
  await scene.say("ana", number, "/update we make room");
  const told = messages();
  const record = scene.issue(number).comments.find(({ body }) => body.includes("sitrep:record"));
  scene.as("ana").editComment(REPO, number, record?.id ?? 0, `${record?.body} edited`);
  await scene.settle();
  await scene.say("bo", number, "/note seen");
  expect(messages()).toEqual(told);
  expect(scene.status(number)).toContain("the community was told that somebody looks into it");
});
