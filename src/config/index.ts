export { toEnvironment, type Environment } from "./environment.ts";
export { policyFile } from "./policy.ts";
export type { PolicyProblem } from "./policy-problem.ts";
export { DEFAULT_PRESET, PRESETS } from "./presets.ts";
export { readPolicy, type ReadPolicy } from "./read-policy.ts";
export {
  readSettings,
  type ReadSettings,
  type ServiceSettings,
  type Settings,
} from "./settings.ts";
export { SETTINGS_TABLE, type SettingRow } from "./settings-table.ts";
