import { answersOf, type Change, idsIn, linesOf, unhealthy } from "../support/shop-evidence";

const cause = "fail-open";

it("is why requests arrive though no target is healthy [U24, H70]", () => {
  expect(
    linesOf(cause, {
      targets: { web: unhealthy(404), "web-2": unhealthy(404) },
      requests: answersOf("web", 4),
    }),
  ).toEqual([
    "certain, web: no target of the group is healthy, so requests go to all of them: it fails open; nothing by itself; mend what makes the targets unhealthy",
  ]);
});

it.each<[string, Change]>([
  ["one target is healthy", { targets: { web: unhealthy(404) }, requests: answersOf("web", 4) }],
  ["no request has arrived", { targets: { web: unhealthy(404), "web-2": unhealthy(404) } }],
])("is silent where %s", (_, change) => {
  expect(idsIn(change)).not.toContain(cause);
});
