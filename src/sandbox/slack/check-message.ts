/** Slack's limits (https://docs.slack.dev/reference/block-kit/blocks, .../methods/chat.postMessage). */
const MOST_BLOCKS = 50;
const MOST_TEXT = 40_000;
const MOST_OF_TYPE: Readonly<Record<string, number>> = { mrkdwn: 3000, plain_text: 3000 };
const MOST_IN_HEADER = 150;

const BLOCKS = ["header", "section", "rich_text", "context", "divider", "actions", "image"];
const ELEMENTS: Readonly<Record<string, readonly string[]>> = {
  rich_text: ["rich_text_section", "rich_text_quote", "rich_text_list", "rich_text_preformatted"],
  rich_text_section: ["text", "link", "user", "emoji", "usergroup", "channel", "broadcast", "date"],
  rich_text_quote: ["text", "link", "user", "emoji", "usergroup", "channel", "broadcast", "date"],
  rich_text_list: ["rich_text_section"],
  rich_text_preformatted: ["text", "link"],
};

interface Part {
  readonly type?: unknown;
  readonly text?: unknown;
  readonly url?: unknown;
  readonly elements?: unknown;
}

const isPart = (value: unknown): value is Part => typeof value === "object" && value !== null;

function isText(value: unknown, most: number): boolean {
  if (!isPart(value) || typeof value.text !== "string") return false;
  const limit = Math.min(most, MOST_OF_TYPE[String(value.type)] ?? 0);
  return value.text.length > 0 && value.text.length <= limit;
}

function isElement(value: unknown, allowed: readonly string[]): boolean {
  if (!isPart(value) || !allowed.includes(String(value.type))) return false;
  if (value.type === "text") return typeof value.text === "string" && value.text.length > 0;
  if (value.type === "link") return typeof value.url === "string" && URL.canParse(value.url);
  const inner = ELEMENTS[String(value.type)];
  return inner === undefined || areElements(value.elements, inner);
}

const areElements = (value: unknown, allowed: readonly string[]): boolean =>
  Array.isArray(value) && value.length > 0 && value.every((one) => isElement(one, allowed));

function isBlock(value: unknown): boolean {
  if (!isPart(value) || !BLOCKS.includes(String(value.type))) return false;
  if (value.type === "header") {
    return isText(value.text, MOST_IN_HEADER) && (value.text as Part).type === "plain_text";
  }
  if (value.type === "section") return isText(value.text, 3000);
  return value.type !== "rich_text" || areElements(value.elements, ELEMENTS["rich_text"] ?? []);
}

/** Why Slack would not take a message, in its own code; null: it would. */
export function refusedContent(text: unknown, blocks: readonly unknown[] | null): string | null {
  if (blocks === null) return "invalid_blocks_format";
  if (blocks.length > MOST_BLOCKS || !blocks.every(isBlock)) return "invalid_blocks";
  if ((typeof text !== "string" || text === "") && blocks.length === 0) return "no_text";
  return String(text).length > MOST_TEXT ? "msg_too_long" : null;
}
