// The guide's small buttons: they prepare a step, and leave doing it to the player.
import { actAs } from "./player.js";

function point(element) {
  element.classList.add("pointed");
  setTimeout(() => element.classList.remove("pointed"), 2400);
}

function fill(text) {
  const box = document.getElementById("comment");
  box.value = text;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  document.getElementById("composer").scrollIntoView({ block: "center" });
  box.focus({ preventScroll: true });
  box.setSelectionRange(text.length, text.length);
  point(document.getElementById("comment-form"));
}

function showLabels() {
  const menu = document.getElementById("label-menu");
  menu.open = true;
  menu.scrollIntoView({ block: "center" });
  const choice = menu.querySelector('[data-choice="incident"]');
  choice?.focus({ preventScroll: true });
  if (choice) point(choice);
}

function showWind() {
  const button = document.getElementById("wind-30-minutes");
  button.scrollIntoView({ block: "center" });
  button.focus({ preventScroll: true });
  point(button);
}

function showTicket() {
  const box = document.querySelector(".ticket details[open] textarea");
  if (box === null) return;
  box.scrollIntoView({ block: "center" });
  box.focus({ preventScroll: true });
  point(box.form);
}

const SHOWN = { labels: showLabels, wind: showWind, ticket: showTicket };

async function help(wanted) {
  await actAs(wanted.as);
  if (wanted.kind === "fill") fill(wanted.text);
  else SHOWN[wanted.target]();
}

/** Follows the guide's buttons from now on. */
export function listenForHelp() {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-help]");
    if (button === null) return;
    event.stopPropagation();
    void help(JSON.parse(button.dataset.help));
  });
}
