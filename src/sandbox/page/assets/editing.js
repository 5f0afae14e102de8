// Comfort while writing: Ctrl+Enter sends, Escape and Cancel give up, fields grow with their text.

const TALLEST = 0.7;

function grow(area) {
  if (area.scrollHeight <= area.clientHeight) return;
  area.style.height = `${Math.min(area.scrollHeight + 2, innerHeight * TALLEST)}px`;
}

function giveUp(details) {
  details.querySelector("form")?.reset();
  details.open = false;
  details.querySelector("summary").focus();
}

function press(event) {
  const details = event.target.closest?.("details.edit[open]");
  if (event.key === "Escape" && details) giveUp(details);
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  if (event.target.matches("textarea")) event.target.form?.requestSubmit();
}

function unfold(event) {
  const details = event.target;
  if (!details.matches?.("details.edit") || !details.open) return;
  const field = details.querySelector("textarea, input");
  if (field.matches("textarea")) grow(field);
  field.focus({ preventScroll: true });
}

/** Follows keys and fields from now on. */
export function listenForEditing() {
  document.addEventListener("keydown", press);
  document.addEventListener("toggle", unfold, true);
  document.addEventListener("input", ({ target }) => target.matches("textarea") && grow(target));
  document.addEventListener("click", ({ target }) => {
    const button = target.closest("button[data-close]");
    if (button !== null) giveUp(button.closest("details"));
  });
}
