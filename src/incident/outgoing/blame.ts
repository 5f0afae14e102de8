import { type Span, spansOf } from "./finding.ts";

const SOMEBODY =
  "(?:he|she|they|you|we|I|someone|somebody|an?y?one|nobody|(?:the|our|your|an?|one of (?:our|your|the)) (?:\\p{L}{1,20} ){0,2}(?:person|user|engineer|admin(?:istrator)?|developer|operator|colleague|team|intern|student|instructor|staff|contractor|vendor|provider|customer)s?)";
const DID =
  "(?:broke|messed up|screwed up|crashed|botched|ruined|deleted|took down|misconfigured|forgot|neglected|ignored|overlooked|failed to|caused)";

// Things that break without anybody: a capital letter at the beginning of a sentence makes no person.
const THINGS =
  "(?:The|An?|Our|Your|Its|No|When|Then|Later|Also|First|Today|Yesterday|It|This|That|These|Those|Something|Nothing|Everything|Anything|What|Which|Who|All|Some|Both|Storage|Disks?|Nodes?|Servers?|Hubs?|Jupyter\\p{L}{0,10}|Kubernetes|Docker|Github|Gitlab|Slack|Google|Azure|Aws|Logins?|Access|Dns|Networks?|Networking|Connections?|Sessions?|Kernels?|Clusters?|Databases?|Notebooks?|Images?|Builds?|Updates?|Upgrades?)";

const PATTERNS: readonly RegExp[] = [
  /(?<!\p{L})(?:human|operator|user|pilot|staff|admin(?:istrator)?)[ -](?:error|mistake)s?(?!\p{L})/giu,
  /(?<!\p{L})(?:(?:your|his|her|their|our|my|whose|somebody['’]s|someone['’]s|\p{Lu}\p{L}{1,30}['’]s) (?:own )?(?:fault|mistake|error|blunder|negligence|carelessness))(?!\p{L})/gu,
  /(?<!\p{L})(?:at fault|fault of|mistake of|to blame|blam(?:e[ds]?|ing)|culprits?|guilty|responsible for (?:the|this|that) (?:outage|incident|failure|problem|mess))(?!\p{L})/giu,
  /(?<!\p{L})(?:careless(?:ly|ness)?|sloppy|sloppiness|negligen(?:t|ce|tly)|incompeten(?:t|ce)|stupid(?:ly|ity)?|lazy|laziness|idiots?|dumb|reckless(?:ly)?|irresponsibl[ey]|amateurish)(?!\p{L})/giu,
  // What was not done, said by those who know it now; not what people can expect to see.
  /(?<!\p{L})should(?: not|n['’]t| never) (?:have|['’]ve|of)(?!\p{L})/giu,
  /(?<!\p{L})should(?:['’]ve| have| of) (?:(?:first|also|at least|really|simply|just) )?(?:known|checked|caught|seen|tested|told|noticed|done|reviewed|asked|read|thought|prevented|foreseen|warned|planned|backed up|paid|kept|made|taken|been (?:more |better )?(?:careful|tested|checked|caught|reviewed|noticed|prevented|avoided|trained|known|foreseen))(?!\p{L})/giu,
  /(?<!\p{L})could(?: easily)? have been (?:avoided|prevented|caught)(?!\p{L})/giu,
  new RegExp(`(?<!\\p{L})${SOMEBODY} (?:\\p{L}{1,15}ly |had |has |have )?${DID}(?!\\p{L})`, "giu"),
  new RegExp(
    `(?<!(?:[Tt]he|[Aa]n?|[Oo]ur|[Yy]our|[Tt]his|[Tt]hat|[Ii]ts) )(?<![\\p{L}@/-])(?!${THINGS} )(?:@[\\w-]{1,39}|\\p{Lu}\\p{Ll}{1,30}(?: \\p{Lu}\\p{Ll}{1,30})?) (?:broke|messed up|screwed up|botched|ruined|deleted|took down|misconfigured|forgot|neglected|overlooked)(?!\\p{L})`,
    "gu",
  ),
];

/** Words that say whose fault it was. */
export const findBlame = (text: string): readonly Span[] =>
  PATTERNS.flatMap((pattern) => spansOf(text, pattern));
