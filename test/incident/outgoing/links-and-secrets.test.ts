import { describe, expect, it } from "@jest/globals";
import { apart, type OutgoingSurroundings } from "../../../src/incident/outgoing/finding.ts";
import { lintOutgoing } from "../../../src/incident/outgoing/index.ts";
import {
  findInternalLinks,
  isInternalAddress,
} from "../../../src/incident/outgoing/internal-links.ts";
import { findAddresses, findNames } from "../../../src/incident/outgoing/names.ts";
import { findSecrets } from "../../../src/incident/outgoing/secrets.ts";

const AROUND: OutgoingSurroundings = {
  server: "https://github.com",
  privateRepositories: ["org/secret-ops", "org/other"],
  internalHosts: ["grafana.example.org", "wiki.example.org"],
  names: ["Ana Silva", "Ana Silva Costa", " Will ", "J. Doe", "C++ Guru", "Al", "x".repeat(101)],
};

const linksIn = (text: string) => findInternalLinks(text, AROUND).map((span) => span.text);

describe("an address that only the team can open", () => {
  it.each([
    "https://github.com/org/other/pull/1",
    "https://wiki.example.org/x",
    "https://eu.wiki.example.org/x",
    "http://[fc00::1]/",
    "http://[fd12:3456::1]/",
    "http://[fe80::a1]:8080/",
    "http://[::1]/",
    "http://169.254.169.254/latest",
    "http://127.1.2.3/",
    "http://10.20.30.40/",
    "http://172.16.0.1/",
    "http://172.25.10.10/",
    "http://172.31.255.255/",
    "http://192.168.200.200/",
    "http://localhost/",
    "http://hub/",
    "https://db.internal/",
    "https://db.local/",
    "https://db.lan/",
    "https://db.corp/",
    "https://db.intranet/",
    "https://db.svc/",
    "https://slack.com/archives/C1",
    "https://team.slack.com/",
    "https://desk.example.org/helpdesk/tickets/1",
    "https://desk.example.org/a/tickets/1",
    "ssh://git.example.org/x",
    "git://git.example.org/x",
    "slack://channel",
  ])("is %s", (address) => {
    expect(isInternalAddress(address, AROUND)).toBe(true);
    expect(linksIn(`See ${address} there.`)).toEqual([address]);
  });

  it.each([
    "https://gitlab.example.org/org/other",
    "https://github.com/org",
    "https://github.com/",
    "https://github.com.example.org/org/other",
    "http://[2001:db8::1]/",
    "http://172.15.0.1/",
    "http://172.32.0.1/",
    "http://193.168.0.1/",
    "http://11.0.0.1/",
    "https://internal.example.org/",
    "https://notslack.com/",
    "https://slack.com.example.org/",
    "https://docs.example.org/see/a/tickets/1",
    "https://docs.example.org/a/ticket/1",
    "https://exa%mple.org/",
    "https://example.org/?next=localhost",
    "https://example.org/?next=10.0.0.1&x=db.internal",
    "https://example.org/?q=org/other#12",
  ])("is not %s", (address) => {
    expect(isInternalAddress(address, AROUND)).toBe(false);
    expect(linksIn(`See ${address} there.`)).toEqual([]);
  });

  it("is none on a GitHub of this machine, as in the sandbox, but for its private repositories", () => {
    const sandbox = { ...AROUND, server: "http://127.0.0.1:3000" };
    expect(isInternalAddress("http://127.0.0.1:3000/org/repo/pull/1", sandbox)).toBe(false);
    expect(isInternalAddress("http://127.0.0.1:3000/org/other/pull/1", sandbox)).toBe(true);
    expect(isInternalAddress("http://127.0.0.1:8080/org/repo", sandbox)).toBe(true);
    const inside = { ...AROUND, server: "https://github.corp" };
    expect(isInternalAddress("https://github.corp/org/repo", inside)).toBe(true);
  });

  it("is known by an address of the server alone", () => {
    const broken = { ...AROUND, server: "github" };
    expect(isInternalAddress("https://github.com/org/other", broken)).toBe(false);
  });
});

describe("a host or an issue without an address", () => {
  it.each([
    "localhost",
    "localhost:8080",
    "127.0.0.1",
    "10.200.30.4",
    "192.168.100.200",
    "172.16.0.1",
    "172.29.100.200",
    "172.31.1.1",
    "169.254.169.254",
    "db.internal",
    "a-1.b.local",
    "x.lan",
    "x.corp",
    "x.intranet",
    "db.prod.svc",
    "org/other#7",
    "org/secret-ops#123456789",
  ])("is found: %s", (name) => {
    expect(linksIn(`See ${name}, and more.`)).toEqual([name]);
    expect(linksIn(`https://example.org/ ${name}`)).toEqual([name]);
    expect(linksIn(`${name} https://example.org/`)).toEqual([name]);
  });

  it.each([
    "locally",
    "localhosts",
    "1.10.0.0.1",
    "10.0.0.1.2",
    "110.0.0.1",
    "192.168.1",
    "172.15.0.1",
    "172.32.0.1",
    "internal",
    "db.internals",
    "db.internal-docs",
    "db.local.example.org",
    "org/other#x",
    "org/other#12x",
    "corg/other/org/other#12",
    "a@b.internal",
  ])("is not in %s", (name) => {
    expect(linksIn(`See ${name}, and more.`)).toEqual([]);
  });
});

// Put together here, so that nothing that looks like a secret stands in the file.
const letters = "aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW3xY5";
const secretsIn = (text: string) => findSecrets(text).map((span) => span.text);

describe("a secret", () => {
  it.each([
    ...["o", "u", "s", "r", "p"].map((kind) => `gh${kind}_${letters}`),
    `sk-${letters}`,
    `pk_live_${letters}`,
    `rk-test-${letters}`,
    `sk-proj-${letters}`,
    `sk-ant${letters}`,
    `sk_${letters.slice(0, 20)}`,
    `eyJ${letters}.${letters}.`,
    `eyJ${letters}.${letters}.${letters}`,
    `Bearer   ${letters}`,
    "postgres://ana:hunter2@",
    "password=correct",
    "password=**ab1",
    "password=ab<cd",
    "password=x1y2z3",
    "password=xxhunter",
    "token: a=bcd",
    "token: ab-1c",
  ])("is %s", (text) => {
    expect(secretsIn(`Use ${text}`)).toEqual([text]);
  });

  it.each([
    "ghp_abc",
    "github_pat_abc",
    "glpat-abc",
    "xoxb-abc",
    "AIzaSyShort",
    "AKIA1234",
    `disk-${letters}`,
    `a-sk-${letters}`,
    `sk-${letters.slice(0, 19)}`,
    `skx${letters}`,
    "eyJa.b.c",
    "Bearer of news",
    "https://ana@example.org/",
    "password: well-chosen-by-us.",
    "password: don’t",
    "password=<your-password>",
    "password: https://docs.example.org",
    "password: http://docs.example.org",
    "password: [here](https://docs.example.org)",
    "token=****",
    "token=****.",
    "token=xxxx",
    "token=XXXXX,",
    "a token is needed",
  ])("is not %s", (text) => {
    expect(secretsIn(`Use ${text}`)).toEqual([]);
  });
});

const namesIn = (text: string, names = AROUND.names) =>
  findNames(text, { ...AROUND, names }).map((span) => span.text);

describe("a name", () => {
  it.each([
    ["Ana Silva Costa", ["Ana Silva Costa"]],
    ["Ana Silva Cost", ["Ana Silva"]],
    ["ana   silva", ["ana   silva"]],
    ["Will", ["Will"]],
    ["will", []],
    ["Jx Doe", []],
    ["J. Doe", ["J. Doe"]],
    ["C++ Guru", ["C++ Guru"]],
    ["Al", []],
    ["x".repeat(101), []],
    ["@org/2i2c", ["@org/2i2c"]],
    ["bo@mail.a1.example.org", ["bo@mail.a1.example.org"]],
    ["legit@example.org", ["legit@example.org"]],
  ])("in %j is %j", (text, names) => {
    expect(namesIn(`Ask ${text}, please.`)).toEqual(names);
  });

  it("of up to 100 characters counts", () => {
    const long = "y".repeat(100);
    expect(namesIn(`Ask ${long}.`, [long])).toEqual([long]);
  });

  it("is none where nobody is known", () => {
    expect(namesIn("Ask Will.", [])).toEqual([]);
  });
});

describe("an e-mail address", () => {
  it.each([
    ["bo@example.org", ["bo@example.org"]],
    ["legit@example.org", ["legit@example.org"]],
    ["git@github.com:org/repo.git", []],
    ["HG@hg.example.org", []],
  ])("in %j is %j", (text, addresses) => {
    expect(findAddresses(`See ${text}`).map((span) => span.text)).toEqual(addresses);
  });
});

const span = (offset: number, text: string) => ({ offset, text });

describe("findings of one kind", () => {
  it("stand in order, and do not overlap", () => {
    expect(apart([span(5, "cd"), span(0, "ab"), span(1, "bcde"), span(2, "c")])).toEqual([
      span(0, "ab"),
      span(2, "c"),
      span(5, "cd"),
    ]);
  });

  it("are the longer of two that begin together", () => {
    expect(apart([span(3, "a"), span(3, "abc"), span(3, "ab"), span(6, "d")])).toEqual([
      span(3, "abc"),
      span(6, "d"),
    ]);
  });
});

const kindsIn = (text: string) =>
  lintOutgoing(text, AROUND).map(({ kind, excerpt }) => [kind, excerpt]);

describe("what is found in a text", () => {
  it("hides nothing beside a secret, but what overlaps it", () => {
    expect(kindsIn("Will password=hunter2! Will")).toEqual([
      ["name", "Will"],
      ["secret", "pass…"],
      ["name", "Will"],
    ]);
    expect(kindsIn("token=@will-x1")).toEqual([["secret", "toke…"]]);
    expect(kindsIn("http://localhost/?token=hunter2")).toEqual([["secret", "toke…"]]);
    expect(kindsIn("@ana-s:token=hunter2")[0]).toEqual(["name", "@ana-s"]);
  });

  it("is shown whole up to 80 characters", () => {
    const address = `http://localhost/${"x".repeat(63)}`;
    expect(kindsIn(address)).toEqual([["internal-link", address]]);
    expect(kindsIn(`${address}y`)).toEqual([["internal-link", `${address.slice(0, 79)}…`]]);
  });

  it("is 50 at most, the first in the text", () => {
    const many = `${"localhost ".repeat(40)}${"@ana-s ".repeat(40)}`;
    const kinds = kindsIn(many).map(([kind]) => kind);
    expect(kinds).toHaveLength(50);
    expect(kinds.filter((kind) => kind === "internal-link")).toHaveLength(40);
  });
});
