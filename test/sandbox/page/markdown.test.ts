import { describe, expect, test } from "@jest/globals";
import { renderMarkdown } from "../../../src/sandbox/page/markdown/render-markdown.ts";
import { cpuMs } from "../../support/cpu-time.ts";

const place = {
  people: new Map([["ana-sre", "Ana, SRE"]]),
  githubUrl: "http://127.0.0.1:4010",
  deskUrl: "http://127.0.0.1:4020",
  repository: "acme/hubs",
  mayTick: true,
};
const render = (text: string, more: Partial<typeof place> = {}): string =>
  renderMarkdown(text, { ...place, ...more }).markup;

describe("hostile text shows as text or not at all", () => {
  test.each([
    ["a script", "<script>alert(1)</script>"],
    ["a script in a block", "<div>\n<script src='https://evil.example/x.js'></script>\n</div>"],
    ["an event handler", "<b onclick='alert(1)'>x</b><details ontoggle=alert(1) open>y</details>"],
    ["a picture that fails", "<img src=x onerror=alert(1)> ![x](javascript:alert(1))"],
    ["a script's address", "[x](javascript:alert(1)) <a href='javascript:alert(1)'>y</a>"],
    ["an address in disguise", "<a href='java&#10;script:alert(1)'>y</a> [z](data:text/html,x)"],
    ["a style", "<style>body{display:none}</style><p style='position:fixed'>x</p>"],
    ["a frame, an object, a form", "<iframe src=//evil></iframe><object></object><form><button>x"],
    ["an svg with a script", "<svg><script>alert(1)</script><a xlink:href='javascript:x'>"],
    ["the end of what it stands in", "</div></article></main><main id=main>x</main>"],
    ["an id and a name that shadow", "<a id=announcer name=body>x</a>"],
    [
      "a box and a class of the page's own",
      "<input data-tick='' data-line=0><b class=button>x</b>",
    ],
    ["an act of the page's own", "<button data-act='{}'>x</button><b data-act='{}'>y</b>"],
    ["math that hides markup", "<math><mtext><img src=x onerror=alert(1)></mtext></math>"],
  ])("%s", (_what, text) => {
    const markup = render(text);
    expect(markup).not.toMatch(
      /<(script|style|iframe|object|form|button|svg|img|main|input|article|div|math)/i,
    );
    expect(markup).not.toMatch(/\son\w+\s*=|style=|\sid=|\sname=|data-act|class="button/i);
    expect(markup).not.toMatch(/(href|src)="?(?!https?:|mailto:|\/issues\/)/i);
  });

  test("what is left open is closed, so that nothing leaks out", () => {
    expect(render("<details><summary>s\n\n<blockquote><b>x")).toMatch(
      /<\/b><\/p>\s*<\/blockquote><\/summary><\/details>$|<\/details>$/,
    );
  });

  test.each([
    ["quotes", ">".repeat(5000)],
    ["lists", "- ".repeat(5000)],
    ["links", "[a](".repeat(5000)],
    ["emphasis", "**a_".repeat(8000)],
    ["tags", "<b>".repeat(9000)],
  ])("deep %s take no long time", (_what, text) => {
    const start = cpuMs();
    render(text);
    expect(cpuMs() - start).toBeLessThan(1500);
  });
});

test("comments in HTML do not show, folded text, small text and tables do", () => {
  expect(render("a <!-- b --> c")).toBe("<p>a  c</p>\n");
  expect(render("<details><summary>s</summary>\n\n**x**\n\n</details>")).toContain(
    "<strong>x</strong>",
  );
  expect(render("H<sub>2</sub>O<br><kbd>Ctrl</kbd>")).toContain(
    "H<sub>2</sub>O<br /><kbd>Ctrl</kbd>",
  );
  expect(render("|a|b|\n|-|-:|\n|1|2|")).toContain('<td align="right">2</td>');
});

test("known people are mentions, others and addresses of mail are not", () => {
  expect(render("hi @ana-sre!")).toContain(
    '<span class="mention" title="Ana, SRE">@ana-sre</span>!',
  );
  for (const text of [
    "@nobody",
    "x@ana-sre.example",
    "`@ana-sre`",
    "@ana-sre-2",
    "[@ana-sre](https://x.example)",
  ])
    expect(render(text)).not.toContain("mention");
});

test("links to the embedded GitHub become the page's own, others open elsewhere", () => {
  const home = "http://127.0.0.1:4010/acme/hubs/issues/3";
  expect(render(`[a](${home}#issuecomment-12)`)).toContain('<a href="/issues/3#comment-12">');
  expect(render(home)).toContain('<a href="/issues/3">');
  expect(render("[ana](http://127.0.0.1:4010/ana-sre)")).toContain(
    '<span class="mention">ana</span>',
  );
  expect(render("https://x.example/y")).toContain(
    'rel="nofollow noopener noreferrer" target="_blank"',
  );
  expect(render("www.x.example")).not.toContain("<a");
});

test("boxes of task lists say where they stand, and can be ticked by whoever may", () => {
  const text = "x\n\n- [ ] one `a`\n  1. [X] two\n- no [ ] box\n\n> - [x] three";
  const boxes = [...render(text).matchAll(/<input ([^>]*)>/g)].map(([, attributes]) => attributes);
  expect(boxes).toHaveLength(3);
  expect(boxes[0]).toContain('data-line="2" data-was="- [ ] one `a`"');
  expect(boxes[1]).toContain('data-line="3" data-was="  1. [X] two" aria-label="two" checked');
  expect(boxes[2]).toContain('data-line="6" data-was="&gt; - [x] three"');
  expect(render(text)).not.toContain("disabled");
  expect(render(text, { mayTick: false }).match(/disabled/g)).toHaveLength(3);
  expect(render("```\n- [ ] code\n```")).not.toContain("<input");
});
