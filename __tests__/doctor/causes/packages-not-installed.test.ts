import { type Change, idsIn, linesOf, unhealthy } from "../support/shop-evidence";

const cause = "packages-not-installed";

it("is what the console says [U11]", () => {
  expect(
    linesOf(cause, {
      targets: {
        web: unhealthy("Target.FailedHealthChecks", { console: "npm ci\nnpm error code ENOTFOUND\nlogin:" }),
      },
    }),
  ).toEqual([
    "certain, web: the instance could not install the packages of its server; give web a route to the internet and egress on TCP 443, then run its user data again or replace it",
  ]);
});

it("is a package that the image does not have [U11]", () => {
  expect(
    linesOf(cause, {
      targets: {
        web: unhealthy("Target.FailedHealthChecks", { console: "No match for argument: nodejs24" }),
      },
    }),
  ).toEqual([
    "certain, web: the instance could not install the packages of its server; give web a route to the internet and egress on TCP 443, then run its user data again or replace it",
  ]);
});

it.each<[string, Change]>([
  [
    "the console says nothing of it",
    {
      targets: {
        web: unhealthy("Target.FailedHealthChecks", { console: "Reached target multi-user.target" }),
      },
    },
  ],
  ["the target is healthy", { targets: { web: { console: "npm error code E500" } } }],
])("is silent where %s", (_, change) => {
  expect(idsIn(change)).not.toContain(cause);
});
