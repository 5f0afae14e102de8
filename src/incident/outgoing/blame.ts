import { type Span, spansOf } from "./finding.ts";

/** What kind of blame it is; each is said otherwise. */
export const BLAME_KINDS = ["human-error", "fault", "character", "hindsight", "deed"] as const;

/** One of {@link BLAME_KINDS}. */
export type BlameKind = (typeof BLAME_KINDS)[number];

/** Words that say whose fault it was. */
export interface BlameSpan extends Span {
  readonly kind: BlameKind;
}

// Latin letters: the words are English, and the classes of all scripts cost a second when they are compiled.
const LETTER = "[A-Za-zÀ-ÖØ-öø-ɏ]";
const START = "(?<![\\wÀ-ÖØ-öø-ɏ])";
const END = "(?![\\wÀ-ÖØ-öø-ɏ])";

const JOB =
  "(?:person|people|user|engineer|admin(?:istrator)?|developer|dev|operator|colleague|team|intern|student|instructor|professor|staff|contractor|vendor|provider|customer|commander|responder|liaison|steward|manager|lead|on-call|owner|author|hire|dba|sre|reviewer|maintainer|volunteer|member|employee|expert|triager|representative)s?(?: (?:on|off) (?:call|duty))?";
const OF_TEAM = "(?:the|our|your|their|an?|another|one of (?:our|your|the)|some)";
const SOMEBODY = `(?:he|she|they|you|we|I|someone|somebody|an?y?one|nobody|no one|whoever(?: ${LETTER}{1,20}){0,4}|${OF_TEAM} (?:[A-Za-zÀ-ÖØ-öø-ɏ\\d'’-]{1,20} ){0,3}${JOB})`;
// Without those who write the report: what they say of themselves in these words is a plain fact.
const OTHERS = `(?:he|she|you|someone|somebody|whoever(?: ${LETTER}{1,20}){0,4}|${OF_TEAM} (?:[A-Za-zÀ-ÖØ-öø-ɏ\\d'’-]{1,20} ){0,3}${JOB})`;

// Things that break without anybody: a capital letter at the beginning of a sentence makes no person.
const THINGS =
  "(?:The|An?|Our|Your|Its|No|When|Then|Later|Also|First|Today|Yesterday|It|He|She|They|We|You|This|That|These|Those|Something|Nothing|Everything|Anything|Somebody|Someone|Nobody|What|Which|Who|Whoever|All|Some|Both|One|Another|Users?|People|Storage|Disks?|Nodes?|Servers?|Hubs?|Pods?|Jupyter[a-z]{0,10}|Kubernetes|Docker|Git[Hh]ub|Git[Ll]ab|Slack|Google|Azure|Aws|Logins?|Access|Dns|Networks?|Networking|Connections?|Sessions?|Kernels?|Clusters?|Databases?|Notebooks?|Images?|Builds?|Updates?|Upgrades?|Terraform|Helm|Grafana|Prometheus|Postgres[a-z]{0,6}|Redis|Nginx|Traefik|Calico|Cilium|Dask|Binder[a-z]{0,5}|Freshdesk|Cloudflare|Certbot|Cert-manager|Ansible|Argo|Flux|Jenkins|Karpenter|Cron|Chrome|Firefox|Linux|Ubuntu|Debian|Python|Autoscal[a-z]{2,5}|Sitrep|Backups?|Deploys?|Deployments?|Quotas?|Volumes?|Certificates?|Proxies|Proxy|Traffic|Requests?|Incident|Mitigated|Resolved|Alerts?|Monitoring|Maintenance|Memory|Load|Software|Hardware|Firmware|Scripts?|Jobs?|Workflows?)";
const NAME = `(?<!(?:[Tt]he|[Aa]n?|[Oo]ur|[Yy]our|[Tt]his|[Tt]hat|[Ii]ts) )(?<![\\p{L}@/-])(?!${THINGS}(?![\\p{L}]))(?:@[\\w-]{1,39}|\\p{Lu}\\p{Ll}{1,30}(?: \\p{Lu}\\p{Ll}{1,30})?)`;

const HOW = `(?:(?:${LETTER}{1,15}ly|had|has|have|just|simply|again|also|then|never) ){0,2}`;
const BROKE =
  "(?:broke|messed (?:it |this |things )?up|screwed (?:it |this |things )?up|crashed|botched|ruined|deleted|took down|brought down|misconfigured|mistyped|forgot(?:ten)?|neglected|overlooked|wiped|mishandled|mismanaged|misread|misunderstood|misjudged|mixed (?:it |them )?up|bungled)";
const NOT_DONE =
  "(?:(?:did not|didn['’]t|had not|hadn['’]t|never) (?:even |bother(?:ed)? to |properly |actually )?(?:bother(?:ed)?|check(?:ed)?|test(?:ed)?|read|follow(?:ed)?|think|thought|pay(?: any)? attention|listen(?:ed)?|ask(?:ed)?|look(?:ed)? (?:at|into)|review(?:ed)?|verif(?:y|ied)|document(?:ed)?|tell|told|do (?:his|her|their) job))";
const BY_ACCIDENT = `(?:had |has )?(?:accidentally|mistakenly|carelessly|wrongly|incorrectly|foolishly|inadvertently) (?:had )?(?:${LETTER}{2,20}(?:ed|t|ke|de)|ran|put|did|set)`;

const WRONG_CHOICE =
  "(?:typed|pressed|clicked|chose|picked|selected|entered|used|took|ran|pushed|merged|deployed|restarted|stopped) the wrong";
const TOO_LITTLE = `(?:(?:was|were|is|are) (?:far |much |way )?too (?:slow|late|hasty|quick|inexperienced|junior|careless|busy|tired)|(?:was|were|had been) (?:told|warned|asked)(?: ${LETTER}{1,15}){0,4} (?:and|but) (?:did|said) (?:nothing|not))`;

const either = (...parts: readonly string[]): string => `(?:${parts.join("|")})`;

const PATTERNS: Readonly<Record<BlameKind, readonly RegExp[]>> = {
  "human-error": [
    new RegExp(
      `${START}(?:human|operator|user|pilot|staff|admin(?:istrator)?|engineer|people) ?-?(?:error|mistake|failure)s?${END}`,
      "giu",
    ),
    new RegExp(`${START}fat[ -]finger(?:ed|ing|s)?${END}`, "giu"),
  ],
  fault: [
    new RegExp(
      `${START}(?:(?:[Yy]our|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Mm]y|[Ww]hose|[Ss]ome(?:body|one)['’]s|(?:[Tt]he |[Oo]ur )${JOB}['’]s?|\\p{Lu}\\p{L}{1,30}['’]s) (?:own )?(?:fault|mistake|error|blunder|negligence|carelessness|oversight|incompetence|slip))${END}`,
      "gu",
    ),
    new RegExp(
      `${START}(?:at fault|faults? (?:of|lies with|was with|is with)|blame lies with|responsibility lies with|mistake of|error of judge?ment|to blame|blam(?:e[ds]?|ing)(?! ?-?(?:less|free))|culprits?|guilty of|responsible for (?:the|this|that) (?:outage|incident|failure|problem|mess)|caused by (?:him|her|them|someone|somebody|${OF_TEAM} (?:[A-Za-zÀ-ÖØ-öø-ɏ\\d-]{1,20} ){0,2}${JOB}))${END}`,
      "giu",
    ),
  ],
  character: [
    new RegExp(
      `${START}(?:careless(?:ly|ness)?|sloppy|sloppiness|sloppily|negligen(?:t|ce|tly)|incompeten(?:t|ce)|stupid(?:ly|ity)?|lazy|laziness|lazily|idiots?|idiotic|dumb|reckless(?:ly|ness)?|irresponsibl[ey]|amateurish|unprofessional|inattenti(?:ve|on)|clumsy|clumsily|inexcusable|thoughtless(?:ly)?|lack of (?:care|attention|diligence|discipline|competence))${END}`,
      "giu",
    ),
    new RegExp(
      `${START}(?:not competent|be(?:en|ing)? more (?:careful|attentive|vigilant|diligent))${END}`,
      "giu",
    ),
  ],
  // What was not done, said by those who know it now; not what people can expect to see.
  hindsight: [
    new RegExp(
      `${START}(?:should|ought)(?: not|n['’]t| never)(?: to)? (?:have|['’]ve|of)${END}`,
      "giu",
    ),
    new RegExp(
      `${START}(?:should|ought to)(?:['’]ve| have| of) (?:(?:first|also|at least|really|simply|just|never|immediately|already|clearly|easily) )?(?:known|checked|caught|seen|tested|told|noticed|done|reviewed|asked|read|thought|prevented|foreseen|warned|planned|backed up|paid|kept|made|taken|acted|realised|realized|recognised|recognized|rolled back|escalated|followed|documented|verified|waited|monitored|spotted|remembered|called|used|set|been (?:more |better )?(?:careful|tested|checked|caught|reviewed|noticed|prevented|avoided|trained|known|foreseen|obvious|documented|verified|spotted|quicker|faster|told))${END}`,
      "giu",
    ),
    new RegExp(
      `${START}could(?: easily| simply)? have (?:been )?(?:avoided|prevented|caught|noticed|spotted)${END}`,
      "giu",
    ),
    new RegExp(
      `${START}[Ii]f ${either(OTHERS, NAME)} had (?:only |just |simply )?(?:paid|read|checked|tested|asked|looked|followed|listened|thought|known)${END}`,
      "gu",
    ),
    new RegExp(`${START}[Ii]f only ${either(SOMEBODY, NAME)}${END}`, "gu"),
    new RegExp(
      `${START}(?:was|were|is|been) (?:easily |entirely |completely |totally )?(?:avoidable|preventable)${END}`,
      "giu",
    ),
  ],
  deed: [
    new RegExp(`${START}${SOMEBODY} ${HOW}(?:${BROKE}|ignored|failed to|caused)${END}`, "giu"),
    new RegExp(
      `${START}${OTHERS} ${HOW}(?:${NOT_DONE}|missed|made (?:a|the) mistake)${END}`,
      "giu",
    ),
    new RegExp(`${START}${SOMEBODY} ${BY_ACCIDENT}${END}`, "giu"),
    new RegExp(`${START}${OTHERS} ${HOW}(?:${WRONG_CHOICE}|${TOO_LITTLE})${END}`, "giu"),
    new RegExp(`${START}(?:nobody|no one|never) (?:even )?bothered${END}`, "giu"),
    new RegExp(
      `${NAME} ${HOW}(?:${BROKE}|${NOT_DONE}|${WRONG_CHOICE}|ignored|missed|failed to|caused the|made (?:a|the) mistake)${END}`,
      "gu",
    ),
    new RegExp(`${NAME} ${BY_ACCIDENT}${END}`, "gu"),
  ],
};

/** Words that say whose fault it was, by kind; one place may be found as several. */
export const findBlame = (text: string): readonly BlameSpan[] =>
  BLAME_KINDS.flatMap((kind) =>
    PATTERNS[kind].flatMap((pattern) => spansOf(text, pattern).map((span) => ({ ...span, kind }))),
  );
