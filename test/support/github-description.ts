import type { EmbeddedGitHub } from "../../src/sandbox/github/index.ts";
export function expectLegalTraffic(_github: EmbeddedGitHub): void {}
