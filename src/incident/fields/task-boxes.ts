import type { Block } from "./blocks.ts";
import { toOpenLines } from "./hidden.ts";
import { toTaskId } from "./tasks.ts";
import type { TaskId } from "./tasks.ts";

/** A box of the task list: whether it is ticked, and the offset of the character between its brackets. */
export interface TaskBox {
  readonly id: TaskId;
  readonly isTicked: boolean;
  readonly at: number;
}

/** Finds the first box of each step of the process, wherever people moved it. */
export function findTaskBoxes(body: string, blocks: readonly Block[]): readonly TaskBox[] {
  const found = new Map<TaskId, TaskBox>();
  for (const block of blocks) {
    if (block.kind !== "paragraph" || !block.opensItem) continue;
    const [line] = block.lines;
    if (line === undefined) continue;
    const box = /^\[([ xX])\][ \t]/.exec(body.slice(line.start, line.start + 4));
    if (box === null) continue;
    const id = toTaskId(body.slice(line.start + 4, line.end));
    if (id === null || found.has(id)) continue;
    if (toOpenLines([line], block.hidden)[0] !== true) continue;
    found.set(id, { id, isTicked: box[1] !== " ", at: line.start + 1 });
  }
  return [...found.values()];
}
