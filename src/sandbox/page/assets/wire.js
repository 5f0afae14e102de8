// Under the hood: what an exchange said is fetched when somebody unfolds it.

async function load(details) {
  const box = details.querySelector("pre");
  if (!details.open || box.textContent !== "") return;
  box.textContent = "…";
  const answer = await fetch(details.dataset.bodies);
  box.textContent = answer.ok ? await answer.text() : "It is too long ago: this was forgotten.";
}

/** Follows unfolding from now on. */
export function listenForBodies() {
  document.addEventListener(
    "toggle",
    ({ target }) => {
      if (target.matches?.("details.exchange")) void load(target);
    },
    true,
  );
}
