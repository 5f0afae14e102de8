import { describe } from "@jest/globals";
import { wantedReport } from "../../src/incident/report.ts";
import { after } from "../support/incident.ts";
import { testCommand } from "./cases.ts";

const drafted = { ...wantedReport(after(5)), stage: "draft" } as const;

describe("/actions", () => {
  testCommand([
    {
      it: "asks for those in the report",
      before: { report: drafted },
      comment: "/actions",
      gives: [{ kind: "want-actions", by: "ana" }],
    },
    {
      it: "asks once, until they were read",
      before: { report: { ...drafted, actions: "wanted" } },
      comment: "/action-items",
      gives: [],
    },
    {
      it: "says where they could stand",
      comment: "/actions",
      gives:
        "There is no draft of the report, and the top comment lists none under a heading “Action items”. `/action TITLE` files one.",
    },
  ]);
});
