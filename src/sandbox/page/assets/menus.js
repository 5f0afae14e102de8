// Menus are folded details: one is open at a time, a click elsewhere or Escape closes it, arrows walk through it.

const openMenus = () => document.querySelectorAll("details.menu[open]");

/** Closes every open menu. */
export function closeMenus() {
  for (const menu of openMenus()) menu.open = false;
}

function step(menu, by) {
  const items = [...menu.querySelectorAll(".menu-box button:not(:disabled)")];
  const at = items.indexOf(document.activeElement);
  items.at((at + by + items.length) % items.length)?.focus();
}

function press(event) {
  const [menu] = openMenus();
  if (menu === undefined) return;
  if (event.key === "Escape") {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by === undefined || !menu.contains(document.activeElement)) return;
  event.preventDefault();
  step(menu, document.activeElement.matches("summary") && by < 0 ? 0 : by);
}

/** Follows clicks and keys from now on. */
export function listenForMenus() {
  document.addEventListener("keydown", press);
  document.addEventListener("click", ({ target }) => {
    if (target.closest("[data-help]") !== null) return;
    for (const menu of openMenus()) if (!menu.contains(target)) menu.open = false;
  });
}
