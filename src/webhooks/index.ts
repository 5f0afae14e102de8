export { createApp, type AppOptions } from "./app.ts";
export type { DeliveryOutcome } from "./delivery-intake.ts";
export { deliveryKey, type KnownIncidents } from "./delivery-key.ts";
export { createProbotReceiver } from "./probot-receiver.ts";
export type { ReadyCheck, ReadyReport } from "./readiness.ts";
export type { Delivery, Receiver } from "./receiver.ts";
export { createWebhookServer, type WebhookServer, type WebhookServerOptions } from "./server.ts";
