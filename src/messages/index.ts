export { render, type RenderOptions } from "./render.ts";
export { renderStatus, STATUS_LIMIT } from "./render-status.ts";
