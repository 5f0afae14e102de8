import { LRUCache } from "lru-cache";
import { keyText, type IncidentKey } from "../incident/key.ts";

/** What this process remembers of one issue, to save requests; losing it costs a request and nothing else. */
export interface Remembered {
  /** Node id of the status comment. */
  statusId: string | null;
  pinned: boolean;
  /** GitHub refused the status comment the last time. */
  statusRefused: boolean;
  /** Keys of comments that GitHub said it took: it may not show them at once. */
  readonly posted: Set<string>;
  /** What GitHub refused once: another look, which reads anew, may see why and do better. */
  readonly doubted: Set<string>;
  /** What GitHub refused for good, and what it said: not tried again by this process while nothing else changes. */
  readonly refused: Map<string, string>;
  /** Nobody but people may comment. */
  locked: boolean;
}

/** What this process remembers of incidents and of repositories. */
export interface Memory {
  of(key: IncidentKey): Remembered;
  /** The issue is an incident: later deliveries about it are looked at whatever they say. */
  addIncident(key: IncidentKey): void;
  isIncident(key: IncidentKey): boolean;
  /** The declaring labels of a repository, once its policy was read. */
  setLabels(owner: string, repo: string, labels: readonly string[]): void;
  labelsOf(owner: string, repo: string): readonly string[] | null;
}

const INCIDENTS = 10_000;
const REPOSITORIES = 10_000;

const repositoryText = (owner: string, repo: string): string => `${owner}/${repo}`.toLowerCase();

/** An empty memory; the oldest of very many incidents are forgotten first. */
export function createMemory(): Memory {
  const issues = new LRUCache<string, Remembered>({ max: INCIDENTS });
  const incidents = new LRUCache<string, true>({ max: INCIDENTS });
  const labels = new LRUCache<string, readonly string[]>({ max: REPOSITORIES });
  return {
    of: (key) => {
      const place = keyText(key);
      const known = issues.get(place) ?? {
        statusId: null,
        pinned: false,
        statusRefused: false,
        posted: new Set<string>(),
        doubted: new Set<string>(),
        refused: new Map<string, string>(),
        locked: false,
      };
      issues.set(place, known);
      return known;
    },
    addIncident: (key) => void incidents.set(keyText(key), true),
    isIncident: (key) => incidents.has(keyText(key)),
    setLabels: (owner, repo, names) => void labels.set(repositoryText(owner, repo), names),
    labelsOf: (owner, repo) => labels.get(repositoryText(owner, repo)) ?? null,
  };
}
