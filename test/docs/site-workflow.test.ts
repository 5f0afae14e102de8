import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import * as yaml from "js-yaml";

interface Job {
  readonly permissions: Readonly<Record<string, string>>;
  readonly "timeout-minutes": number;
  readonly steps: readonly { readonly uses?: string; readonly run?: string }[];
}

interface Workflow {
  readonly permissions: object;
  readonly jobs: Readonly<Record<string, Job>>;
}

const page = readFileSync(new URL("../../docs/site.md", import.meta.url), "utf8");
const [, text = ""] =
  /<!-- workflow:start -->\s+```yaml\n([^]*?)```\s+<!-- workflow:end -->/.exec(page) ?? [];
const workflow = yaml.load(text) as Workflow;

describe("the workflow that publishes the site", () => {
  it("pins every action by its hash", () => {
    const used = Object.values(workflow.jobs).flatMap(({ steps }) =>
      steps.flatMap(({ uses }) => uses ?? []),
    );
    expect(used).toHaveLength(4);
    expect(used.filter((uses) => !/^actions\/[\w-]+@[\da-f]{40}$/.test(uses))).toEqual([]);
  });

  it("says beside each hash which version it is, so that it can be looked up", () => {
    const lines = text.split("\n").filter((line) => line.includes("uses: "));
    expect(lines).toHaveLength(4);
    expect(lines.filter((line) => !/@[\da-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
  });

  it("gives each job what it needs, and nothing besides", () => {
    expect(workflow.permissions).toEqual({});
    expect(workflow.jobs["build"]?.permissions).toEqual({ issues: "read", contents: "read" });
    expect(workflow.jobs["publish"]?.permissions).toEqual({ pages: "write", "id-token": "write" });
  });

  it("puts nothing into a shell but its own words", () => {
    const runs = Object.values(workflow.jobs).flatMap(({ steps }) =>
      steps.flatMap(({ run }) => run ?? []),
    );
    expect(runs.filter((run) => run.includes("${{"))).toEqual([]);
    expect(runs.join("\n")).toContain('node src/main.ts site --out "$RUNNER_TEMP/site"');
  });
});
