// Who acts, and light or dark: remembered in cookies, which the server draws the page by.
import { refresh } from "./live.js";
import { announce } from "./tell.js";

const remember = (name, value) => {
  document.cookie = `${name}=${value}; path=/; max-age=31536000; samesite=strict`;
};

/** Acts as somebody else from now on. */
export async function actAs(login) {
  if (document.body.dataset.me === login) return;
  document.body.dataset.me = login;
  remember("sandbox-as", login);
  announce(`You act as ${login}`);
  await refresh();
}

/** Follows the choice of the player and of the colours from now on. */
export function listenForPlayer() {
  document.addEventListener("change", ({ target }) => {
    if (target.matches('input[name="as"]')) void actAs(target.value);
  });
  document.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-theme-next]");
    if (button === null) return;
    remember("sandbox-theme", button.dataset.themeNext);
    void refresh();
  });
}
