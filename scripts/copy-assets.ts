import { cpSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

// What the compiler leaves behind: every file under src/ that is neither code to compile nor a README goes beside the built code.
const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const isAsset = (path: string): boolean => !/\.ts$|\/README\.md$/.test(path);

cpSync(at("src"), at("dist"), {
  recursive: true,
  filter: (path) => statSync(path).isDirectory() || isAsset(path),
});
