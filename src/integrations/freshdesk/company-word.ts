import { createHmac, hkdfSync } from "node:crypto";

// Enough that two companies never share it, and short in the record.
const LENGTH = 12;

/**
 * Makes the word for a company by its number in the desk at `url`: the same for all its tickets, and of no meaning to anybody without the
 * secret, since it stands in a comment that may be public (docs/decisions/0029-unfinished-business.md).
 */
export function createCompanyWord(
  secret: string,
  url: string,
): (company: number | null) => string | null {
  const key = Buffer.from(hkdfSync("sha256", secret, "", "sitrep ticket company v1", 32));
  return (company) =>
    company === null
      ? null
      : createHmac("sha256", key).update(`${url} ${company}`).digest("base64url").slice(0, LENGTH);
}
