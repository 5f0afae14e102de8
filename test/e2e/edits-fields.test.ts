import { expect, test } from "@jest/globals";
import { useScenes } from "./scene.ts";

const createScene = useScenes();
const field = (title: string, value: string) => (body: string) =>
  body.replace(new RegExp(`(\\*\\*${title}:\\*\\*).*`), `$1 ${value}`);

const tick = (step: string, from: string, to: string) => (body: string) =>
  body.replace(`- [${from}] ${step}`, `- [${to}] ${step}`);

test("the severity by hand is the command; words that are none stay and are told", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.edit("bo", number, field("Severity", "sev 1"));
  expect(scene.issue(number).labels.toSorted()).toEqual([
    "SEV-1",
    "incident",
    "incident: investigating",
  ]);
  expect(scene.issue(number).body).toContain("**Severity:** SEV-1\n");
  expect(scene.status(number)).toContain("bo set the severity to SEV-1");
  await scene.edit("bo", number, field("Severity", "quite bad"));
  expect(scene.issue(number).body).toContain("**Severity:** quite bad\n");
  expect(scene.status(number)).toContain(
    "“quite bad” stands under Severity in the top comment, but Sitrep cannot read it.",
  );
  await scene.say("bo", number, "/severity 2");
  expect(scene.issue(number).body).toContain("**Severity:** SEV-2\n");
  expect(scene.notices(number)).toEqual([]);
});

test("the status by hand is the command of its phase", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.edit("bo", number, field("Status", "mitigated"));
  expect(scene.issue(number).labels).toContain("incident: mitigated");
  await scene.edit("bo", number, field("Status", "Resolved"));
  expect(scene.issue(number).labels).toContain("incident: resolved");
  expect(scene.notices(number)).toEqual([
    expect.stringMatching(/^\*\*Resolved\*\* by bo/),
    expect.stringContaining("please tell the community"),
  ]);
  await scene.edit("bo", number, field("Status", "Investigating"));
  expect(scene.issue(number).labels).toContain("incident: investigating");
  expect(scene.notices(number)).toHaveLength(3);
});

test("experts by hand are called in, with their areas, and stood down", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  await scene.edit("ana", number, field("Subject Matter Experts", "@bo (storage), @sam"));
  expect(scene.notices(number)).toHaveLength(2);
  expect(scene.notices(number)[0]).toMatch(
    /^@bo, ana calls you in as \*\*Subject Matter Expert\*\* \(storage\)/,
  );
  expect(scene.issue(number).body).toContain("- [x] Bring in Subject Matter Experts");
  await scene.edit("ana", number, field("Subject Matter Experts", "@sam (network)"));
  expect(scene.notices(number)).toHaveLength(2);
  expect(scene.status(number)).toContain("| Subject Matter Expert | sam (network) |");
  expect(scene.status(number)).toContain("ana stood bo down");
  await scene.edit("ana", number, field("Subject Matter Experts", "@sam (network), @nobody-here"));
  expect(scene.issue(number).body).toContain("@sam (network), @nobody-here\n");
  expect(scene.status(number)).toContain(
    "stands under Subject Matter Expert in the top comment, but there is no",
  );
  await scene.say("ana", number, "/sme @bo");
  expect(scene.issue(number).body).toContain("**Subject Matter Experts:** @sam (network), @bo\n");
});

test("tickets, representative and start of the impact by hand are facts", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  const url = "https://example.freshdesk.com/a/tickets/125";
  await scene.edit("ana", number, (body) =>
    field(
      "Support ticket",
      url,
    )(
      field(
        "Community Representative",
        "@cleo",
      )(field("Impact started", "2026-03-06 13:00 UTC")(body)),
    ),
  );
  const status = scene.status(number);
  expect(status).toContain("| Community Representative | cleo |");
  expect(status).toContain("impact started 2026-03-06 13:00 UTC");
  expect(status).toMatch(/ana added the ticket .*tickets\/125/);
  await scene.say("ana", number, "/resolve");
  expect(scene.notices(number)[0]).toContain("1 h after the impact started");
  await scene.say("cleo", number, "/confirm");
  expect(scene.status(number)).toContain("the community confirmed");
});

test("boxes that people tick or untick stay so", async () => {
  const scene = await createScene();
  const number = await scene.incident();
  scene.forget();
  await scene.edit("bo", number, tick("Try to resolve it", " ", "x"));
  await scene.edit("bo", number, tick("Open the incident issue", "x", " "));
  expect(scene.cost().writes).toBe(0);
  await scene.say("ana", number, "/accept\n/resolve");
  const { body } = scene.issue(number);
  expect(body).toContain("- [x] Try to resolve it");
  expect(body).toContain("- [ ] Open the incident issue");
  expect(body).toContain("- [x] Name the Incident Commander");
  await scene.edit("bo", number, tick("Name the Incident Commander", "x", " "));
  await scene.say("ana", number, "/note on");
  expect(scene.issue(number).body).toContain("- [ ] Name the Incident Commander");
});

test("a section that a person takes out stays out, nobody loses a role, and the incident goes on", async () => {
  const scene = await createScene();
  const number = await scene.incident("The hub is down.");
  await scene.edit("bo", number, () => "The hub is down.");
  expect(scene.notices(number)).toEqual([]);
  expect(scene.issue(number).body).toBe("The hub is down.");
  expect(scene.issue(number).assignees).toEqual(["ana"]);
  await scene.say("bo", number, "/commander me\n/severity 1");
  expect(scene.issue(number).body).toBe("The hub is down.");
  expect(scene.status(number)).toContain("| Incident Commander | bo |");
  expect(scene.issue(number).labels).toContain("SEV-1");
});

test("a field that is taken out changes no role; put in again elsewhere, it is read and written there", async () => {
  const scene = await createScene();
  const number = await scene.incident("The hub is down.");
  await scene.edit("bo", number, (body) => body.replace("- **Incident Commander:** @ana\n", ""));
  expect(scene.notices(number)).toEqual([]);
  expect(scene.status(number)).toContain("| Incident Commander | ana |");
  await scene.edit("bo", number, (body) => `IC: @sam\n\n${body}`);
  expect(scene.notices(number)).toHaveLength(1);
  await scene.say("bo", number, "/ic me");
  expect(scene.issue(number).body).toMatch(/^IC: @bo\n\nThe hub is down\.\n/);
});

test("the opener without rights who takes the section out changes nothing but the text", async () => {
  const scene = await createScene();
  const number = await scene.incident("Help!", "cleo");
  await scene.edit("cleo", number, () => "Never mind.");
  expect(scene.issue(number).body).toBe("Never mind.");
  expect(scene.status(number)).not.toContain("Sitrep put");
  expect(scene.status(number)).toContain("| Incident Commander | ana |");
});

test("the opener without rights may write facts that bind nobody; Sitrep says that it does not go by them", async () => {
  const scene = await createScene();
  const number = await scene.incident("Help!", "cleo");
  const url = "https://example.freshdesk.com/a/tickets/9";
  await scene.edit("cleo", number, field("Support ticket", url));
  expect(scene.issue(number).body).toContain(`**Support ticket:** ${url}\n`);
  expect(scene.status(number)).toContain(
    "stands under Support ticket in the top comment, but you have no write access",
  );
  await scene.edit("cleo", number, field("Severity", "SEV-1"));
  expect(scene.issue(number).body).toContain("**Severity:** SEV-4\n");
  expect(scene.status(number)).toContain("Sitrep put Severity back, which cleo changed");
  await scene.edit("cleo", number, field("Community Representative", "@cleo"));
  await scene.say("ana", number, "/resolve");
  await scene.say("cleo", number, "/confirm");
  expect(scene.receipts(number, "/confirm")).toEqual(["confused"]);
});

test("order, remarks and odd bytes of the fields are kept when Sitrep writes", async () => {
  const scene = await createScene();
  const body =
    "\uFEFF# Hub\r\n\r\n* Severity :  SEV-3  \r\n* 🚒 **Incident Commander**:\t@bo  \r\n* Remark: keep\u00a0this\r\n* Support ticket ref: None\r\n\r\n\r\nEnd without a line end";
  const number = await scene.incident(body);
  await scene.say("ana", number, "/ic @sam\n/sev 1\n/ticket https://example.com/t/1");
  const after = scene.issue(number).body;
  const wanted = body
    .replace("SEV-3", "SEV-1")
    .replace("@bo", "@sam")
    .replace("None", "https://example.com/t/1");
  expect(after.slice(0, wanted.length)).toBe(wanted);
});
