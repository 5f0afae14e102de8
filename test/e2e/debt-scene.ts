import type { IssueView } from "../../src/sandbox/github/index.ts";
import { REPO, type Scene } from "./scene.ts";

/** The issues with the list of owed reports, which there should be one of at most. */
export const debts = (scene: Scene): readonly IssueView[] =>
  scene.github.world.issues(REPO).filter(({ title }) => title === "Incident reports that are owed");

/** The only one. Throws where there is none, or more than one. */
export function theDebt(scene: Scene): IssueView {
  const [debt, ...others] = debts(scene);
  if (debt === undefined || others.length > 0) throw new Error("there is no single debt issue");
  return debt;
}

/** Its rows as people read them: links as their words, no zero-width signs, cells between bars. */
export const rows = (scene: Scene): readonly string[] =>
  theDebt(scene)
    .body.split("\n")
    .filter((line) => line.startsWith("| ") && !/^\| (?:---|Incident \|)/.test(line))
    .map((line) =>
      line
        .replaceAll(/\[((?:[^\]\\]|\\.)+)\]\([^)]*\)/g, "$1")
        .replaceAll("\u200B", "")
        .replaceAll("\\#", "#"),
    );
