import MarkdownIt from "markdown-it";
import { buildSite } from "../src/site/index.ts";
import { aHistory } from "../test/site/history.ts";
import { quantile, toMs, toTable } from "./table.ts";

const INCIDENTS = 1000;
const TIMES = 5;

/** The timelines of as many incidents as plain Markdown: what the cheapest site generator would begin with. */
function toMarkdown(data: ReturnType<typeof aHistory>): readonly string[] {
  return data.issues.map(({ title, incident }) => {
    const entries = (incident?.timeline ?? []).map(
      ({ at, kind, by, text }) =>
        `- **${new Date(at).toISOString()}** ${kind} ${by ?? ""} ${text ?? ""}`,
    );
    return [`# ${title}`, ...entries].join("\n");
  });
}

function time(run: () => unknown): number {
  const times = Array.from({ length: TIMES }, () => {
    const started = performance.now();
    run();
    return performance.now() - started;
  });
  return quantile(times, 0.5);
}

/** Milliseconds for the site of a thousand incidents, beside rendering their timelines from Markdown in the same run. */
export function siteCost(): string {
  const data = aHistory(INCIDENTS, 1500);
  const parser = new MarkdownIt();
  const texts = toMarkdown(data);
  const plain = time(() => texts.map((text) => parser.render(text)));
  const site = time(() => buildSite(data));
  const files = buildSite(data);
  const size = [...files.values()].reduce((sum, text) => sum + text.length, 0);
  return toTable(
    [`${INCIDENTS.toLocaleString("en")} incidents`, "ms", "times Markdown"],
    [
      ["their timelines from Markdown (markdown-it)", toMs(plain), "1"],
      [
        `the whole site: ${files.size.toLocaleString("en")} files, ${(size / 1e6).toFixed(0)} MB`,
        toMs(site),
        (site / plain).toFixed(1),
      ],
    ],
  );
}
