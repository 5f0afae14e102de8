import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import {
  lintOutgoing,
  type LintKind,
  type OutgoingSurroundings,
} from "../../../src/incident/outgoing/index.ts";

const AROUND: OutgoingSurroundings = {
  server: "https://github.com",
  privateRepositories: ["org/secret-ops"],
  internalHosts: ["grafana.example.org"],
  names: ["Ana Silva", "Bo Jansen", "Will", "Zoë"],
};

const found = (text: string): readonly (readonly [LintKind, string])[] =>
  lintOutgoing(text, AROUND).map(({ kind, excerpt }) => [kind, excerpt] as const);

describe("a promise of when it works again is named", () => {
  it.each([
    ["The hub will be fixed by 5pm.", "by 5pm"],
    ["It will be fixed in an hour.", "in an hour"],
    ["We expect to be back within the next two hours.", "within the next two hours"],
    ["We should have it working soon.", "soon"],
    ["Fixed soon!", "soon"],
    ["Your hub will be back shortly.", "shortly"],
    ["This will be resolved tomorrow.", "tomorrow"],
    ["Everything will be back to normal by Monday.", "by Monday"],
    ["We hope to have this solved by the end of the day.", "by the end of the day"],
    ["It'll be up again any minute now.", "any minute now"],
    ["ETA: 30 minutes", "ETA"],
    ["Storage should be restored by 17:00.", "by 17:00"],
    ["The fix will take effect in 5-10 minutes.", "in 5-10 minutes"],
    ["We plan to repair this later today.", "later today"],
    ["It will be back before lunch.", "before lunch"],
    ["We will tell you more. It works again in 20 minutes.", "in 20 minutes"],
    ["We write to say that it will be fixed in an hour.", "in an hour"],
  ])("%s", (text, excerpt) => {
    expect(found(text)).toEqual([["fix-time", excerpt]]);
  });
});

describe("no promise is seen in", () => {
  it.each([
    "We will write again in two hours.",
    "The next update comes by 17:00 UTC.",
    "In an hour we will let you know how it goes.",
    "We will update you as soon as we know more.",
    "The outage began an hour ago.",
    "It was fixed within an hour.",
    "The hub was restored by 5pm.",
    "We found that logins fail for some people.",
    "Thank you for telling us.",
    "Your files are safe.",
    "Please save your work before you log out.",
    "We will post news here tomorrow, also if it is not fixed yet.",
    "We will be in touch soon.",
    "The disk is full, by about 5 GB.",
    "Please reply by Friday if it still does not work.",
  ])("%s", (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe("what only the team can open is named", () => {
  it.each([
    "https://github.com/org/secret-ops/issues/12",
    "https://GitHub.com/Org/Secret-Ops",
    "org/secret-ops#12",
    "https://team.slack.com/archives/C012/p1",
    "https://app.slack.com/client/T1/C1",
    "slack://channel?id=C1",
    "http://localhost:8888/lab",
    "localhost:8080",
    "http://127.0.0.1/x",
    "10.0.4.17",
    "http://192.168.1.5:3000/",
    "172.20.0.1",
    "http://[::1]:8080/",
    "http://prometheus:9090/graph",
    "prometheus.monitoring.svc",
    "https://vault.corp/x",
    "https://grafana.example.org/d/1",
    "https://eu.grafana.example.org/d/1",
    "https://example.freshdesk.com/a/tickets/125",
  ])("%s", (address) => {
    expect(found(`See ${address} for more.`)).toEqual([["internal-link", address]]);
    expect(found(`See ${address}.`)).toEqual([["internal-link", address]]);
    expect(found(`It is at ${address}, and slow`)).toEqual([["internal-link", address]]);
  });

  it.each([
    "https://github.com/org/public/issues/12",
    "https://github.com/org/secret-ops-docs",
    "org/public#12",
    "https://docs.example.org/",
    "https://notgrafana.example.org/",
    "https://status.slack.example.com/",
    "https://example.org/?next=/localhost",
    "version 10.0.4",
    "172.40.0.1",
    "the local time",
    "https://example.freshdesk.com/support/tickets/125",
  ])("and not %s", (address) => {
    expect(found(`See ${address} for more.`)).toEqual([]);
  });
});

describe("a secret is named, and never shown", () => {
  // Put together here, so that nothing that looks like a secret stands in the file.
  const letters = "aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW3xY5";
  it.each([
    ["ghp", `ghp_${letters}`],
    ["a fine-grained token", `github_pat_${letters}_${letters}`],
    ["GitLab", `glpat-${letters.slice(0, 20)}`],
    ["Slack", `xoxb-${"1".repeat(12)}-${letters.slice(0, 24)}`],
    ["a Slack app", `xapp-1-${letters}`],
    ["AWS", `AKIA${letters.slice(0, 16).toUpperCase()}`],
    ["a key", ["-----BEGIN RSA", "PRIVATE KEY-----"].join(" ")],
    ["Google", `AIza${letters.slice(0, 35)}`],
    ["a bearer", `Bearer ${letters}`],
    ["JWT", `eyJ${letters}.${letters}.${letters}`],
    ["password=", "password=hunter2!"],
    ["password:", "The password: hunter2!"],
    ["password is", "The password is Tr0ub4dor"],
    ["api key", "api_key = abcdef"],
    ["in an address", "https://ana:hunter2@db.example.org/"],
  ])("%s", (_what, text) => {
    const [first, ...more] = lintOutgoing(`Use ${text} now.`, AROUND);
    expect(more).toEqual([]);
    expect(first?.kind).toBe("secret");
    expect(first?.excerpt).toMatch(/^.{1,4}…$/);
  });

  it.each([
    "Your password is not affected.",
    "The password: please choose a new one.",
    "You need a token: see https://docs.example.org/tokens",
    "Reset your password.",
    "The secret is out.",
    "AKIA is no key, nor is ghp_.",
    "The ticket is sk-1.",
  ])("and not %s", (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe("people are named", () => {
  it.each([
    ["Thanks to @ana-s for this.", "@ana-s"],
    ["Ask @org/team-ops.", "@org/team-ops"],
    ["ANA  SILVA is on it.", "ANA SILVA"],
    ["Will looks into it.", "Will"],
    ["Zoë looks into it.", "Zoë"],
    ["Write to bo.jansen@example.org.", "bo.jansen@example.org"],
  ])("%s", (text, excerpt) => {
    expect(found(text)).toEqual([["name", excerpt]]);
  });

  it.each([
    "It will work for Zoës and anastasia.",
    "We run package@1.2.3.",
    "The team is on it.",
    "Meet us @ 5.",
  ])("and not in %s", (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe("blame is named", () => {
  it.each([
    ["The cause was human error.", "human error"],
    ["Bob broke the login.", "Bob broke"],
    ["Someone broke the login.", "Someone broke"],
    ["An engineer deleted the disk.", "An engineer deleted"],
    [
      "One of our admins accidentally took down the hub.",
      "One of our admins accidentally took down",
    ],
    ["We should have tested this.", "should have tested"],
    ["This should never have happened.", "should never have"],
    ["You shouldn't have stopped the server.", "shouldn't have"],
    ["It could have been avoided.", "could have been avoided"],
    ["This was careless.", "careless"],
    ["It is the fault of the provider.", "fault of"],
    ["It was your mistake.", "your mistake"],
    ["The provider is to blame.", "to blame"],
    ["The culprit is the network.", "culprit"],
    ["Somebody forgot to renew the certificate.", "Somebody forgot"],
  ])("%s", (text, excerpt) => {
    expect(found(text)).toEqual([["blame", excerpt]]);
  });

  it.each([
    "The connection broke.",
    "It broke when the disk was full.",
    "The Hub broke at noon.",
    "Kubernetes broke off the upgrade.",
    "You should have access again.",
    "You should have received a message.",
    "The network had a default setting that did not fit.",
    "A fault in the network cut the connection.",
    "We were not careful enough to notice.",
    "A mistake in the configuration stopped logins.",
  ])("and not in %s", (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe("findings", () => {
  it("stand in the order of the text, with where they begin and what to do instead", () => {
    const text = "Hello! @bo broke it 🌊.\nIt will be fixed soon: http://localhost:1/";
    const all = lintOutgoing(text, AROUND);
    expect(all.map(({ kind, offset }) => [kind, offset])).toEqual([
      ["name", 7],
      ["blame", 7],
      ["fix-time", text.indexOf("soon")],
      ["internal-link", text.indexOf("http")],
    ]);
    for (const { suggestion } of all) expect(suggestion).toMatch(/^[A-Z].{20,}\.$/);
  });

  it("show one line of at most 80 characters", () => {
    const [first] = lintOutgoing(`http://localhost/${"x".repeat(500)}`, AROUND);
    expect(first?.excerpt).toHaveLength(80);
  });

  it("lie within the text, and never throw, whatever it is", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "soon",
        " will ",
        "in an hour",
        "@a",
        "http://",
        "localhost",
        "password=",
        "broke ",
      ),
      fc.string({ unit: "binary", maxLength: 5 }),
    );
    const texts = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(texts, (text) => {
        const all = lintOutgoing(text, AROUND);
        expect(all.length).toBeLessThanOrEqual(50);
        expect(all.every(({ offset }) => offset >= 0 && offset < text.length)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe("a hostile text of 65,536 characters", () => {
  const SIZE = 65_536;
  const units = [
    "x",
    " ",
    "\n",
    "@",
    "@a",
    "@a ",
    "-",
    ".",
    "a.",
    "10.",
    "a-a.",
    "a/a#",
    "http://",
    "http://a ",
    "http://a:a",
    "eyJ-",
    "eyJa.",
    "sk_",
    "xoxb-",
    "AKIA",
    "-----BEGIN ",
    "password=",
    "password: a ",
    "soon ",
    "in in an an ",
    "in an hour ",
    "will soon write ",
    "by by ",
    "by 5",
    "the the the ",
    "our a a person ",
    "Aa ",
    "Ana Ana ",
    "Ana  ",
    "should have ",
    "it broke ",
    "a@a",
    "a@a.",
    "🌊",
    "\u202E",
    "1.1",
    "localhost ",
    "http://localhost localhost ",
  ];
  it.each(units.map((unit) => [unit]))("of %j takes less than a second", (unit) => {
    const text = unit.repeat(Math.ceil(SIZE / unit.length)).slice(0, SIZE);
    const before = process.cpuUsage().user;
    lintOutgoing(text, AROUND);
    expect(process.cpuUsage().user - before).toBeLessThan(1_000_000);
  });
});

describe("the names that are looked for", () => {
  it.each(["ana-sre", "a.b", "x|y", "(z)z", "a/b", "[c]c", "q^q", "w$w", "{2}2", "a\\b", "d*d"])(
    "may hold any sign, such as %s",
    (name) => {
      const [one, ...others] = lintOutgoing(`Please ask ${name} about it.`, {
        ...AROUND,
        names: [name],
      });
      expect(one).toMatchObject({ kind: "name", excerpt: name });
      expect(others).toEqual([]);
    },
  );

  it("are never a mistake in a pattern", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary", maxLength: 12 })), (names) => {
        expect(() => lintOutgoing("Ana looks into it.", { ...AROUND, names })).not.toThrow();
      }),
    );
  });
});
