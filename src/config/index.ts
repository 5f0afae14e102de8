export { checkPolicy, type PolicyCheck } from "./check-policy.ts";
export { comparePolicies, type PolicyChange } from "./compare-policies.ts";
export { toEnvironment, type Environment } from "./environment.ts";
export { judgePolicy, type PolicyVerdict } from "./judge-policy.ts";
export { findNewestGood, type GoodPolicy } from "./newest-good.ts";
export { isServed } from "./owners-setting.ts";
export { policyFields, policyFile } from "./policy.ts";
export type { PolicyProblem } from "./policy-problem.ts";
export { DEFAULT_PRESET, PRESETS } from "./presets.ts";
export { readPolicy, type ReadPolicy } from "./read-policy.ts";
export { toRegionProblem } from "./region-problem.ts";
export {
  readSettings,
  type ReadSettings,
  type ServiceSettings,
  type Settings,
} from "./settings.ts";
export type { SandboxSettings } from "./sandbox-settings.ts";
export type { FreshdeskSettings } from "./freshdesk-settings.ts";
export type { SlackSettings } from "./slack-settings.ts";
export { toServer } from "./to-server.ts";
export {
  readSiteSettings,
  type ReadSiteSettings,
  type SiteRequest,
  type SiteSettings,
} from "./site-settings.ts";
export { SETTINGS_TABLE, type SettingRow } from "./settings-table.ts";
