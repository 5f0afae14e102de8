import { HttpError, SUSPENDED } from "../../http/http-error.ts";
import { renderApp, renderInstallation } from "../../render/app.ts";
import { renderRepository } from "../../render/repository.ts";
import type { Installation } from "../../world/records.ts";
import { repositoryOf } from "../find.ts";
import { answerList } from "../list.ts";
import type { RestCall, Route } from "../route.ts";

function installationOf({ store, params }: RestCall): Installation {
  const installation = store.installations.get(Number(params["installation_id"]));
  if (installation === undefined) throw new HttpError(404, "Not Found");
  return installation;
}

/** The app itself, its installations and their tokens. */
export const appRoutes: readonly Route[] = [
  {
    method: "GET",
    template: "/app",
    operationId: "apps/get-authenticated",
    access: "app",
    answer: ({ store }) => ({
      status: 200,
      body: {
        ...renderApp(store),
        installations_count: store.installations.size,
      },
    }),
  },
  {
    method: "GET",
    template: "/app/installations",
    access: "app",
    operationId: "apps/list-installations",
    answer: (call) =>
      answerList(call, [...call.store.installations.values()], (each) =>
        renderInstallation(call.store, each),
      ),
  },
  {
    method: "GET",
    template: "/app/installations/{installation_id}",
    access: "app",
    operationId: "apps/get-installation",
    answer: (call) => ({
      status: 200,
      body: renderInstallation(call.store, installationOf(call)),
    }),
  },
  {
    method: "GET",
    template: "/repos/{owner}/{repo}/installation",
    access: "app",
    operationId: "apps/get-repo-installation",
    answer: (call) => {
      const repository = repositoryOf(call);
      const found = [...call.store.installations.values()].find((each) =>
        each.repositories.has(repository),
      );
      if (found === undefined) throw new HttpError(404, "Not Found");
      return {
        status: 200,
        body: renderInstallation(call.store, found),
      };
    },
  },
  {
    method: "POST",
    template: "/app/installations/{installation_id}/access_tokens",
    access: "app",
    operationId: "apps/create-installation-access-token",
    answer: (call) => {
      const installation = installationOf(call);
      if (installation.suspendedAt !== null) throw new HttpError(403, SUSPENDED);
      const { permissions } = installation;
      const token = call.tokens.mint(installation);
      return {
        status: 201,
        body: {
          ...token,
          permissions,
          repository_selection: "selected",
        },
      };
    },
  },
  {
    method: "GET",
    template: "/installation/repositories",
    access: "metadata:read",
    operationId: "apps/list-repos-accessible-to-installation",
    answer: (call) =>
      answerList(
        call,
        [...call.installation.repositories],
        (each) => renderRepository(call.store.origin, each),
        (repositories, total_count) => ({
          total_count,
          repositories,
        }),
      ),
  },
];
