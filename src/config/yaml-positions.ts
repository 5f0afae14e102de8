import {
  EVENT_DOCUMENT,
  EVENT_MAPPING,
  EVENT_POP,
  EVENT_SCALAR,
  EVENT_SEQUENCE,
  getScalarValue,
  type parseEvents,
} from "js-yaml";

type Event = ReturnType<typeof parseEvents>[number];
type Path = readonly (string | number)[];

/** A place in a text, both counted from 1; columns in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

interface Container {
  readonly path: Path;
  readonly isMapping: boolean;
  /** In a mapping the key whose value comes next, null before a key; in a sequence the next item's number. */
  next: string | number | null;
}

const toText = (path: readonly PropertyKey[]): string => path.map(String).join("\0");

/** Where each key and item of a YAML document begins, found in the parser's events. */
export function toOffsets(text: string, events: readonly Event[]): ReadonlyMap<string, number> {
  const offsets = new Map<string, number>();
  const open: Container[] = [];
  for (const event of events) {
    if (event.type === EVENT_DOCUMENT) open.push({ path: [], isMapping: false, next: null });
    else if (event.type === EVENT_POP) open.pop();
    else {
      const parent = open.at(-1);
      const path = parent === undefined ? [] : enter(parent, event, text, offsets);
      if (event.type === EVENT_MAPPING) open.push({ path, isMapping: true, next: null });
      if (event.type === EVENT_SEQUENCE) open.push({ path, isMapping: false, next: 0 });
    }
  }
  return offsets;
}

/** The path of a node in its container, noting where it begins: a member at its key, an item at itself. */
function enter(parent: Container, event: Event, text: string, offsets: Map<string, number>): Path {
  const { path, isMapping, next } = parent;
  if (isMapping && next === null) {
    parent.next = event.type === EVENT_SCALAR ? getScalarValue(text, event) : "";
    const member = toText([...path, parent.next]);
    if (!offsets.has(member)) offsets.set(member, toStart(event));
    return path;
  }
  if (next === null) return path;
  const here = [...path, next];
  if (isMapping) parent.next = null;
  else {
    parent.next = Number(next) + 1;
    offsets.set(toText(here), toStart(event));
  }
  return here;
}

function toStart(event: Event): number {
  if (event.type === EVENT_SCALAR) return event.valueStart;
  return "start" in event ? event.start : 0;
}

/** Where a path begins, or else the nearest thing around it that is in the text. */
export function placeOf(
  path: readonly PropertyKey[],
  text: string,
  offsets: ReadonlyMap<string, number>,
): Place {
  for (let length = path.length; length > 0; length--) {
    const offset = offsets.get(toText(path.slice(0, length)));
    if (offset !== undefined) return toPlace(text, offset);
  }
  return { line: 1, column: 1 };
}

/** The line and column of an offset; lines end as YAML says, by LF, CR or both. */
export function toPlace(text: string, offset: number): Place {
  const before = text.slice(0, Math.max(offset, 0)).split(/\r\n?|\n/);
  return { line: before.length, column: (before.at(-1) ?? "").length + 1 };
}
