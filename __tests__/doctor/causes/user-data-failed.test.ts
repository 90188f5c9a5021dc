import { type Change, idsIn, linesOf, unhealthy } from "../support/shop-evidence";

const cause = "user-data-failed";

it("is likely where cloud-init says so [U11]", () => {
  expect(
    linesOf(cause, {
      targets: {
        web: unhealthy("Target.FailedHealthChecks", {
          console: "cloud-init[1932]: Failed loading yaml blob",
        }),
      },
    }),
  ).toEqual([
    "likely, web: cloud-init could not carry out the user data of the instance; correct the user data of aws_instance.web; /var/log/cloud-init-output.log on the instance shows the command that failed",
  ]);
});

it.each<[string, Change]>([
  [
    "it was the packages",
    {
      targets: {
        web: unhealthy("Target.FailedHealthChecks", {
          console: "cloud-init[1]: WARNING\nnpm error code E404",
        }),
      },
    },
  ],
  ["the target is healthy", { targets: { web: { console: "cloud-init[1932]: Failed loading yaml blob" } } }],
])("is silent where %s", (_, change) => {
  expect(idsIn(change)).not.toContain(cause);
});
