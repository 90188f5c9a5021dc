import { answersOf, type Change, idsIn, linesOf, unhealthy } from "../support/shop-evidence";

const cause = "health-check-host-refused";

it("is likely with a status that speaks of the request [U3, H18]", () => {
  expect(linesOf(cause, { targets: { web: unhealthy(400) } })).toEqual([
    "likely, web: the server refuses the Host of health checks, which is its private address and port: it says 400; let the server accept its address as Host on the health check path, or give it a default virtual host",
  ]);
});

it("is likely with 403 where clients get good answers at the same time [U3]", () => {
  expect(
    linesOf(cause, {
      targets: { web: unhealthy(403), "web-2": unhealthy(403) },
      requests: [...answersOf("web", 1), ...answersOf("web-2", 1)],
    }),
  ).toEqual([
    "likely, web,web-2: the server refuses the Host of health checks, which is its private address and port: it says 403; let the server accept its address as Host on the health check path, or give it a default virtual host",
  ]);
});

it.each<[string, Change]>([
  ["404 is more likely a path", { targets: { web: unhealthy(404) } }],
  ["the server itself fails", { targets: { web: unhealthy(500) } }],
])("is silent where %s", (_, change) => {
  expect(idsIn(change)).not.toContain(cause);
});
