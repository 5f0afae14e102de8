import type { Snapshot } from "../../../incident/snapshot.ts";

/** What is asked for of each kind in one request: a thread that names more has more than any report tells. */
const MOST_NAMED = 40;
const MOST_REPOSITORIES = 5;
const MOST_ELSEWHERE = 20;

/** Pull requests by number, and commits by their ids or the beginning of them, of one repository. */
export interface Named {
  readonly numbers: readonly number[];
  readonly commits: readonly string[];
}

/** What a thread names of its own repository, and of others of the same owner. */
export interface NamedThings extends Named {
  readonly elsewhere: readonly (Named & { readonly owner: string; readonly repo: string })[];
}

const REPO = String.raw`[\w-]{1,39}\/[\w.-]{1,100}`;
const NUMBER = /(?<![\w/#-])#(\d{1,9})(?!\w)/g;
const FAR_NUMBER = new RegExp(String.raw`(?<![\w/.-])(${REPO})#(\d{1,9})(?!\w)`, "g");
const FAR_COMMIT = new RegExp(String.raw`(?<![\w/.-])(${REPO})@([\da-f]{7,40})(?!\w)`, "g");
// Parts of what is named otherwise, such as identifiers with dashes, are none.
const COMMIT = /(?<![\w#@.-])[\da-f]{7,40}(?![\w-])/g;
const ADDRESS = new RegExp(
  String.raw`^(${REPO})\/(?:pull\/(\d{1,9})|commit\/([\da-f]{7,40}))(?!\w)`,
);

interface One {
  /** `owner/repo`; null: the thread's own. */
  readonly where: string | null;
  readonly number: number | null;
  readonly commit: string | null;
}

/** The addresses of pull requests and commits on this GitHub. */
function addressesIn(text: string, server: string): readonly One[] {
  return text.split(/[\s<>()[\]"'`]+/).flatMap((word): readonly One[] => {
    if (!word.startsWith(`${server}/`)) return [];
    const [, where, number, commit] = ADDRESS.exec(word.slice(server.length + 1)) ?? [];
    if (where === undefined) return [];
    return [
      { where, number: number === undefined ? null : Number(number), commit: commit ?? null },
    ];
  });
}

function namesIn(text: string, server: string): readonly One[] {
  const find = (pattern: RegExp, to: (found: readonly string[]) => One): readonly One[] =>
    [...text.matchAll(pattern)].map((found) => to(found.map((part) => part ?? "")));
  return [
    ...addressesIn(text, server),
    ...find(FAR_NUMBER, ([, where = "", one]) => ({ where, number: Number(one), commit: null })),
    ...find(FAR_COMMIT, ([, where = "", commit = ""]) => ({ where, number: null, commit })),
    ...find(NUMBER, ([, one]) => ({ where: null, number: Number(one), commit: null })),
    ...find(COMMIT, ([commit = ""]) => ({ where: null, number: null, commit })),
  ];
}

// A word of digits alone is mostly a date or a size.
const isLikely = (commit: string): boolean => /[a-f]/.test(commit);

function toNamed(all: readonly One[], most: number): Named {
  const numbers = all.flatMap(({ number }) => (number === null || number === 0 ? [] : [number]));
  const commits = [...new Set(all.flatMap(({ commit }) => commit ?? []))];
  const ordered = [...commits.filter(isLikely), ...commits.filter((one) => !isLikely(one))];
  return { numbers: [...new Set(numbers)].slice(0, most), commits: ordered.slice(0, most) };
}

/** What the texts of a thread name: pull requests (`#12`, `owner/repo#12`, addresses) and commits (whole or short ids, addresses). */
export function namedIn({ body, events, key, url }: Snapshot): NamedThings {
  const texts = [
    body,
    ...events.flatMap((event) => (event.kind === "comment" ? [event.text] : [])),
  ];
  const here = `${key.owner}/${key.repo}`.toLowerCase();
  const server = URL.parse(url)?.origin ?? "https://github.com";
  const all = texts.flatMap((text) => namesIn(text, server));
  const isHere = ({ where }: One): boolean => where === null || where.toLowerCase() === here;
  const own = all.filter((one) => isHere(one) && one.number !== key.number);
  const far = all.filter(
    (one) => !isHere(one) && one.where?.toLowerCase().startsWith(`${key.owner}/`.toLowerCase()),
  );
  const groups = [...Map.groupBy(far, ({ where }) => where?.toLowerCase() ?? "")];
  return {
    ...toNamed(own, MOST_NAMED),
    elsewhere: groups.slice(0, MOST_REPOSITORIES).map(([where, ones]) => {
      const [owner = "", repo = ""] = where.split("/");
      return { owner, repo, ...toNamed(ones, MOST_ELSEWHERE) };
    }),
  };
}
