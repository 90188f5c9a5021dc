import { type Change, idsIn, linesOf } from "../support/shop-evidence";

const cause = "registration-in-progress";

it("passes with the first health check [U19, H50]", () => {
  expect(
    linesOf(cause, { targets: { web: { state: "initial", reason: "Elb.RegistrationInProgress" } } }),
  ).toEqual([
    "certain, web: the target has just been registered; its first health check is to come; wait: one successful health check makes it healthy",
  ]);
});

it.each<[string, Change]>([
  [
    "health checks are made already",
    { targets: { web: { state: "initial", reason: "Elb.InitialHealthChecking" } } },
  ],
])("is silent where %s", (_, change) => {
  expect(idsIn(change)).not.toContain(cause);
});
