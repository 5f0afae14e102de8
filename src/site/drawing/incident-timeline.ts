import type { Instant } from "../../incident/instant.ts";
import type { TimelineKind } from "../../incident/timeline.ts";
import type { Html, Part } from "../html/html.ts";
import { toDay, toLength, toTime } from "../html/when.ts";
import type { Milestones, SiteEntry, SiteIncident } from "../site-data.ts";
import { line, path, px, rect, svg, text } from "./svg.ts";
import { toTicks, toTimeScale, type TimeScale } from "./time-scale.ts";

/** The rows of marks, and what stands in each. Shapes differ, so that colour is never the only thing that tells. */
const LANES: readonly {
  readonly title: string;
  readonly kinds: readonly TimelineKind[];
  readonly shape: "dot" | "diamond" | "triangle";
}[] = [
  { title: "Updates", kinds: ["update", "told", "answered", "confirmed"], shape: "diamond" },
  { title: "Notes", kinds: ["note", "severity", "done"], shape: "dot" },
  { title: "Help", kinds: ["escalated", "expert"], shape: "triangle" },
];

const SHAPES = {
  dot: (x: number, y: number) => `M${px(x - 4.5)} ${px(y)}a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z`,
  diamond: (x: number, y: number) => `M${px(x)} ${px(y - 6)}l6 6l-6 6l-6 -6z`,
  triangle: (x: number, y: number) => `M${px(x)} ${px(y - 6)}l6 11h-12z`,
} as const;

const LANE = 30;
const BAR = 20;

interface Stretch {
  readonly name: string;
  readonly title: string;
  /** In place of the title where there is no room for it. */
  readonly short?: string;
  readonly from: Instant;
  readonly to: Instant;
}

/** The states that the incident went through, as stretches of its bar. */
function toStates(
  { started, declared, mitigated, resolved, closed }: Milestones,
  end: Instant,
): readonly Stretch[] {
  const over = resolved ?? closed ?? end;
  // People may say that it was over before it was declared.
  const usable = Math.max(declared, Math.min(mitigated ?? over, over));
  const before = started !== null && started < declared ? started : declared;
  return [
    { name: "before", title: "Users were hit, not yet declared", from: before, to: declared },
    { name: "investigating", title: "Investigating", from: declared, to: usable },
    { name: "mitigated", title: "Mitigated", from: usable, to: over },
    {
      name: "resolved",
      title: "Resolved",
      from: over,
      to: resolved === null ? over : (closed ?? end),
    },
  ].filter(({ from, to }) => to > from);
}

/** What was between two instants, in words. */
const spell = ({ title, from, to }: Omit<Stretch, "name">): string =>
  `${title}: ${toDay(from)} ${toTime(from)} to ${toDay(to)} ${toTime(to)} UTC, ${toLength(to - from)}`;

/** Room for words in bold, in pixels, by the widest of the usual fonts: what does not fit is left out, and nothing is cut. */
const toWidth = (words: string): number => words.length * 8.6;

function drawBar(stretches: readonly Stretch[], { toX }: TimeScale, y: number): Part {
  return stretches.map(({ name, title, short, from, to }) => {
    const box = { x: toX(from), y, width: Math.max(2, toX(to) - toX(from) - 1.5), height: BAR };
    const words = [title, short ?? ""].find((one) => box.width > toWidth(one) + 14) ?? "";
    return [
      rect(`state ${name}`, box, spell({ title, from, to })),
      words !== ""
        ? text(words, { x: box.x + 7, y: y + 14 }, "start", `on-state on-${name}`)
        : null,
    ];
  });
}

const tipOf = ({ at, words, said }: SiteEntry): string =>
  `${toTime(at)} UTC ${words}${said === null ? "" : `: ${said}`}`;

function drawTimes(scale: TimeScale, y: number): Part {
  let day = "";
  return toTicks(scale, 54).map((at) => {
    const isNew = toDay(at) !== day;
    day = toDay(at);
    const x = scale.toX(at);
    return [
      line("tick", [x, y], [x, y + 5]),
      text(toTime(at), { x, y: y + 19 }, "middle"),
      isNew ? text(day.slice(5), { x, y: y + 34 }, "middle", "date") : null,
    ];
  });
}

const drawBreaks = ({ breaks }: TimeScale, top: number, bottom: number): Part =>
  breaks.map(({ from, to, ms }) => {
    const box = { x: from + 2, y: top, width: to - from - 4, height: bottom - top };
    // The larger unit alone: there is little room.
    const [count, unit] = toLength(ms).split(" ");
    return [
      rect("break", box, `${toLength(ms)} without an entry`),
      text(`${count ?? ""} ${unit ?? ""}`, { x: (from + to) / 2, y: bottom - 8 }, "middle", "cut"),
    ];
  });

interface Row {
  readonly title: string;
  readonly draw: (y: number) => Part;
}

function toRows(
  { commands, entries }: Pick<SiteIncident, "commands" | "entries">,
  states: readonly Stretch[],
  scale: TimeScale,
  end: Instant,
): readonly Row[] {
  const led = commands
    .map(({ who, number, from, to }) => ({
      name: `led led${(number - 1) % 3}`,
      title: who,
      short: String(number),
      from,
      to: Math.min(to ?? end, end),
    }))
    .filter(({ from, to }) => to > from);
  const bars: readonly Row[] = [
    { title: "State", draw: (y) => drawBar(states, scale, y - BAR / 2) },
    { title: "Led by", draw: (y) => drawBar(led, scale, y - BAR / 2) },
  ];
  const marks = LANES.map(({ title, kinds, shape }) => ({
    title,
    draw: (y: number) =>
      entries
        .filter(({ kind }) => kinds.includes(kind))
        .map((entry) => path(`mark ${shape}`, SHAPES[shape](scale.toX(entry.at), y), tipOf(entry))),
  }));
  if (entries.length === 0) return bars.slice(0, 1);
  return [...(led.length > 0 ? bars : bars.slice(0, 1)), ...marks];
}

/** How the rows stand: on a narrow drawing their titles stand above them. */
const layoutOf = (width: number, rows: number) => {
  const isNarrow = width < 500;
  const pitch = isNarrow ? LANE + 16 : LANE + 4;
  const first = isNarrow ? 34 : 20;
  return {
    left: isNarrow ? 4 : 92,
    bottom: first + (rows - 1) * pitch + 18,
    toY: (index: number): number => first + index * pitch,
    toTitle: (index: number) =>
      isNarrow ? { x: 4, y: first + index * pitch - 15 } : { x: 0, y: first + index * pitch + 4 },
  };
};

/**
 * The state of an incident, who led it, and what was said, over its time. `now`: the end of one that goes on. Null: there is nothing
 * to draw.
 */
export function drawTimeline(incident: SiteIncident, now: Instant, width: number): Html | null {
  const { milestones, commands } = incident;
  const { declared, resolved, closed, started } = milestones;
  const begin = Math.min(started ?? declared, declared);
  const end = Math.max(closed ?? Math.max(now, declared), resolved ?? declared);
  if (end <= begin) return null;
  const states = toStates(milestones, end);
  const entries = incident.entries.filter(({ at }) => at >= begin && at <= end);
  const edges = states.flatMap(({ from, to }) => [from, to]);
  const { left } = layoutOf(width, 1);
  const scale = toTimeScale([begin, ...edges, ...entries.map(({ at }) => at), end], {
    left: left + 8,
    right: width - 14,
  });
  const rows = toRows({ commands, entries }, states, scale, end);
  const { bottom, toY, toTitle } = layoutOf(width, rows.length);
  const says = `Timeline of incident ${incident.number}: ${states.map(spell).join("; ")}. The entries below say the same in words.`;
  return svg("timeline", { width, height: bottom + 42 }, says, [
    drawBreaks(scale, 4, bottom),
    line("axis", [left, bottom], [width, bottom]),
    rows.map(({ title, draw }, index) => [
      line("lane", [left, toY(index)], [width, toY(index)]),
      text(title, toTitle(index), "start", "lane-title"),
      draw(toY(index)),
    ]),
    drawTimes(scale, bottom),
    // The narrow one has no room beside the times.
    left < 50 ? null : text("UTC", { x: 0, y: bottom + 19 }),
  ]);
}
