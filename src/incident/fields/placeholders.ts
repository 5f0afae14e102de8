const WORDS = new Set(
  "none|no response|n/a|na|tbd|tba|tbc|todo|to do|to be determined|to be confirmed|unknown|unassigned|not assigned|nobody|no one|pending|null|~|?|@username|username|@github-username|@your-username".split(
    "|",
  ),
);

/**
 * Whether a text only holds a field's place: nothing, dashes, `None`, `{{ INSERT NAME }}`. An expression in double
 * braces that has quotes or brackets is not what a template leaves behind, so it is no placeholder.
 */
export function isPlaceholder(plain: string): boolean {
  const text = plain.trim().toLowerCase();
  if (/^[-–—_.…\s]*$/.test(text)) return true;
  if (/^\{\{[\p{L}\p{N}\s_./,:#|&-]*\}\}$/u.test(text)) return true;
  return WORDS.has(text.replace(/[.!]$/, ""));
}
