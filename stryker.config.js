/**
 * Mutation testing of the pure rooms, outside CI: `npm run test:mutation`, explained in docs/quality.md.
 *
 * @type {import("@stryker-mutator/api/core").PartialStrykerOptions}
 */
export default {
  mutate: ["src/{commands,decide,incident,reminders}/**/*.ts"],
  plugins: [
    "./scripts/mutation/runner.js",
    "./scripts/mutation/rooms-reporter.js",
    "./scripts/mutation/unseen.js",
  ],
  // What the compiler shows to be out of reach, and the words of errors for the log: docs/quality.md.
  ignorers: ["unseen"],
  testRunner: "rooms",
  testRunnerNodeArgs: ["--disable-warning=ExperimentalWarning"],
  coverageAnalysis: "perTest",
  // Stryker would have TypeScript rewrite the tsconfig, which TypeScript 7 has no API for; type stripping needs none.
  tsconfigFile: "none",
  // Far more than a mutant needs on a machine that has nothing else to do: one that is slow for want of CPU is not seen.
  timeoutMS: 20_000,
  timeoutFactor: 3,
  concurrency: 2,
  cleanTempDir: "always",
  maxTestRunnerReuse: 200,
  ignorePatterns: [
    "/bench",
    "/docs",
    "/dist",
    "/reports",
    "/templates",
    "/test/browser",
    "/test/e2e",
    ".git*",
  ],
  reporters: ["clear-text", "json", "html", "progress-append-only", "rooms"],
  clearTextReporter: {
    logTests: false,
    reportMutants: false,
    reportTests: false,
    allowEmojis: false,
  },
  jsonReporter: { fileName: "reports/mutation/mutation.json" },
  htmlReporter: { fileName: "reports/mutation/mutation.html" },
  // Mutants that act while modules are loaded are the larger part of the time, and worth it: the regular expressions are there.
  warnings: { slow: false },
  thresholds: { high: 90, low: 85, break: 85 },
};
