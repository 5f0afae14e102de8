const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"' };

const decode = (text: string): string =>
  text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot));/gi, (_, hex, number, name) => {
    if (typeof name === "string") return ENTITIES[name.toLowerCase()] ?? "";
    const code = typeof hex === "string" ? Number.parseInt(hex, 16) : Number(number);
    return code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });

/** What people see of the HTML that `renderTicket` makes, as plain text: a link with its address, a list with dashes. */
export const toTicketText = (html: string): string =>
  decode(
    html
      .replace(/<a href="([^"]*)">([^<]*)<\/a>/g, (_, href: string, text: string) =>
        text === href ? href : `${text} (${href})`,
      )
      .replace(/\n/g, " ")
      .replace(/<li>\s*(?:<p>)?/g, "- ")
      .replace(/<br\s*\/?>\s*|<\/(?:p|li|pre|ul|ol|blockquote)>\s*/g, "\n")
      .replace(/<[^>]*>/g, ""),
  )
    .replace(/[ \t]+/g, " ")
    .replace(/ ?\n[ \n]*/g, "\n")
    .trim();
