import { type Change, idsIn, linesOf, unhealthy } from "../support/shop-evidence";

const cause = "health-check-needs-login";

it("is likely with 401 [U4]", () => {
  expect(linesOf(cause, { targets: { web: unhealthy(401) } })).toEqual([
    'likely, web: the server wants a login before it answers "/health": it says 401; exempt the health check path from the login in the server',
  ]);
});

it("is possible with 403, which says less [U4]", () => {
  expect(linesOf(cause, { targets: { web: unhealthy(403) } })).toEqual([
    'possible, web: the server wants a login before it answers "/health": it says 403; exempt the health check path from the login in the server',
  ]);
});

it.each<[string, Change]>([
  ["there is no such path", { targets: { web: unhealthy(404) } }],
  ["it is healthy", { targets: { web: { description: "codes: [401]" } } }],
])("is silent where %s", (_, change) => {
  expect(idsIn(change)).not.toContain(cause);
});
