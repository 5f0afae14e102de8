import { describe } from "@jest/globals";
import { wantedReport } from "../../src/incident/report.ts";
import { after } from "../support/incident.ts";
import { testCommand } from "./cases.ts";

const url = "https://github.com/acme/hubs/pull/7";
const reported = (stage: "draft" | "published" | "withdrawn") => ({
  report: { ...wantedReport(after(5)), stage, url },
});

describe("/report", () => {
  testCommand([
    {
      it: "asks for the draft, before it is resolved too",
      comment: "/report",
      gives: [{ kind: "want-report" }],
    },
    {
      it: "brings the facts of a draft up to date",
      before: reported("draft"),
      comment: "/draft",
      gives: [{ kind: "want-report" }],
    },
    {
      it: "leaves a published one to people",
      before: reported("published"),
      comment: "/report",
      gives: `The Incident Report is published: ${url}. From here on people edit it.`,
    },
    {
      it: "says where a closed one is",
      before: reported("withdrawn"),
      comment: "/report",
      gives: `Its pull request was closed: ${url}. Reopen it there, and Sitrep goes on with it.`,
    },
  ]);
});
