import { CAST, describeRights, isAtLeast } from "../../cast/cast.ts";
import type { CastMember } from "../../cast/cast.ts";
import { flag, html } from "../html.ts";
import type { Html } from "../html.ts";
import type { PageModel } from "../page-model.ts";
import { avatar } from "./avatar.ts";
import { localTime } from "./instant.ts";

function member({ login, name, job, place, zone, role }: CastMember, model: PageModel): Html {
  const isMe = login === model.me.login;
  const tone = isAtLeast(role, "write") ? "may" : "may-not";
  return html`<label class="member">
    <input type="radio" name="as" value="${login}" ${flag("checked", isMe)} />
    ${avatar(login, model.bot, 32)}
    <span class="member-text"
      ><span class="member-name"
        ><strong>${login}</strong> <span class="sr">${name},</span>
        <span class="member-job">${job}</span></span
      >
      <span class="member-line"
        >${place} ${localTime(zone, model.now)} ·
        <span class="${tone}" title="${role} access to the repository"
          >${describeRights(role)}</span
        ></span
      ></span
    >
  </label>`;
}

/** Who the player acts as: everything on the page is done in this person's name. */
export function renderCast(model: PageModel): Html {
  return html`<section class="card cast" id="cast" aria-labelledby="cast-title">
    <fieldset>
      <legend id="cast-title">You act as</legend>
      ${CAST.map((each) => member(each, model))}
    </fieldset>
  </section>`;
}
