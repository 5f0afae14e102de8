import { type OutgoingSurroundings, type Span, spansOf } from "./finding.ts";

const ADDRESS =
  /(?<![a-z])(?:https?|ssh|slack|git):\/\/(?:\[[\da-f:.]{2,45}\])?[^\s<>"'`)\]]{1,2000}/giu;
const BARE =
  /(?<![\w./@-])(?:localhost(?::\d{1,5})?|(?:127|10)(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2}|169\.254(?:\.\d{1,3}){2}|(?:[a-z\d-]{1,63}\.){1,6}(?:internal|local|lan|corp|intranet|svc))(?![\w-]|\.\w)/giu;
const NAMED = /(?<![\w./-])[\w-]{1,39}\/[\w.-]{1,100}#\d{1,9}(?!\w)/gu;

const LOCAL_HOST =
  /^(?:localhost|\[::1\]|\[f[cde][\da-f:]*\]|(?:127|10)\..*|192\.168\..*|169\.254\..*|172\.(?:1[6-9]|2\d|3[01])\..*|[^.[]*|.*\.(?:internal|local|lan|corp|intranet|svc))$/iu;
// A GitHub on this machine is the sandbox's: whoever plays there opens its pages.
const LOOPBACK = /^(?:localhost|\[::1\]|127\..*)$/iu;
const SLACK_HOST = /(?:^|\.)slack\.com$/iu;
const DESK_PATH = /^\/(?:a|helpdesk)\/tickets\//u;

const isBelow = (host: string, parent: string): boolean =>
  host === parent.toLowerCase() || host.endsWith(`.${parent.toLowerCase()}`);

function isPrivate(name: string, { privateRepositories }: OutgoingSurroundings): boolean {
  return privateRepositories.some((one) => one.toLowerCase() === name.toLowerCase());
}

/** Is this an address that only the team can open, or one of another kind than the web's? What is no address at all is neither. */
export function isInternalAddress(address: string, around: OutgoingSurroundings): boolean {
  const url = URL.parse(address);
  if (url === null) return false;
  if (!/^https?:$/.test(url.protocol)) return true;
  const { hostname, host, pathname } = url;
  const isServer = host === URL.parse(around.server)?.host;
  const isLocal = LOCAL_HOST.test(hostname) && !(isServer && LOOPBACK.test(hostname));
  if (isLocal || SLACK_HOST.test(hostname) || DESK_PATH.test(pathname)) return true;
  if (around.internalHosts.some((one) => isBelow(hostname, one))) return true;
  const [owner = "", repo = ""] = pathname.slice(1).split("/");
  return isServer && isPrivate(`${owner}/${repo}`, around);
}

/** Addresses that only the team can open: private repositories, Slack, the agents' side of the desk, hosts inside. */
export function findInternalLinks(text: string, around: OutgoingSurroundings): readonly Span[] {
  // What ends the sentence is no part of the address.
  const addresses = spansOf(text, ADDRESS).map((one) => ({
    ...one,
    text: one.text.replace(/[.,;:!?]{1,20}$/, ""),
  }));
  const isWithin = ({ offset }: Span): boolean =>
    addresses.some((one) => offset >= one.offset && offset < one.offset + one.text.length);
  const named = spansOf(text, NAMED).filter((one) =>
    isPrivate(one.text.slice(0, one.text.lastIndexOf("#")), around),
  );
  return [
    ...addresses.filter((one) => isInternalAddress(one.text, around)),
    ...[...spansOf(text, BARE), ...named].filter((one) => !isWithin(one)),
  ];
}
