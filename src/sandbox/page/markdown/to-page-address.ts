/**
 * An address as the page has it: those of the embedded GitHub become the page's own (an issue, a comment in it), and null
 * where the page has none (a profile). Other addresses stay.
 */
export function toPageAddress(href: string, githubUrl: string, repository: string): string | null {
  if (!href.startsWith(`${githubUrl}/`)) return /^(https?:|mailto:)/i.test(href) ? href : null;
  const path = href.slice(githubUrl.length);
  const home = `/${repository}/issues/`;
  if (!path.startsWith(home)) return null;
  const [, number, , comment] = /^(\d+)(#issuecomment-(\d+))?$/.exec(path.slice(home.length)) ?? [];
  if (number === undefined) return null;
  return comment === undefined ? `/issues/${number}` : `/issues/${number}#comment-${comment}`;
}
