/** Where GitHub's pages are, from where its REST API is. */
export const toServer = (baseUrl: string): string =>
  baseUrl === "https://api.github.com" ? "https://github.com" : baseUrl.replace(/\/api\/v3$/, "");
