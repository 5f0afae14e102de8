/** Where the embedded GitHub and the support desk are, as their links begin, and the repository that the page shows. */
export interface Addresses {
  readonly githubUrl: string;
  readonly deskUrl: string;
  readonly repository: string;
}

/**
 * An address as the page has it: those of the embedded GitHub become the page's own (an issue, a comment in it), those of tickets
 * lead to the panel, and null where the page has none (a profile). Other addresses stay.
 */
export function toPageAddress(
  href: string,
  { githubUrl, deskUrl, repository }: Addresses,
): string | null {
  if (href.startsWith(`${deskUrl}/`)) {
    const ticket = /^\/a\/tickets\/(\d+)$/.exec(href.slice(deskUrl.length))?.[1];
    return ticket === undefined ? null : `#ticket-${ticket}`;
  }
  if (!href.startsWith(`${githubUrl}/`)) return /^(https?:|mailto:)/i.test(href) ? href : null;
  const path = href.slice(githubUrl.length);
  const pull = path.startsWith(`/${repository}/pull/`)
    ? /\/pull\/(\d+)$/.exec(path)?.[1]
    : undefined;
  if (pull !== undefined) return `/pulls/${pull}`;
  const home = `/${repository}/issues/`;
  if (!path.startsWith(home)) return null;
  const [, number, , comment] = /^(\d+)(#issuecomment-(\d+))?$/.exec(path.slice(home.length)) ?? [];
  if (number === undefined) return null;
  return comment === undefined ? `/issues/${number}` : `/issues/${number}#comment-${comment}`;
}
