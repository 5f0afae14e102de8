/** Where a policy stands in its repository. */
export const POLICY_PATH = ".github/sitrep.yml";

/** A policy file that is broken, and what serves meanwhile. Its texts may quote the file. */
export interface PolicyTrouble {
  /** The repository in which it stands, `owner/name`: the incident's own, or the owner's `.github`. */
  readonly repository: string;
  /** Git's id of this text: another text is another version. */
  readonly version: string;
  /** The newest version without a mistake, or where there is none, the preset. */
  readonly serves: "earlier" | "preset";
  /** In the order of the file, never empty; lines and columns from 1. */
  readonly problems: readonly {
    readonly line: number;
    readonly column: number;
    readonly problem: string;
    readonly mend: string;
  }[];
}
