import { type Span, spansOf } from "./finding.ts";

const COUNT =
  "(?:(?:about|around|roughly|approximately|less than|under|at most|the next|another|a couple of|a few|half an|an?|one|two|three|four|five|six|few|\\d{1,3}(?:\\s?(?:-|–|to)\\s?\\d{1,3})?)\\s{1,3}){0,3}";
const UNIT = "(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|h|days?|weeks?|moments?)";
const CLOCK =
  "(?:\\d{1,2}[:.]\\d{2}|\\d{1,2}\\s?(?:am|pm|a\\.m|p\\.m|h\\b|o['’]clock|utc|gmt)|noon|midnight)";
const DAY =
  "(?:tomorrow|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:the )?weekend|lunch(?:time)?|(?:the )?end of (?:the )?(?:day|week|month|business)|(?:eod|eob|cob|eow)|next (?:week|month)|(?:this|the) (?:morning|afternoon|evening|week))";

/** Words for a time to come. Anchored to whole words. */
const TIME = new RegExp(
  "(?<![\\p{L}\\p{N}])(?:" +
    [
      `(?:in|within|over)\\s{1,3}${COUNT}\\d{0,3}\\s?${UNIT}`,
      `(?:by|before|until|around|about|at)\\s{1,3}(?:around |about |roughly )?(?:${CLOCK}|${DAY})`,
      `(?:on|this|next) (?:mon|tues|wednes|thurs|fri|satur|sun)day`,
      "(?<!\\bas )soon(?:er or later)?",
      "shortly|momentarily|any (?:minute|moment|second)(?: now)?|in no time|right away",
      "tomorrow|tonight|later today|this (?:afternoon|evening|morning|week)|next week",
      "ETAs?",
    ].join("|") +
    ")(?![\\p{L}\\p{N}])",
  "giu",
);

const AROUND = 120;
const END = /[.!?](?=\s)|\n/g;

// What a time may be given for: when people hear again.
const TELLING =
  /(?<![\p{L}])(?:updates?|write|writing|tell|inform|let (?:you|everyone|everybody|people) know|hear|post|report|reply|replies|respond|answer|news|check(?:ing)? (?:back|in)|in touch|message|e-?mail|call|look again|ask|follow up|contact)(?![\p{L}])/giu;
const FIXING =
  /(?<![\p{L}])(?:fix(?:ed|es|ing)?|resolv(?:e|ed|es|ing)|restor(?:e|ed|es|ing)|repair(?:ed|ing)?|solv(?:e|ed|ing)|recover(?:s|ed|y)?|(?<!check(?:ing)? )back|up again|up and running|works?|working|available|online|normal|good|ready|done|gone|over|finish(?:ed)?|complete[ds]?|deploy(?:ed)?|usable|reachable|sorted|patch(?:ed)?)(?![\p{L}])/giu;
const COMING =
  /(?:['’]ll|(?<![\p{L}])(?:will|won['’]t|shall|should|going to|expect(?:s|ed|ing)?|hope(?:s|fully)?|hoping|plan(?:s|ning)?|aim(?:s|ing)?|estimate[ds]?|promise|guarantee|is due|are due|probably|likely|can))(?![\p{L}])/iu;
const PAST =
  /(?<![\p{L}])(?:was|were|has been|have been|had|ago|yesterday|earlier|since|started|began|happened)(?![\p{L}])/iu;

/** The sentence around a place, as far as 120 characters before and after it. */
function aroundOf(text: string, { offset, text: found }: Span): readonly [string, string] {
  const before = text.slice(Math.max(0, offset - AROUND), offset);
  const after = text.slice(offset + found.length, offset + found.length + AROUND);
  const begin = [...before.matchAll(END)].at(-1)?.index ?? -1;
  const end = after.search(/[.!?](?:\s|$)|\n/);
  return [before.slice(begin + 1), end === -1 ? after : after.slice(0, end)];
}

const lastOf = (text: string, words: RegExp): number =>
  [...text.matchAll(words)].at(-1)?.index ?? -1;

function firstOf(text: string, words: RegExp): number {
  const [first] = text.matchAll(words);
  return first?.index ?? Number.POSITIVE_INFINITY;
}

/** Whether a time is when people are told something, and not when something works again: by the word that stands closest. */
function isForTelling(before: string, after: string): boolean {
  const [told, fixed] = [lastOf(before, TELLING), lastOf(before, FIXING)];
  if (told !== -1 || fixed !== -1) return told > fixed;
  return firstOf(after, TELLING) < firstOf(after, FIXING);
}

const SHORT = 12;

function isPromise(text: string, span: Span): boolean {
  const [before, after] = aroundOf(text, span);
  const rest = `${before} ${after}`;
  const isComing = COMING.test(rest);
  if (!isComing && PAST.test(rest)) return false;
  // "Fixed soon", or nothing but the time.
  const isAlone = /^eta/i.test(span.text) || rest.trim().length < SHORT;
  const isMeant = isComing || isAlone || firstOf(rest, FIXING) < rest.length;
  return isMeant && !isForTelling(before, after);
}

/** Promises of when something works again: nobody knows that during an incident. Times for the next message are none. */
export const findFixTimes = (text: string): readonly Span[] =>
  spansOf(text, TIME).filter((span) => isPromise(text, span));
