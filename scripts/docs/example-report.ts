import { renderReport } from "../../src/messages/index.ts";
import { toReportFacts } from "../../src/report/index.ts";
import { EXAMPLE_POLICY, exampleSources } from "./example-incident.ts";

/** The draft of a report, as Sitrep writes it of the example's incident when that is over. */
export const exampleReport = (): string =>
  renderReport(toReportFacts(exampleSources()), EXAMPLE_POLICY, {
    server: "https://github.com",
    template: null,
  }).markdown;
