import type { ReportDocument, Section } from "./document.ts";

/** The sections of a report in their order, as the team's site reads them (docs/process.md, the report). */
export const REPORT_SECTIONS = [
  "Overview",
  "What Happened",
  "Resolution",
  "Where We Got Lucky",
  "What Went Well",
  "What Didn't Go So Well",
  "Action Items",
  "Timeline",
] as const;

/** One of {@link REPORT_SECTIONS}. */
export type ReportSection = (typeof REPORT_SECTIONS)[number];

/** A title without what people write in different ways: case, apostrophes, signs around it. */
const toName = (title: string): string =>
  title
    .toLowerCase()
    .replace(/['’`]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

const NAMES = new Map(REPORT_SECTIONS.map((title) => [toName(title), title] as const));

/** Which of the report's sections this is; null: another one. */
export const sectionNameOf = ({ title }: Pick<Section, "title">): ReportSection | null =>
  NAMES.get(toName(title)) ?? null;

/** The first section of this name, whatever its rank; null: there is none. */
export const findSection = (document: ReportDocument, name: ReportSection): Section | null =>
  document.sections.find((section) => sectionNameOf(section) === name) ?? null;
