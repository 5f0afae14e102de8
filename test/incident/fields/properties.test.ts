import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import type { BodyFields, FieldChanges, FieldName } from "../../../src/incident/fields/index.ts";
import {
  insertSection,
  readFields,
  skeletonOf,
  TASKS,
  withoutSection,
  writeFields,
} from "../../../src/incident/fields/index.ts";
import { anyBody, changes, nastyBody, tasks, values } from "./arbitraries.ts";
import { toNormal } from "./normal.ts";

const fieldNames: readonly FieldName[] = [
  "status",
  "severity",
  "commander",
  "liaison",
  "experts",
  "representative",
  "ticket",
  "impactStarted",
];
const runs = { numRuns: Number(process.env["FC_RUNS"] ?? 150) };

function valueOf(fields: BodyFields | FieldChanges, field: FieldName): unknown {
  return fields[field === "ticket" ? "tickets" : field];
}

describe("reading and writing any body", () => {
  test("reading, writing, inserting, removing and blanking never throw", () => {
    fc.assert(
      fc.property(anyBody, values, changes, (body, all, some) => {
        const inserted = insertSection(body, all, {}, { statusCommentId: null });
        expect(readFields(inserted).hasSection).toBe(true);
        expect([writeFields(body, some), skeletonOf(body)]).toEqual([
          expect.any(String),
          expect.any(String),
        ]);
      }),
      runs,
    );
  });

  test("what is written is read back, and everything else is read as before", () => {
    fc.assert(
      fc.property(nastyBody, changes, (body, some) => {
        const before = readFields(body);
        const after = readFields(writeFields(body, some));
        expect([...after.present]).toEqual([...before.present]);
        const wanted = toNormal(some);
        for (const field of before.present) {
          const value = valueOf(wanted, field);
          expect([field, valueOf(after, field)]).toEqual([
            field,
            value === undefined ? valueOf(before, field) : value,
          ]);
        }
        for (const id of Object.keys(before.tasks) as (keyof typeof before.tasks)[]) {
          expect(after.tasks[id]).toBe(some.tasks?.[id] ?? before.tasks[id]);
        }
        expect(after.hasSection).toBe(before.hasSection);
        const id = before.hasSection ? (some.statusCommentId ?? before.statusCommentId) : null;
        expect(after.statusCommentId).toBe(id);
      }),
      runs,
    );
  });

  test("writing changes nothing but what Sitrep manages", () => {
    fc.assert(
      fc.property(nastyBody, changes, (body, some) => {
        expect(skeletonOf(writeFields(body, some))).toBe(skeletonOf(body));
      }),
      runs,
    );
  });

  test("writing what stands there changes no byte", () => {
    fc.assert(
      fc.property(nastyBody, changes, (body, some) => {
        const once = writeFields(body, some);
        expect(writeFields(once, some)).toBe(once);
        const { tasks: boxes, ...same } = readFields(body);
        expect(writeFields(body, { ...same, tasks: boxes, statusCommentId: "" })).toBe(body);
      }),
      runs,
    );
  });
});

describe("the section in any body", () => {
  test("all fields and tasks are read after inserting, those of people as before", () => {
    fc.assert(
      fc.property(nastyBody, values, tasks, (body, all, ticked) => {
        const before = readFields(body);
        fc.pre(!before.hasSection);
        const after = readFields(insertSection(body, all, ticked, { statusCommentId: "IC_9" }));
        expect(after.hasSection).toBe(true);
        expect(after.statusCommentId).toBe("IC_9");
        const wanted = toNormal(all);
        for (const field of fieldNames) {
          const source = before.present.has(field) ? before : wanted;
          expect([field, valueOf(after, field)]).toEqual([field, valueOf(source, field)]);
        }
        expect(after.present.size).toBe(fieldNames.length);
        for (const { id } of TASKS) {
          expect(after.tasks[id]).toBe(before.tasks[id] ?? ticked[id] ?? false);
        }
      }),
      runs,
    );
  });

  test("inserting twice is inserting once, and removing it gives the body back", () => {
    fc.assert(
      fc.property(anyBody, values, (body, all) => {
        fc.pre(!readFields(body).hasSection);
        const once = insertSection(body, all, {}, { statusCommentId: null });
        expect(insertSection(once, all, { close: true }, { statusCommentId: "x" })).toBe(once);
        expect(withoutSection(once)).toBe(body);
      }),
      runs,
    );
  });

  test("writing in an inserted section and removing it gives the skeleton of the body", () => {
    fc.assert(
      fc.property(nastyBody, values, changes, (body, all, some) => {
        fc.pre(!readFields(body).hasSection);
        const written = writeFields(insertSection(body, all, {}, { statusCommentId: null }), some);
        expect(skeletonOf(withoutSection(written))).toBe(skeletonOf(body));
      }),
      runs,
    );
  });
});
