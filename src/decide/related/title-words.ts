const SHORTEST = 3;
const LONGEST_TITLE = 300;

/** The form in which words are compared: `nodes` is `node`. */
const toStem = (word: string): string =>
  word.length > SHORTEST && /[^s]s$/.test(word) ? word.slice(0, -1) : word;

/**
 * Words that say nothing of which incident it is: English words without a meaning of their own, what every title of an incident says,
 * and what every incident is about. In the form that {@link toStem} gives.
 */
const SILENT = new Set(
  (
    "the and for with from into onto that this these those are was were been being have has had can could may might " +
    "will would should shall does did done its our their they them there then than not non but all any some many most " +
    "more much few lot every everyone everybody nobody several other another same too also very just only still yet when " +
    "while after before since until during again due via per about over under out off onto what which who why how where " +
    "new old first last next now today yesterday morning night week day hour minute time " +
    "incident outage report postmortem post mortem after-action urgent solved resolved fixed closed mitigated type sev " +
    "severity priority critical major minor high low " +
    "down fail failed failing failure error erroring issue problem trouble bug broke broken breaking slow slowly slowness " +
    "stuck hang hanging hung crash crashed crashing unable cannot cant dont wont isnt doesnt unavailable unreachable " +
    "offline degraded intermittent start started starting stop stopped stopping see seeing get getting use using used " +
    "work worked working load loading open opening try trying " +
    "user people person team community hub server service site cluster system page app application instance"
  )
    .split(" ")
    .map((word) => toStem(word)),
);

const toPlain = (title: string): string =>
  title
    .slice(0, LONGEST_TITLE)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/['’]/g, "")
    .toLowerCase();

/**
 * The words of a title that may tell what it is about, in the order of the title: as they are compared, with the form that is shown.
 * Case, accents, punctuation and prefixes such as `[Incident]` make no difference; numbers are no words.
 */
export function toTitleWords(title: string): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const word of toPlain(title).split(/[^\p{L}\p{N}]+/u)) {
    const stem = toStem(word);
    const isTelling = word.length >= SHORTEST && !/^\d+s?$/.test(word) && !SILENT.has(stem);
    if (isTelling && !words.has(stem)) words.set(stem, word);
  }
  return words;
}
