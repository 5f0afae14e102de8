import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { InternalError } from "../../src/incident/errors.ts";
import { toReportMark } from "../../src/incident/report.ts";
import { deliveryKey, type KnownIncidents } from "../../src/webhooks/delivery-key.ts";
import { cpuMs } from "../support/cpu-time.ts";

interface Example {
  readonly name: string;
  readonly examples: readonly { readonly issue?: { number: number; pull_request?: object } }[];
}

const published = JSON.parse(
  readFileSync(
    new URL(
      "../../node_modules/@octokit/webhooks-examples/api.github.com/index.json",
      import.meta.url,
    ),
    "utf8",
  ),
) as readonly Example[];

const nothingKnown: KnownIncidents = {
  botLogin: "sitrep[bot]",
  isIncidentLabel: (owner, repo, name) => owner === "acme" && repo === "web" && name === "outage",
  isIncident: () => false,
};
const key = { installation: 42, owner: "acme", repo: "web", number: 7 };

interface Given {
  readonly sender?: string;
  readonly installation?: object | null;
  readonly issue?: object;
  readonly labels?: readonly string[];
  readonly rest?: object;
}

/** A delivery's payload with only what matters here; without arguments, one of an issue that is no incident. */
function payload(given: Given = {}): object {
  const { sender = "ana", installation = { id: 42 }, issue, labels = ["bug"], rest } = given;
  return {
    sender: { login: sender },
    ...(installation === null ? {} : { installation }),
    repository: { name: "web", owner: { login: "acme" } },
    issue: { number: 7, body: "It is slow.", labels: labels.map((name) => ({ name })), ...issue },
    ...rest,
  };
}

describe("a delivery concerns an incident when", () => {
  it.each<[string, Given]>([
    ["its issue has a declaring label", { labels: ["bug", "outage"] }],
    ["its issue has a phase label", { labels: ["incident: resolved"] }],
    ["a declaring label was just taken off", { rest: { label: { name: "outage" } } }],
    ["a phase label was just taken off", { rest: { label: { name: "Incident: mitigated" } } }],
    ["its issue's body declares", { issue: { body: "It is down.\r\n/incident SEV-1\r\n" } }],
    ["its comment declares", { rest: { comment: { body: "/declare" } } }],
    ["its comment declares in another case", { rest: { comment: { body: "Hm.\n  /Incident" } } }],
    [
      "its body has Sitrep's section, its labels lost in a transfer",
      { issue: { body: "x\n\n<!-- sitrep:section status=IC_1 -->\n### Incident response\n" } },
    ],
    [
      "its body only looks like the list of owed reports",
      {
        labels: ["outage"],
        issue: { user: { login: "ana" }, body: "<!-- sitrep:report-debt -->" },
      },
    ],
    [
      "it is another issue of Sitrep's",
      { labels: ["outage"], issue: { user: { login: "sitrep[bot]" } } },
    ],
    ["the body declared before the edit", { rest: { changes: { body: { from: "/incident" } } } }],
  ])("%s", (_what, given) => {
    expect(deliveryKey("issues", payload(given), nothingKnown)).toEqual(key);
    expect(deliveryKey("issue_comment", payload(given), nothingKnown)).toEqual(key);
  });

  it("its issue is known as one, though nothing in the delivery says so", () => {
    const asked: unknown[] = [];
    const isIncident = (some: unknown): boolean => asked.push(some) > 0;
    expect(deliveryKey("issues", payload(), { ...nothingKnown, isIncident })).toEqual(key);
    expect(asked).toEqual([key]);
  });
});

const report = (more: object = {}): Given => ({
  issue: {
    number: 9,
    user: { login: "Sitrep[bot]" },
    body: `What happened.\n\n## Timeline${toReportMark(7)}\r\n`,
    ...more,
  },
});
const keyOf = (given: Given, event = "issues") => deliveryKey(event, payload(given), nothingKnown);

describe("a delivery about a report's own issue", () => {
  it("concerns the incident that its mark names, in the same repository", () => {
    expect(keyOf(report())).toEqual(key);
  });

  it("concerns it once more when somebody took the mark away", () => {
    const changes = { body: { from: `Before.${toReportMark(7)}` } };
    expect(keyOf({ ...report({ body: "Mine." }), rest: { changes } })).toEqual(key);
  });

  it.each<[string, Given]>([
    ["somebody else opened it, and wrote the mark", report({ user: { login: "zed" } })],
    ["nobody knows who opened it", report({ user: null })],
    ["it has no mark", report({ body: "What happened." })],
    ["it has no text", report({ body: null })],
    ["the mark names no issue", report({ body: "\n<!-- sitrep:report-of 0 -->" })],
    ["the mark names a place elsewhere", report({ body: "\n<!-- sitrep:report-of a/b#7 -->" })],
    ["the mark is in mid line", report({ body: "see <!-- sitrep:report-of 7 -->" })],
    ["Sitrep wrote it itself", { ...report(), sender: "sitrep[bot]" }],
  ])("needs no look when %s", (_, given) => {
    expect(keyOf(given)).toBeNull();
  });

  it("needs no look when somebody talks there", () => {
    expect(keyOf(report(), "issue_comment")).toBeNull();
  });

  it("that is an incident itself is about that", () => {
    expect(keyOf({ ...report(), labels: ["outage"] })).toEqual({ ...key, number: 9 });
  });
});

describe("a delivery needs no look when", () => {
  it.each<[string, Given]>([
    ["its issue is no incident", {}],
    ["it is an echo of Sitrep's own doing", { sender: "Sitrep[bot]", labels: ["outage"] }],
    ["it is about a pull request", { issue: { pull_request: {} }, labels: ["outage"] }],
    ["it does not come through the App", { installation: null, labels: ["outage"] }],
    ["its label declares in other repositories only", { labels: ["incident-report"] }],
    ["a path begins like the command", { rest: { comment: { body: "/incidents/12 is empty" } } }],
    ["the command is in mid line", { rest: { comment: { body: "try /incident" } } }],
    [
      "it is about the list of owed reports, whatever people do there",
      {
        labels: ["outage"],
        issue: { user: { login: "sitrep[bot]" }, body: "Mine.\n\n<!-- sitrep:report-debt -->\n" },
        rest: { comment: { body: "/incident" } },
      },
    ],
    ["there is no text", { issue: { body: null, labels: null }, rest: { comment: { body: "" } } }],
  ])("%s", (_what, given) => {
    expect(deliveryKey("issues", payload(given), nothingKnown)).toBeNull();
    expect(deliveryKey("issue_comment", payload(given), nothingKnown)).toBeNull();
  });

  it("the event is another", () => {
    for (const event of ["pull_request", "push", "ping", "label", "installation"]) {
      expect(deliveryKey(event, payload({ labels: ["outage"] }), nothingKnown)).toBeNull();
    }
  });
});

describe("finding the key", () => {
  const everyIssue = { ...nothingKnown, isIncident: () => true };
  const examples = published.flatMap(({ name, examples: some }) =>
    some.map((example) => ({ name, example })),
  );

  it("reads every published example, and gives a key for each issue of an installation, whatever the action", () => {
    const ofIssues = examples.filter(({ name }) => name === "issues" || name === "issue_comment");
    expect(ofIssues.length).toBeGreaterThan(30);
    for (const { name, example } of ofIssues) {
      const withInstallation = { ...example, installation: { id: 42 }, sender: { login: "ana" } };
      const expected = example.issue?.pull_request ? undefined : example.issue?.number;
      expect(deliveryKey(name, withInstallation, everyIssue)?.number).toBe(expected);
    }
  });

  it("gives nothing for the published examples of all other events", () => {
    const others = examples.filter(({ name }) => name !== "issues" && name !== "issue_comment");
    expect(others.filter(({ name, example }) => deliveryKey(name, example, everyIssue))).toEqual(
      [],
    );
  });

  it("says which fields are not as published, and nothing of what is in them", () => {
    const wrong = payload({ issue: { number: "hunter2" } });
    const find = (): unknown => deliveryKey("issues", wrong, nothingKnown);
    expect(find).toThrow(InternalError);
    expect(find).toThrow(/issue\.number$/);
  });

  it("throws nothing but InternalError, whatever it is given", () => {
    const hostile = fc.record({ issue: fc.anything(), repository: fc.anything() });
    const some = fc.oneof(fc.anything(), hostile);
    fc.assert(fc.property(some, (one) => expect(findOrRefuse(one)).toBe(true)));
  });

  it("takes time in proportion to the text", () => {
    const began = cpuMs();
    for (const text of [" ", "\t", "/", "/incident", "\n", "\n "]) {
      const comment = { body: text.repeat(65_536) };
      deliveryKey("issue_comment", payload({ rest: { comment } }), nothingKnown);
    }
    expect(cpuMs() - began).toBeLessThan(1_000);
  });
});

/** Whether the key was found, or refused in the one way that is promised. */
function findOrRefuse(some: unknown): boolean {
  try {
    deliveryKey("issues", some, nothingKnown);
    return true;
  } catch (error) {
    return error instanceof InternalError;
  }
}
