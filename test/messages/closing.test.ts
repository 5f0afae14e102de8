import { describe, expect, it, test } from "@jest/globals";
import type { MessageData } from "../../src/effects/index.ts";
import type { Gate } from "../../src/incident/gates.ts";
import { render } from "../../src/messages/index.ts";
import { after, POLICY } from "../support/incident.ts";
import { liveIn } from "../support/markdown.ts";
import { SAMPLES } from "./samples.ts";

type Blocked = MessageData["close-blocked"];

const text = (data: Partial<Blocked> = {}): string =>
  render({ name: "close-blocked", data: { ...SAMPLES["close-blocked"].data, ...data } }, POLICY, {
    server: "https://github.com",
  });
const gate = (name: Gate["name"], more: Partial<Gate> = {}): Gate => ({
  name,
  isOpen: false,
  opensAt: null,
  who: "bo",
  items: [],
  ...more,
});

const NO_INCIDENT =
  "Was it no incident? `/cancel` closes it as not planned, and nothing has to be done for that.";

test("a closing that was undone lists everything that is missing, who can do it, and how", () => {
  expect(text().trimEnd().split("\n")).toEqual([
    "**Opened again, since something is missing.** [cy](https://github.com/cy) closed it as completed.",
    "",
    "- **It is not resolved.** @ana: when users can work again, write `/resolve`.",
    "- **The Incident Report is not done.** Whoever can: fill it in, then write `/done report`.",
    "- **Action items without an issue:** “Add a probe”. @bo: open an issue for each, and put its number on the line.",
    "",
    "When all of that is done, `/close` closes it. To close it all the same, close it by hand once more within 10 minutes: then it stays closed.",
    "",
    NO_INCIDENT,
  ]);
});

test("of the community it says until when silence counts", () => {
  const gates = [gate("told"), gate("agreed"), gate("agreed", { opensAt: after(48 * 60) })];
  expect(text({ gates }).split("\n").slice(2, 5)).toEqual([
    "- **The community was not told that it is over.** @bo: tell them, then write `/update TEXT` with your words, or `/done announce`.",
    "- **The community has not agreed.** @bo: when they say that it works, write `/confirm`. If nobody of them answers, that counts as agreement 48 working hours after they were told.",
    "- **The community has not agreed.** @bo: when they say that it works, write `/confirm`. If nobody of them answers, that counts as agreement from Wed 2026-05-06 09:00 UTC on.",
  ]);
});

describe("who closed it how", () => {
  it.each<readonly [string, Partial<Blocked>, string, string]>([
    [
      "by command",
      { how: "command" },
      "**Not closed yet.** [cy](https://github.com/cy) asked for it, and something is missing:",
      "When all of that is done, write `/close` again. To close it all the same, close the issue by hand within 10 minutes: then it stays closed.",
    ],
    [
      "by command, where only a warning is wanted",
      { how: "command", closeGate: "warn" },
      "**Not closed yet.** [cy](https://github.com/cy) asked for it, and something is missing:",
      "When all of that is done, write `/close` again. To close it all the same, close the issue by hand.",
    ],
    [
      "by hand, where only a warning is wanted",
      { closeGate: "warn" },
      "**Closed, though something is missing.** [cy](https://github.com/cy) closed it as completed.",
      "It stays closed. If it is not over, write `/reopen` and why.",
    ],
    [
      "by an automation",
      { by: null },
      "**Opened again, since something is missing.** An automation closed it as completed.",
      "When all of that is done, `/close` closes it. To close it all the same, close it by hand once more within 10 minutes: then it stays closed.",
    ],
    [
      "by somebody without rights",
      { may: false },
      "**Opened again, since something is missing.** [cy](https://github.com/cy) closed it as completed.",
      "When all of that is done, somebody with write access closes it with `/close`. To close it all the same, they close it by hand within 10 minutes: then it stays closed.",
    ],
  ])("%s", (_, data, first, last) => {
    const lines = text(data).trimEnd().split("\n");
    expect(lines[0]).toBe(first);
    expect(lines.slice(-3)).toEqual([last, "", NO_INCIDENT]);
  });

  it("notifies those who can do it, but for somebody without rights nobody", () => {
    expect(liveIn(text()).map((one) => one.replace(/[,:]$/, ""))).toEqual(["@ana", "@bo"]);
    expect(liveIn(text({ may: false }))).toEqual([]);
  });
});
