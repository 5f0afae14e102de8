/**
 * Writes `src/sandbox/github/shapes/`: the shapes (without prose) of the parts of GitHub's API that are used.
 * Made from @octokit/openapi 23.0.2 and @octokit/graphql-schema 15.26.1.
 *
 * The first is 385 MB and therefore no dependency. Install it elsewhere and pass its folder:
 *
 *     npm install --prefix /tmp/shapes @octokit/openapi@23.0.2
 *     npm exec -- node scripts/generate-github-shapes.ts /tmp/shapes/node_modules/@octokit/openapi
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { toOpenapiSubset } from "./github-shapes/openapi-subset.ts";
import { toSchemaSubset } from "./github-shapes/schema-subset.ts";

const PINNED = "23.0.2";
const shapes = new URL("../src/sandbox/github/shapes/", import.meta.url);
const sdl = new URL("../node_modules/@octokit/graphql-schema/schema.graphql", import.meta.url);

writeFileSync(new URL("schema.graphql", shapes), toSchemaSubset(readFileSync(sdl, "utf8")));

const folder = process.argv[2];
if (folder === undefined || !existsSync(folder)) {
  console.error("schema.graphql is written. For openapi.json pass the folder of @octokit/openapi.");
  process.exit(1);
}
const { version } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8")) as {
  version: string;
};
if (version !== PINNED)
  throw new Error(`@octokit/openapi is ${version}, the pinned version is ${PINNED}`);
const document = JSON.parse(readFileSync(`${folder}/generated/api.github.com.json`, "utf8")) as {};
const lines = JSON.stringify(toOpenapiSubset(document), null, 0);
writeFileSync(new URL("openapi.json", shapes), `${lines}\n`);
