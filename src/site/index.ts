export { buildSite } from "./build-site.ts";
export type { SiteData } from "./site-data.ts";
