// Sends what the player does. Buttons and forms say in `data-act` what that is.
import { refresh } from "./live.js";
import { closeMenus } from "./menus.js";
import { complain, forgive } from "./tell.js";

/** Does something in the chosen person's name. Gives the issue's number, where it is about one, and the status: 200 unless it was refused (and says why). */
export async function act(deed) {
  const body = JSON.stringify({ as: document.body.dataset.me, ...deed });
  try {
    const answer = await fetch("/act", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });
    const { issue, problem } = await answer.json();
    if (problem !== undefined) {
      complain(problem);
      return { issue: null, status: answer.status };
    }
    forgive();
    await refresh();
    return { issue, status: 200 };
  } catch {
    complain("The sandbox does not answer. Is it still running?");
    return { issue: null, status: 0 };
  }
}

/** What a form says, with `values.x` gathered under `values`. */
function readForm(form) {
  const deed = JSON.parse(form.dataset.act);
  for (const [name, text] of new FormData(form)) {
    const inner = /^values\.(.+)$/.exec(name)?.[1];
    if (inner === undefined) deed[name] = text;
    else deed.values = { ...deed.values, [inner]: text };
  }
  return deed;
}

/** What an edit began from, by its form; it goes along, so that nobody's newer text is overwritten unseen. */
const bases = new WeakMap();

function noteBase({ target }) {
  const form = target.closest("form[data-guarded]");
  if (form !== null && !bases.has(form)) bases.set(form, target.defaultValue);
}

async function submit(event) {
  const form = event.target;
  if (form.dataset.act === undefined) return;
  event.preventDefault();
  const deed = readForm(form);
  if (form.hasAttribute("data-guarded") && bases.get(form) !== null)
    deed.base = bases.get(form) ?? form.elements.body.defaultValue;
  form.setAttribute("aria-busy", "true");
  const { issue, status } = await act(deed);
  form.removeAttribute("aria-busy");
  if (status === 409) bases.set(form, null);
  if (status !== 200) return;
  bases.delete(form);
  form.reset();
  form.closest("details.edit")?.removeAttribute("open");
  if (form.hasAttribute("data-go")) location.assign(`/issues/${issue}`);
}

async function click(event) {
  const button = event.target.closest("button[data-act]");
  if (button === null || button.form?.dataset.act === button.dataset.act) return;
  const form = document.getElementById("comment-form");
  const text = form?.elements.body.value.trim() ?? "";
  if (button.hasAttribute("data-with-comment") && text !== "") {
    const { issue } = await act(readForm(form));
    if (issue === null) return;
    form.reset();
  }
  closeMenus();
  await act(JSON.parse(button.dataset.act));
}

async function tick(event) {
  const box = event.target;
  if (!box.matches("input[data-tick]")) return;
  const post = box.closest("[data-post]").dataset.post;
  const composer = JSON.parse(document.getElementById("comment-form").dataset.act);
  const { issue } = await act({
    kind: "tick",
    issue: composer.issue,
    comment: post === "top" ? null : Number(post),
    line: Number(box.dataset.line),
    was: box.dataset.was,
  });
  if (issue === null) box.checked = !box.checked;
}

/** Follows clicks, submitted forms and ticked boxes from now on. */
export function listenForActs() {
  document.addEventListener("submit", (event) => void submit(event));
  document.addEventListener("click", (event) => void click(event));
  document.addEventListener("change", (event) => void tick(event));
  document.addEventListener("input", noteBase);
}
