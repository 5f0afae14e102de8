export { renderHead, renderTell } from "./render-chat.ts";
export { render, type RenderOptions } from "./render.ts";
export { type DebtView, renderDebt } from "./render-debt.ts";
export { type DeadlineWords, renderDeadline } from "./render-deadline.ts";
export { type PolicyFindings, renderPolicyCheck } from "./render-policy-check.ts";
export { isNote, renderTicket } from "./render-ticket.ts";
export { renderReport, type RenderedReport, type ReportOptions } from "./render-report.ts";
export { renderReportCheck } from "./render-report-check.ts";
export { renderStatus, STATUS_LIMIT } from "./render-status.ts";
