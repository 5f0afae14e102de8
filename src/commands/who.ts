import { isSameLogin } from "../incident/actor.ts";
import { mayCommand } from "../incident/person.ts";
import type { Who } from "./command.ts";

/** Everybody with the rights that the policy asks for (default: write access); most commands. */
export const responders: Who = {
  title: "anyone with write access",
  allows: ({ actor, policy }) => mayCommand(actor, policy),
};

/** Also the person who stands as Community Representative in the top comment, without any rights. */
export const respondersAndRepresentative: Who = {
  title: "anyone with write access, and the Community Representative",
  allows: ({ actor, policy, incident }) =>
    mayCommand(actor, policy) || isSameLogin(incident.representative, actor.login),
};
