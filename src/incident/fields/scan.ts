import { findFormSlot } from "./form-slots.ts";
import { findTableSlots } from "./table-slots.ts";
import { findTextSlots } from "./text-slots.ts";
import { findYamlSlots } from "./yaml-slots.ts";
import { findSectionMarkers } from "./section-marker.ts";
import type { SectionMarkers } from "./section-marker.ts";
import type { Outline } from "./outline.ts";
import { toOutline } from "./outline.ts";
import type { Slot } from "./slots.ts";
import { findTaskBoxes } from "./task-boxes.ts";
import type { TaskBox } from "./task-boxes.ts";
import { toTitleLookup } from "./titles.ts";
import type { TitleLookup } from "./titles.ts";
import type { Vocabulary } from "./types.ts";

/** Everything that Sitrep knows in a body, with its place. */
export interface Scan {
  readonly outline: Outline;
  /** All fields in the order of the text; a field may stand several times. */
  readonly slots: readonly Slot[];
  /** The first box of each task. */
  readonly boxes: readonly TaskBox[];
  readonly markers: SectionMarkers | null;
}

/** Finds all fields, task boxes and section markers of a body. Linear in its length, never throws. */
export function toScan(body: string, vocabulary: Vocabulary): Scan {
  const outline = toOutline(body);
  const lookup = toTitleLookup(vocabulary);
  return {
    outline,
    slots: findSlots(outline, lookup),
    boxes: findTaskBoxes(body, outline.blocks),
    markers: findSectionMarkers(body, outline.blocks),
  };
}

/** The slots that count: the first one of each field. */
export function firstSlots(slots: readonly Slot[]): readonly Slot[] {
  const seen = new Set<string>();
  return slots.filter(({ field }) => !seen.has(field) && seen.add(field));
}

/** The fields of an outline whose titles the lookup knows, in the order of the text. */
export function findSlots(outline: Outline, lookup: TitleLookup): readonly Slot[] {
  const { body, blocks, frontMatter } = outline;
  const slots: Slot[] = frontMatter === null ? [] : [...findYamlSlots(body, frontMatter, lookup)];
  let formValue: number | null = null;
  for (const [index, block] of blocks.entries()) {
    if (block.kind === "table") slots.push(...findTableSlots(body, block, lookup));
    if (block.kind === "fence" && isIncidentFence(block.info)) {
      slots.push(...findYamlSlots(body, block.lines, lookup));
    }
    if (block.kind !== "paragraph" && block.kind !== "heading") continue;
    const form = findFormSlot(outline, index, lookup);
    if (form !== null) {
      slots.push(form.slot);
      formValue = form.valueBlock;
      continue;
    }
    const from = index === formValue ? 1 : 0;
    slots.push(...findTextSlots(body, block, blocks[index + 1], lookup, from));
  }
  return slots;
}

/** Only a fence that says so is read: ```` ```yaml incident ````. Other code is somebody's sample. */
function isIncidentFence(info: string): boolean {
  const words = info.toLowerCase().split(/[\s,{}]+/);
  return /^(?:ya?ml|incident)$/.test(words[0] ?? "") && words.includes("incident");
}
