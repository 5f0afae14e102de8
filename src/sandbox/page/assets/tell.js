// Tells people what happened: in a note that shows for a while, or in words for screen readers.

const SHOWN_FOR = 9000;

/** Shows what went wrong, in the corner and to screen readers. */
export function complain(text) {
  const toast = document.createElement("div");
  toast.className = "toast";
  const words = document.createElement("p");
  words.textContent = text;
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = "×";
  close.setAttribute("aria-label", "Dismiss");
  close.addEventListener("click", () => toast.remove());
  toast.append(words, close);
  document.getElementById("toasts").replaceChildren(toast);
  setTimeout(() => toast.remove(), SHOWN_FOR);
}

/** Takes the complaint away: the next thing worked. */
export function forgive() {
  document.getElementById("toasts").replaceChildren();
}

/** Says something to screen readers only, when they have finished their sentence. */
export function announce(text) {
  document.getElementById("announcer").textContent = text;
}

const postsIn = (root) => [...root.querySelectorAll("article[data-key]")];

/** Announces the comments that a newer version of the page has and the page has not. */
export function announceNew(before, after) {
  if (
    before.getElementById("issue-head")?.querySelector(".number")?.textContent !==
    after.getElementById("issue-head")?.querySelector(".number")?.textContent
  )
    return;
  const known = new Set(postsIn(before).map((post) => post.dataset.key));
  const fresh = postsIn(after).filter((post) => !known.has(post.dataset.key));
  const words = fresh.map((post) => {
    const text = post.querySelector(".markdown")?.textContent.trim().replace(/\s+/g, " ") ?? "";
    return `${post.dataset.author} commented: ${text.slice(0, 160)}`;
  });
  if (words.length > 0) announce(words.join(". "));
}
