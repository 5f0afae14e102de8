import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { describe, expect, it } from "@jest/globals";
import { load } from "js-yaml";
import { readArguments } from "../../src/setup/arguments.ts";
import { withValues } from "../../src/setup/env-file.ts";
import { toManifest } from "../../src/setup/to-manifest.ts";

const appYml = readFileSync(new URL("../../app.yml", import.meta.url), "utf8");
const address = {
  base: "https://sitrep.example.org",
  webhook: "https://sitrep.example.org/api/github/webhooks",
};

describe("the arguments of the setup", () => {
  it("are the public address; deliveries arrive at the webhook path under it", () => {
    for (const word of ["https://sitrep.example.org", "https://sitrep.example.org/"]) {
      expect(readArguments([word], {})).toEqual({ kind: "address", address });
    }
    expect(readArguments(["https://x.org/sitrep/"], { WEBHOOK_PATH: "/hook" })).toEqual({
      kind: "address",
      address: { base: "https://x.org/sitrep", webhook: "https://x.org/sitrep/hook" },
    });
  });

  it.each([
    ["nothing", [], {}, /^Say where GitHub will reach this Sitrep/],
    ["two words", ["https://a.org", "https://b.org"], {}, /^Say where/],
    ["no scheme", ["a.org"], {}, /must begin with https:/],
    ["another scheme", ["ftp://a.org"], {}, /must begin with https:/],
    ["an apostrophe, which would end the page's attribute", ["https://a.org/'x"], {}, /quotation/],
    ["a query", ["https://a.org/?x"], {}, /must begin/],
    ["a password", ["https://a:b@c.org/"], {}, /must begin/],
    ["an App that is there", ["https://a.org"], { APP_ID: "1" }, /^An App is registered already/],
  ])("are refused kindly: %s", (_, words, env, problem) => {
    expect(readArguments(words, env)).toMatchObject({ problem: expect.stringMatching(problem) });
  });
});

describe("the manifest", () => {
  it("is app.yml with the two addresses", () => {
    expect(load(toManifest(appYml, address))).toEqual({
      ...(load(appYml) as object),
      url: address.base,
      hook_attributes: { url: address.webhook, active: true },
    });
  });

  it("asks for what the README says, each with its reason", () => {
    const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
    const said = [...readme.matchAll(/^\| (\w+): (read|write) \| ./gm)];
    const asked = load(appYml) as { readonly default_permissions: object };
    expect(Object.fromEntries(said.map(([, name, access]) => [name, access]))).toEqual(
      asked.default_permissions,
    );
  });

  it("holds no apostrophe, since Probot's page puts it into one", () => {
    expect(toManifest(appYml, address)).not.toContain("'");
  });

  it.each(["- a", "null", "a"])("is none where app.yml is %j", (text) => {
    expect(() => toManifest(text, address)).toThrow("app.yml is no mapping");
  });
});

describe("the .env file", () => {
  it("gets new values, and keeps every other line", () => {
    const before = "# mine\nPORT=4000\nexport APP_ID = 1\n\nHOST=0.0.0.0\n";
    const after = withValues(before, { APP_ID: "7", WEBHOOK_SECRET: "a b#c" });
    expect(after).toBe('# mine\nPORT=4000\n\nHOST=0.0.0.0\nAPP_ID=7\nWEBHOOK_SECRET="a b#c"\n');
    expect(withValues(after, { APP_ID: "7", WEBHOOK_SECRET: "a b#c" })).toBe(after);
  });

  it.each(["a\nb\n", "a b", "x#y", "'", "=", "", "-----BEGIN KEY-----\nMII+/=\n-----END KEY-----"])(
    "gives back %j",
    (value) => {
      expect(parseEnv(withValues("", { A: value }))).toEqual({ A: value });
      expect(parseEnv(withValues("", { A: `"${value}"` }))).toEqual({ A: value });
    },
  );
});
