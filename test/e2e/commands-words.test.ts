import { expect, test } from "@jest/globals";
import { useScenes } from "./scene.ts";

const createScene = useScenes();

test.each(["/severity SEV-2", "/sev 2", "/SEV sev2 login is out for all"])(
  "%j sets the severity",
  async (text) => {
    const scene = await createScene();
    const number = await scene.incident();
    await scene.say("bo", number, text);
    const issue = scene.issue(number);
    expect(issue.labels.toSorted()).toEqual(["SEV-2", "incident", "incident: investigating"]);
    expect(issue.body).toContain("- **Severity:** SEV-2\n");
    expect(scene.status(number)).toContain("bo set the severity to SEV-2");
    expect(scene.status(number)).toContain("· SEV-2\n");
    await scene.say("bo", number, text);
    expect(scene.notices(number)).toEqual([]);
    expect(scene.status(number).match(/set the severity/g)).toHaveLength(1);
  },
);

test("/severity without or with an unknown level is refused in one reply", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.say("bo", number, "/severity\n/severity SEV-7");
  expect(scene.notices(number)).toHaveLength(1);
  expect(scene.notices(number)[0]).toContain(
    "It does not say which; the levels are SEV-1, SEV-2, SEV-3, SEV-4.",
  );
  expect(scene.notices(number)[0]).toContain("There is no such severity");
  expect(scene.issue(number).labels).toContain("SEV-4");
});

test.each([
  ["/note restarted the hub", "restarted the hub"],
  ["/tl restarted the hub", "restarted the hub"],
  ["/note\nrestarted the hub\nand the proxy", "restarted the hub"],
  ["/note: restarted the hub", "restarted the hub"],
])("%j writes one line of the timeline, and nothing else", async (text, words) => {
  const scene = await createScene();
  const number = await scene.incident();
  const before = scene.issue(number).body;
  await scene.say("bo", number, text);
  expect(scene.status(number)).toContain(`bo noted: ${words}`);
  expect(scene.issue(number).body).toBe(before);
  expect(scene.notices(number)).toEqual([]);
  expect(scene.receipts(number, text)).toEqual(["+1"]);
});

test("/note without text is refused", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.say("bo", number, "/note");
  expect(scene.notices(number)[0]).toContain("There is no text to note.");
});

test("/update is recorded, dated, and promises the next one by its last line", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.say(
    "ana",
    number,
    "/update Logins work again for most.\nWe watch it.\n**next:** 90 minutes",
  );
  const status = scene.status(number);
  expect(status).toContain("Logins work again for most.");
  expect(status).toContain("2026-03-06 14:00 UTC");
  expect(status).toContain("**Next update: 2026-03-06 15:30 UTC.**");
  expect(status).toContain("ana gave a status update");
  await scene.say("ana", number, "/update All good.");
  expect(scene.status(number)).toContain("All good.");
  expect(scene.status(number)).not.toContain("Next update:");
  expect(scene.notices(number)).toEqual([]);
});

test("/update without text, and with a promise that is none, is refused", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.say("ana", number, "/update");
  await scene.say("ana", number, "/update slow\nnext: soonish");
  expect(scene.notices(number)).toHaveLength(2);
  expect(scene.notices(number)[0]).toContain("There is no text to tell");
  expect(scene.notices(number)[1]).toContain(
    "The last line promises the next update, like `next: 2h`, but",
  );
  expect(scene.status(number)).toContain("None yet. `/update TEXT` records one.");
});

const ticket = (id: number): string => `https://example.freshdesk.com/a/tickets/${id}`;

test("/ticket records tickets once each, in the field and the status comment", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.say("ana", number, `/ticket ${ticket(1)} <${ticket(2)}>`);
  await scene.say("ana", number, `/tickets [this](${ticket(2)}), ${ticket(3)}`);
  expect(scene.issue(number).body).toContain(
    `- **Support ticket:** ${ticket(1)}, ${ticket(2)}, ${ticket(3)}\n`,
  );
  expect(scene.status(number).match(/added the ticket/g)).toHaveLength(3);
  await scene.say(
    "ana",
    number,
    "/ticket\n/ticket javascript:alert(1)\n/ticket https://ana:secret@example.com/1",
  );
  expect(scene.notices(number)).toHaveLength(1);
  expect(scene.notices(number)[0]).toContain("There is no link.");
  expect(scene.notices(number)[0]).toContain(
    "Not every word is a link that starts with `https://`.",
  );
  expect(scene.issue(number).body).not.toContain("secret");
});

test.each(["/status", "/sitrep", "/SITREP please"])(
  "%j answers where it stands, once for each time asked",
  async (text) => {
    const scene = await createScene();
    const number = await scene.incident();
    await scene.say("bo", number, text);
    expect(scene.notices(number)).toHaveLength(1);
    expect(scene.notices(number)[0]).toMatch(
      /^\*\*Where it stands\*\*, for bo:[^]*\*\*Incident Commander:\*\* ana[^]*status comment/,
    );
    await scene.say("bo", number, text);
    expect(scene.notices(number)).toHaveLength(2);
  },
);

test("/help shows all commands or one; of what is none it says so", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.say("bo", number, "/help");
  expect(scene.notices(number)[0]).toContain("| `/handoff @user [role]` |");
  await scene.say("bo", number, "/help /ic");
  expect(scene.notices(number)[1]).toContain(
    "`/commander @user` makes somebody Incident Commander",
  );
  expect(scene.notices(number)[1]).not.toContain("/handoff @user [role]");
  await scene.say("bo", number, "/help dance");
  expect(scene.notices(number)[2]).toContain("There is no such command.");
});
