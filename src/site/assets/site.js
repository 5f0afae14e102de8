// Filters of the list, and tips of the charts. Everything else works without.

const isOpen = ({ state }) => state === "investigating" || state === "mitigated";

/** Which rows of the list the form asks for; the address keeps the question, so that it can be shared. */
function startFilters(form, table) {
  const rows = [...table.querySelectorAll("tbody tr:not(.year)")];
  const found = document.querySelector("#found");
  const none = document.querySelector("#none");
  const fields = {
    q: ({ text }, words) =>
      words
        .toLowerCase()
        .split(/\s+/)
        .every((word) => text.includes(word.replace(/^#(?=\d)/, ""))),
    severity: ({ severity }, wanted) => severity === wanted,
    state: (row, wanted) => (wanted === "open" ? isOpen(row) : row.state === wanted),
    report: ({ report }, wanted) => report === wanted,
    year: ({ year }, wanted) => year === wanted,
  };

  const apply = () => {
    const asked = Object.keys(fields)
      .map((name) => [name, form.elements[name].value.trim()])
      .filter(([, value]) => value !== "");
    let shown = 0;
    for (const row of rows) {
      const fits = asked.every(([name, value]) => fields[name](row.dataset, value));
      row.hidden = !fits;
      if (fits) shown += 1;
    }
    for (const body of table.tBodies) {
      body.hidden = !body.querySelector("tr:not(.year):not([hidden])");
    }
    const all = rows.length === 1 ? "1 incident" : `${rows.length} incidents`;
    found.textContent = shown === rows.length ? all : `${shown} of ${all}`;
    none.hidden = shown > 0;
    table.hidden = shown === 0;
    const query = new URLSearchParams(asked).toString();
    history.replaceState(null, "", query === "" ? location.pathname : `?${query}`);
  };

  for (const [name, value] of new URLSearchParams(location.search)) {
    if (name in fields) form.elements[name].value = value;
  }
  form.addEventListener("input", apply);
  form.addEventListener("reset", () => setTimeout(apply));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  apply();
}

/** One tip for all drawings: beside the pointer, and by touch. The browsers' own comes late and not by touch. */
function startTips() {
  const tip = document.createElement("div");
  tip.className = "tooltip";
  tip.hidden = true;
  // Screen readers have the tables under the charts.
  tip.setAttribute("aria-hidden", "true");
  document.body.append(tip);
  for (const title of document.querySelectorAll("svg title")) {
    title.parentElement.dataset.tip = title.textContent;
    title.remove();
  }
  const show = ({ target, clientX, clientY }) => {
    const shape = target.closest?.("[data-tip]");
    tip.hidden = !shape;
    if (!shape) return;
    tip.textContent = shape.dataset.tip;
    const { width, height } = tip.getBoundingClientRect();
    const left = Math.max(8, Math.min(clientX + 12, innerWidth - width - 8));
    const above = clientY - height - 12;
    tip.style.left = `${left}px`;
    tip.style.top = `${above < 8 ? clientY + 16 : above}px`;
  };
  document.addEventListener("pointermove", show);
  document.addEventListener("pointerdown", show);
  document.addEventListener("scroll", () => {
    tip.hidden = true;
  });
}

const form = document.querySelector("#filters");
const table = document.querySelector("#incidents");
if (form && table) startFilters(form, table);
if (document.querySelector("svg title")) startTips();
