import { LRUCache } from "lru-cache";
import type { Earlier } from "../decide/index.ts";
import type { Instant } from "../incident/instant.ts";
import { createDebtMemory, type DebtMemory } from "./debt-memory.ts";
import type { Setback, Trouble } from "./trouble.ts";
import type { Policy } from "../incident/policy.ts";
import { keyText, type IncidentKey, type RepositoryKey } from "../incident/key.ts";

/** Something that GitHub refused to do for Sitrep. */
export interface Refused {
  readonly why: string;
  /** Not tried again before. */
  readonly retryAt: Instant;
}

/** What this process remembers of an incident's report. */
export interface ReportMemory {
  /** What its facts were gathered from the last time, as text that can be compared. */
  facts: string | null;
  /** The state of it that was checked last. */
  checked: string | null;
  /** Logins of those whom this process asked for a review. */
  readonly asked: Set<string>;
  /** Why it cannot be where the policy wants it. */
  barred: string | null;
  /** The file that was made for it. */
  path: string | null;
  /** When it was made: GitHub may not show it at once. */
  createdAt: Instant | null;
  trouble: Setback | null;
}

/** What this process remembers of one issue, to save requests; losing it costs a request and nothing else. */
export interface Remembered {
  /** Node id of the status comment. */
  statusId: string | null;
  pinned: boolean;
  /** GitHub refused the status comment the last time. */
  statusRefused: boolean;
  /** Keys of comments that GitHub said it took: it may not show them at once. */
  readonly posted: Set<string>;
  /** Titles of action items that GitHub said it made: it may not show them at once. */
  readonly filed: Set<string>;
  /** Node ids of comments that Sitrep hid: a person who shows one again is not contradicted. */
  readonly hidden: Set<string>;
  /** What GitHub refused once: another look, which reads anew, may see why and do better. */
  readonly doubted: Set<string>;
  /** What GitHub refused for good, and what it said: tried again now and then, since rights come back. */
  readonly refused: Map<string, Refused>;
  /** Nobody but people may comment. */
  locked: boolean;
  /** Places outside of GitHub that could not be told the last time. */
  troubles: readonly Trouble[];
  /** When the tickets were last looked through for an answer, and for how long they are left alone at least; null: not yet. */
  asked: { readonly at: Instant; readonly pauseMs: number } | null;
  readonly report: ReportMemory;
  /** Earlier incidents, as long as they are of use; null: they were not read. */
  earlier: readonly Earlier[] | null;
  /** Why they could not be read the last time. */
  earlierTrouble: Setback | null;
}

/** What this process remembers of incidents and of repositories. */
export interface Memory {
  of(key: IncidentKey): Remembered;
  /** What is remembered of the reports that are owed in the repository. */
  debtOf(key: RepositoryKey): DebtMemory;
  /** The issue is an incident: later deliveries about it are looked at whatever they say. */
  addIncident(key: IncidentKey, isOpen: boolean): void;
  isIncident(key: IncidentKey): boolean;
  /** Incidents whose issue was open when it was last looked at; `repo` null: of all repositories of the owner. */
  openIncidentsOf(owner: string, repo: string | null): readonly IncidentKey[];
  /** Keeps which labels tell an incident in a repository, once its policy was read: those that declare one, and the phases'. */
  setLabels(place: Place, policy: Pick<Policy, "labels" | "phases">): void;
  labelsOf(owner: string, repo: string): readonly string[] | null;
}

type Place = Pick<IncidentKey, "owner" | "repo">;

interface KnownIncident {
  readonly key: IncidentKey;
  readonly isOpen: boolean;
}

const INCIDENTS = 10_000;
const REPOSITORIES = 10_000;

const repositoryText = (owner: string, repo: string): string => `${owner}/${repo}`.toLowerCase();

/** An empty memory; the oldest of very many incidents are forgotten first. */
export function createMemory(): Memory {
  const issues = new LRUCache<string, Remembered>({ max: INCIDENTS });
  const incidents = new LRUCache<string, KnownIncident>({ max: INCIDENTS });
  const labels = new LRUCache<string, readonly string[]>({ max: REPOSITORIES });
  const debts = new LRUCache<string, DebtMemory>({ max: REPOSITORIES });
  return {
    of: (key) => {
      const place = keyText(key);
      const known = issues.get(place) ?? {
        statusId: null,
        pinned: false,
        statusRefused: false,
        posted: new Set<string>(),
        filed: new Set<string>(),
        hidden: new Set<string>(),
        doubted: new Set<string>(),
        refused: new Map<string, Refused>(),
        locked: false,
        troubles: [],
        backlog: null,
        asked: null,
        report: {
          facts: null,
          checked: null,
          asked: new Set(),
          barred: null,
          path: null,
          createdAt: null,
          trouble: null,
        },
        earlier: null,
        earlierTrouble: null,
      };
      issues.set(place, known);
      return known;
    },
    debtOf: (key) => {
      const known = debts.get(keyText(key)) ?? createDebtMemory();
      debts.set(keyText(key), known);
      return known;
    },
    addIncident: (key, isOpen) => void incidents.set(keyText(key), { key, isOpen }),
    isIncident: (key) => incidents.has(keyText(key)),
    openIncidentsOf: (owner, repo) =>
      [...incidents.values()].flatMap(({ key, isOpen }) => {
        const place = repositoryText(key.owner, repo === null ? "" : key.repo);
        return isOpen && place === repositoryText(owner, repo ?? "") ? [key] : [];
      }),
    setLabels: ({ owner, repo }, policy) => {
      const names = [...policy.labels, ...Object.values(policy.phases)];
      labels.set(repositoryText(owner, repo), names);
    },
    labelsOf: (owner, repo) => labels.get(repositoryText(owner, repo)) ?? null,
  };
}
