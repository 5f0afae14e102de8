import { INSTRUMENTER_CONSTANTS } from "@stryker-mutator/api/core";
import { declareClassPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
} from "@stryker-mutator/api/test-runner";
import * as fc from "fast-check";
import { join, relative } from "node:path";
import { importFresh, loadByGenerations, startGeneration } from "./load-fresh.js";
import { collect } from "./globals.js";
import { sourceFiles, testFiles } from "./test-files.js";

// The same random cases for every mutant, fewer than in `npm test`, and no search for the smallest one.
fc.configureGlobal({ seed: 20_260_306, numRuns: 25, endOnFailure: true });
process.env["FC_RUNS"] ??= "25";

// Code that carries thousands of mutants is slow: the limits of time that tests set are not for it, and tests of speed alone
// are left out.
const OF_SPEED = /65,536 characters|: is quick/;
const clock = performance.now.bind(performance);
performance.now = () => 0;

// How often a mutant is met until it counts as endless: Stryker's limit is a hundred times as often as without it, which takes
// minutes where the tests are many.
const toHitLimit = (limit) =>
  limit === undefined ? undefined : Math.min(limit, Math.max(limit / 20, 200_000));

const DEFINING = "(tests are defined)";

/**
 * Runs the unit tests of the pure rooms within Stryker's own process: they need nothing that Jest gives but its `expect`, and
 * Jest needs a hundred times as long to start as most of them to run.
 */
class RoomsTestRunner {
  #stryker = (globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {});
  #root = process.cwd();
  /** Tests by id, of modules that were loaded without a mutant. */
  #tests = null;
  /** How long tests took last, in ms, by id: the quick ones run first. */
  #took = new Map();

  capabilities() {
    return { reloadEnvironment: true };
  }

  init() {
    loadByGenerations(this.#root);
  }

  async dryRun() {
    const stryker = this.#stryker;
    startGeneration();
    await Promise.all(sourceFiles(this.#root).map(importFresh));
    // What tests compute while they are defined belongs to them: it makes no mutant one that acts while modules are loaded.
    stryker.currentTestId = DEFINING;
    this.#tests = await this.#define(testFiles(join(this.#root, "test"), null));
    const tests = await this.#run([...this.#tests.values()], true);
    const { perTest, ...coverage } = stryker.mutantCoverage;
    const { [DEFINING]: _, ...byTest } = perTest;
    const mutantCoverage = { ...coverage, perTest: byTest };
    return { status: DryRunStatus.Complete, tests, mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, sandboxFileName, mutantActivation, ...options }) {
    const stryker = this.#stryker;
    stryker.activeMutant = undefined;
    stryker.hitLimit = toHitLimit(options.hitLimit);
    stryker.hitCount = options.hitLimit === undefined ? undefined : 0;
    try {
      const isLoaded = mutantActivation === "runtime";
      if (isLoaded) this.#tests ??= await this.#load();
      stryker.activeMutant = activeMutant.id;
      const tests = isLoaded
        ? await this.#run(this.#wanted(testFilter), options.disableBail)
        : await this.#runAnew(
            relative(join(this.#root, "src"), sandboxFileName),
            options.disableBail,
          );
      const late = determineHitLimitReached(stryker.hitCount, stryker.hitLimit);
      return toMutantRunResult(late ?? { status: DryRunStatus.Complete, tests });
    } catch (error) {
      return toMutantRunResult({ status: DryRunStatus.Error, errorMessage: String(error) });
    } finally {
      stryker.activeMutant = undefined;
    }
  }

  /** The tests by id, of modules that are loaded now. */
  async #load() {
    startGeneration();
    return this.#define(testFiles(join(this.#root, "test"), null));
  }

  #wanted(filter) {
    return filter?.map((id) => this.#tests.get(id)) ?? [...this.#tests.values()];
  }

  /** Runs the tests that may see a mutant in the file `source`, with modules that are loaded with it, one file of tests after the other. */
  async #runAnew(source, all) {
    startGeneration();
    const results = [];
    for (const file of testFiles(join(this.#root, "test"), source)) {
      // oxlint-disable-next-line no-await-in-loop -- most mutants are seen by the first file: the others need not be loaded
      const tests = await this.#define([file]);
      // oxlint-disable-next-line no-await-in-loop -- as above
      results.push(...(await this.#run([...tests.values()], all)));
      if (!all && results.at(-1)?.status === TestStatus.Failed) break;
    }
    return results;
  }

  async #define(files) {
    const folder = join(this.#root, "test");
    const tests = new Map();
    for (const file of files) {
      // oxlint-disable-next-line no-await-in-loop -- the tests of one file after the other
      const found = await collect(() => importFresh(join(folder, file)));
      for (const { name, run } of found) {
        const title = `${file}: ${name}`;
        if (OF_SPEED.test(title)) continue;
        const id = tests.has(title) ? `${title} #${tests.size}` : title;
        tests.set(id, { id, file: join(folder, file), run });
      }
    }
    return tests;
  }

  /** Runs tests one after the other, the quickest first, up to the first that fails unless `all` are wanted. */
  async #run(tests, all) {
    const took = (test) => this.#took.get(test.id) ?? 0;
    const results = [];
    for (const test of tests.toSorted((one, other) => took(one) - took(other))) {
      // oxlint-disable-next-line no-await-in-loop -- one at a time: coverage is by test
      const result = await this.#runOne(test);
      results.push(result);
      if (result.status === TestStatus.Failed && !all) break;
    }
    return results;
  }

  async #runOne({ id, file, run }) {
    const start = clock();
    let failure = null;
    this.#stryker.currentTestId = id;
    try {
      await run();
    } catch (error) {
      failure = String(error?.message ?? error);
    }
    this.#stryker.currentTestId = undefined;
    const timeSpentMs = clock() - start;
    if (failure === null) this.#took.set(id, timeSpentMs);
    const about = { id, name: id, timeSpentMs, fileName: file };
    return failure === null
      ? { ...about, status: TestStatus.Success }
      : { ...about, status: TestStatus.Failed, failureMessage: failure };
  }
}

/** What Stryker loads (stryker.config.js): the test runner `rooms`. */
export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, "rooms", RoomsTestRunner)];
