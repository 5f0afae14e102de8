import { describe } from "@jest/globals";
import { testCommand } from "./cases.ts";

const called = (area: string | null, by = "ana") => {
  const entry = {
    kind: "expert",
    by,
    who: "Cy",
    ...(area === null ? {} : { what: area }),
  } as const;
  return [
    { kind: "add-expert", login: "Cy", area },
    { kind: "log", entry },
    {
      kind: "post",
      key: "expert-cy/announce",
      message: { name: "expert-called", data: { who: "Cy", area, by } },
    },
  ] as const;
};
const experts = [{ login: "Cy", area: "storage" }];

describe("/sme", () => {
  testCommand([
    { it: "pulls in an expert", comment: "/sme @cy", gives: called(null) },
    { it: "names the area", comment: "/expert @cy cloud storage", gives: called("cloud storage") },
    {
      it: "takes the area in parentheses",
      comment: "/sme @cy (storage)",
      gives: called("storage"),
    },
    {
      it: "keeps brackets within the area",
      comment: "/sme @cy disks (SSD) and (HDD) too",
      gives: called("disks (SSD) and (HDD) too"),
    },
    {
      it: "takes no blanks out of the parentheses",
      comment: "/sme @cy ( storage )",
      gives: called("storage"),
    },
    {
      it: "takes an area of 60 characters",
      comment: `/sme @cy ${"x".repeat(60)}`,
      gives: called("x".repeat(60)),
    },
    { it: "joins oneself", comment: "/sme me storage", by: "cy", gives: called("storage", "Cy") },
    {
      it: "changes the area",
      before: { experts },
      comment: "/sme @cy network",
      gives: called("network"),
    },
    {
      it: "does nothing when it is so already",
      before: { experts },
      comment: "/sme @cy storage",
      gives: [],
    },
    { it: "keeps an area that is not named", before: { experts }, comment: "/sme @cy", gives: [] },
    {
      it: "refuses an endless area",
      comment: `/sme @cy ${"x".repeat(61)}`,
      gives: "The area is longer than 60 characters.",
    },
    { it: "asks whom", comment: "/sme", gives: "It does not say whom." },
  ]);
});
