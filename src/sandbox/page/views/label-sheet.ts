import type { PageModel } from "../page-model.ts";
import { colorOf } from "./label.ts";
import { toDarkColors, toLightColors } from "./label-colors.ts";

function rule(color: string): string {
  const [light, dark] = [toLightColors(color), toDarkColors(color)];
  const one = (part: keyof typeof light): string =>
    `--label-${part}:light-dark(${light[part]},${dark[part]})`;
  return `.label-${color}{${one("ground")};${one("text")};${one("edge")}}`;
}

/** The style sheet that gives the repository's labels their colours, light and dark. */
export function renderLabelSheet(labels: PageModel["labels"]): string {
  const colors = new Set(["ededed", ...labels.map(({ name }) => colorOf(name, labels))]);
  return [...colors].toSorted().map(rule).join("\n");
}
