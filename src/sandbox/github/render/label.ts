import type { Label } from "../world/records.ts";
import { repositoryUrl } from "./repository.ts";

/** A label as REST and webhooks show it. */
export function renderLabel(origin: string, label: Label) {
  return {
    id: label.id,
    node_id: label.nodeId,
    url: `${repositoryUrl(origin, label.repository)}/labels/${encodeURIComponent(label.name)}`,
    name: label.name,
    color: label.color,
    default: false,
    description: label.description,
  };
}
