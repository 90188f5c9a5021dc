import { type Change, idsIn, linesOf, unhealthy } from "../support/shop-evidence";

const cause = "instance-not-running";

it("is a stopped instance [U16, H58]", () => {
  expect(
    linesOf(cause, {
      targets: {
        web: {
          state: "unused",
          reason: "Target.InvalidState",
          description: "Target is in the stopped state",
        },
      },
    }),
  ).toEqual([
    'certain, web: the instance is stopped, or on its way there; start aws_instance.web with "aws ec2 start-instances"; a stopped instance stays registered',
  ]);
});

it("is one that is terminated, which comes back by another apply [U16]", () => {
  expect(
    linesOf(cause, {
      targets: { web: { state: "unused", reason: "Target.InvalidState", machine: "terminated" } },
    }),
  ).toEqual([
    "certain, web: the instance is terminated; run terraform apply, which makes aws_instance.web anew and registers it",
  ]);
});

it.each<[string, Change]>([
  ["the instance runs", { targets: { web: unhealthy(503) } }],
  [
    "it is on its way up",
    { targets: { web: unhealthy("Target.FailedHealthChecks", { machine: "pending" }) } },
  ],
  ["it is being deregistered", { targets: { web: { state: "draining", machine: "shutting-down" } } }],
])("is silent where %s", (_, change) => {
  expect(idsIn(change)).not.toContain(cause);
});
