import { describe, expect, it } from "@jest/globals";
import type { Message } from "../../src/effects/index.ts";
import { render } from "../../src/messages/index.ts";
import { after, POLICY } from "../support/incident.ts";
import { liveIn } from "../support/markdown.ts";
import { SAMPLES } from "./samples.ts";

/** The lines of a message, without the line end at its end. */
const linesOf = (message: Message): readonly string[] =>
  render(message, POLICY, { server: "https://github.com" }).trimEnd().split("\n");

const person = (login: string): string => `[${login}](https://github.com/${login})`;
const AGAIN = `If nothing changes, Sitrep asks again 2026-05-04 09:40 UTC: ${person("pm")}. \`/snooze\` with a time puts that off.`;
const UPDATE =
  "Write `/update TEXT`: the state, what was tried, what comes next. A last line `next: 2h` promises the one after.";

describe("confirm-role", () => {
  const { name, data } = SAMPLES["confirm-role"];

  it("asks whoever was asked before", () => {
    expect(linesOf(SAMPLES["confirm-role"])).toEqual([
      `@bo, can you be **Incident Commander**, and can you take over as **External Liaison** from ${person("cy")}? You were asked 2026-05-04 09:20 UTC, and have not answered yet.`,
      "",
      "Write `/accept`, or `/decline` and why.",
      "",
      AGAIN,
    ]);
  });

  it("asks the manager to delegate on their behalf", () => {
    const second = { ...data, isFirst: false, names: ["pm"], next: null };
    expect(linesOf({ name, data: second })).toEqual([
      `${person("bo")} was asked 2026-05-04 09:20 UTC to be **Incident Commander**, and to take over as **External Liaison** from ${person("cy")}, and has not answered.`,
      "",
      "@pm, please reach them in another way, or name somebody else: `/commander @user`, `/liaison @user`.",
    ]);
    const [first] = data.asks;
    const asks = first === undefined ? [] : [first];
    expect(linesOf({ name, data: { ...second, names: [], asks } })).toEqual([
      `${person("bo")} was asked 2026-05-04 09:20 UTC to be **Incident Commander**, and has not answered.`,
      "",
      "Whoever can, please reach them in another way, or name somebody else: `/commander @user`.",
    ]);
  });
});

describe("commander-missing", () => {
  const { name, data } = SAMPLES["commander-missing"];

  it("asks the manager to name somebody, and engineering to take it", () => {
    expect(linesOf(SAMPLES["commander-missing"])).toEqual([
      "**Nobody is Incident Commander** since 2026-05-04 09:30 UTC.",
      "",
      "@pm, please name somebody: `/commander @user`. @acme/engineering, @cy, whoever can take it: write `/commander me`.",
      "",
      AGAIN,
    ]);
  });

  it("asks whoever can where the policy names nobody", () => {
    const nobody = { ...data, names: [], team: [], next: { at: after(40), names: [] } };
    expect(linesOf({ name, data: nobody }).slice(2)).toEqual([
      "Whoever knows who can, please name somebody: `/commander @user`. Whoever can take it: write `/commander me`.",
      "",
      "If nothing changes, Sitrep asks again 2026-05-04 09:40 UTC. `/snooze` with a time puts that off.",
    ]);
  });
});

describe("update-due", () => {
  const { name, data } = SAMPLES["update-due"];
  const last =
    "[The last one](https://github.com/acme/hub/issues/1#issuecomment-8) is 1 h 45 min old.";

  it("says what to write, by when, and how old the last one is", () => {
    expect(linesOf(SAMPLES["update-due"])).toEqual([
      `@bo, please tell the community where things stand: a status update is due 2026-05-04 11:00 UTC. ${last}`,
      "",
      UPDATE,
      "",
      AGAIN,
    ]);
  });

  it("says that it was due, and that none was given", () => {
    const overdue = { ...data, names: ["bo", "ana"], isOverdue: true, url: "", minutes: 125 };
    expect(linesOf({ name, data: overdue })[0]).toBe(
      "@bo, @ana, please tell the community where things stand: a status update was due 2026-05-04 11:00 UTC. None was given yet, 2 h 5 min on.",
    );
  });

  it("asks the manager to see to it", () => {
    const third = { ...data, names: ["pm"], isOverdue: true, isLast: true, next: null };
    expect(linesOf({ name, data: third })).toEqual([
      `@pm, please see that the community is told where things stand: a status update was due 2026-05-04 11:00 UTC. ${last}`,
      "",
      `${person("bo")} is External Liaison; to name somebody else, write \`/liaison @user\`. ${UPDATE}`,
    ]);
    expect(linesOf({ name, data: { ...third, names: [], liaison: null } })).toEqual([
      `Whoever can, please see that the community is told where things stand: a status update was due 2026-05-04 11:00 UTC. ${last}`,
      "",
      `Nobody is External Liaison; to name somebody else, write \`/liaison @user\`. ${UPDATE}`,
    ]);
  });
});

describe("handoff-suggested", () => {
  const { name, data } = SAMPLES["handoff-suggested"];
  const stays =
    "You stay Incident Commander until they accept. If you can go on, nothing has to be done.";

  it("says for how long, who is in their working hours, and how to ask one of them", () => {
    expect(linesOf(SAMPLES["handoff-suggested"])).toEqual([
      "**Time to hand over?** @ana, you have been on duty as Incident Commander for 6 h.",
      "",
      `In their working hours now: ${person("bo")}, ${person("cy")}. To ask one of them, write \`/handoff @bo\`. ${stays}`,
      "",
      AGAIN,
    ]);
  });

  it("says how to find somebody where nobody is known", () => {
    const alone = { ...data, isDayOver: true, people: [], handover: "/handoff @user", next: null };
    expect(linesOf({ name, data: alone })).toEqual([
      "**Time to hand over?** @ana, you have been on duty as Incident Commander for 6 h, and your working day is over.",
      "",
      `Sitrep knows nobody who is in their working hours now. Ask around who can take over, and write \`/handoff @user\`. ${stays}`,
    ]);
  });
});

describe("escalated", () => {
  const { name, data } = SAMPLES.escalated;
  const join = "To join, write `/sme me` and what you know about.";

  it("calls for help when the time is up", () => {
    expect(linesOf(SAMPLES.escalated)).toEqual([
      "**Help is needed:** 30 min have passed, and users cannot work yet.",
      "",
      `@acme/engineering, @pm, please help. ${person("ana")} is Incident Commander and says what is needed. ${join}`,
    ]);
  });

  it("calls for help in somebody's words, whoever can help, and somebody to lead", () => {
    const asked = { ...data, names: [], by: "ana", why: "the disk\nis full", commander: null };
    expect(linesOf({ name, data: asked })).toEqual([
      `**Help is needed:** ${person("ana")} asks for it.`,
      "",
      "> the disk",
      "> is full",
      "",
      `Whoever can help, please do. Nobody is Incident Commander; whoever can take it, write \`/commander me\`. ${join}`,
    ]);
  });
});

describe("every reminder", () => {
  const { name, data } = SAMPLES.escalated;
  const lastLine = (late: NonNullable<typeof data.late>) =>
    linesOf({ name, data: { ...data, late } }).at(-1);
  const late = { dues: [after(30)], more: 0, lastSeen: after(20), back: after(90) };

  it("says when it was due, and since when Sitrep was away", () => {
    expect(lastLine(late)).toBe(
      "_Due 2026-05-04 09:30 UTC; Sitrep was last active here 2026-05-04 09:20 UTC and came back 2026-05-04 10:30 UTC._",
    );
    expect(lastLine({ ...late, dues: [after(30), after(40)], more: 7, lastSeen: null })).toBe(
      "_Due 2026-05-04 09:30 UTC, 2026-05-04 09:40 UTC and 7 times more; Sitrep was away until 2026-05-04 10:30 UTC._",
    );
    expect(lastLine({ ...late, back: null })).toBe(
      "_Due 2026-05-04 09:30 UTC; Sitrep was away then, and it waited for working time._",
    );
  });

  it.each([
    ["confirm-role", ["@bo"]],
    ["commander-missing", ["@pm", "@acme/engineering", "@cy"]],
    ["update-due", ["@bo"]],
    ["handoff-suggested", ["@ana"]],
    ["escalated", ["@acme/engineering", "@pm"]],
  ] as const)("notifies only whom it names: %s", (sample, mentions) => {
    const live = liveIn(linesOf(SAMPLES[sample]).join("\n"));
    expect(live.map((one) => one.replace(/[,:]$/, ""))).toEqual(mentions);
  });
});
