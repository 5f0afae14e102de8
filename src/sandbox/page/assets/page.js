// The page's only script: everything is drawn by the server; this sends what the player does, and keeps the page fresh.
import { listenForActs } from "./acts.js";
import { listenForEditing } from "./editing.js";
import { listenForHelp } from "./guide.js";
import { keepFresh } from "./live.js";
import { listenForMenus } from "./menus.js";
import { listenForPlayer } from "./player.js";
import { listenForBodies } from "./wire.js";

listenForActs();
listenForEditing();
listenForHelp();
listenForMenus();
listenForPlayer();
listenForBodies();
keepFresh();
