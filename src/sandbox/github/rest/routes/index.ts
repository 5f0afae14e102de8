import type { Route } from "../route.ts";
import { appRoutes } from "./app.ts";
import { checkRoutes } from "./checks.ts";
import { commentRoutes } from "./comments.ts";
import { generalRoutes } from "./general.ts";
import { issueRoutes } from "./issues.ts";
import { labelRoutes } from "./labels.ts";
import { projectRoutes } from "./projects.ts";
import { repositoryRoutes } from "./repositories.ts";

/** Every REST operation that the embedded GitHub answers. */
export const ROUTES: readonly Route[] = [
  ...appRoutes,
  ...issueRoutes,
  ...commentRoutes,
  ...labelRoutes,
  ...repositoryRoutes,
  ...checkRoutes,
  ...projectRoutes,
  ...generalRoutes,
];
