import { randomUUID } from "node:crypto";
import { trusted } from "../html.ts";
import type { Html } from "../html.ts";
import { cleanHtml } from "./clean.ts";
import { toPageAddress } from "./to-page-address.ts";
import type { Addresses } from "./to-page-address.ts";

/** Known to nobody: there are no boxes to tick in a ticket. */
const SEAL = randomUUID();

/** HTML that a support desk keeps of a message, made as safe as a comment. */
export const renderTicketHtml = (markup: string, addresses: Addresses): Html =>
  trusted(
    cleanHtml(markup, { seal: SEAL, toPageAddress: (href) => toPageAddress(href, addresses) }),
  );
