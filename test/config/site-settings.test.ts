import { describe, expect, it } from "@jest/globals";
import { readSiteSettings, type SiteRequest } from "../../src/config/index.ts";

const ENV = { GITHUB_TOKEN: "ghs_x", GITHUB_REPOSITORY: "acme/hubs" };

const read = (env: Readonly<Record<string, string>>, asked: Partial<SiteRequest> = {}) =>
  readSiteSettings(env, { out: "site", private: false, names: false, ...asked });

describe("what a site is built with", () => {
  it("comes from a workflow's environment", () => {
    expect(read({ ...ENV, GITHUB_API_URL: "https://api.github.com/" })).toEqual({
      kind: "settings",
      settings: {
        token: "ghs_x",
        apiUrl: "https://api.github.com",
        owner: "acme",
        repo: "hubs",
        out: "site",
        isPrivateMeant: false,
        names: false,
        baseUrl: null,
        app: null,
      },
    });
  });

  it.each([
    [{ GH_TOKEN: "ghp_y" }, { repo: "acme/docs" }, { token: "ghp_y", repo: "docs" }],
    [ENV, { repo: "other/place" }, { owner: "other", repo: "place" }],
    [{ ...ENV, GHE_HOST: "ghe.example" }, {}, { apiUrl: "https://ghe.example/api/v3" }],
    [ENV, { baseUrl: "https://acme.github.io/hubs" }, { baseUrl: "https://acme.github.io/hubs/" }],
    [ENV, { baseUrl: "https://acme.github.io/?q#x" }, { baseUrl: "https://acme.github.io/" }],
    [ENV, { app: "sitrep" }, { app: "sitrep" }],
  ])("%j and %j", (env, asked, settings) => {
    expect(read(env, asked)).toMatchObject({ kind: "settings", settings });
  });

  it.each([
    [{ ...ENV, GITHUB_TOKEN: " " }, {}, /^GITHUB_TOKEN is missing\./],
    [{ GITHUB_TOKEN: "ghs_x" }, {}, /^Say which repository: --repo owner\/name\.$/],
    [ENV, { repo: "acme" }, /^Say which repository/],
    [ENV, { repo: "acme/hubs/issues" }, /^Say which repository/],
    [ENV, { baseUrl: "javascript:alert(1)" }, /^--base-url must be the address/],
    [{ ...ENV, GITHUB_API_URL: "api.github.com" }, {}, /^GITHUB_API_URL must be an address/],
  ])("%j and %j are told to be wrong", (env, asked, words) => {
    const found = read(env, asked);
    expect(found).toEqual({ kind: "problems", problems: [expect.stringMatching(words)] });
    expect(JSON.stringify(found)).not.toContain("ghs_x");
  });
});
