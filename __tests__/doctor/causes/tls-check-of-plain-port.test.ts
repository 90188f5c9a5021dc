import {
  type Change,
  checked,
  httpsGroup,
  idsIn,
  linesOf,
  probed,
  unhealthy,
  withServer,
} from "../support/shop-evidence";

const cause = "tls-check-of-plain-port";

it("is certain where the server is known to speak plain HTTP [U10]", () => {
  expect(
    linesOf(cause, {
      resource: { ...withServer({}), ...checked({ protocol: "HTTPS" }) },
      targets: { web: unhealthy("Target.Timeout") },
    }),
  ).toEqual([
    "certain, web: health checks speak HTTPS to port 3000, where the server speaks plain HTTP; set health_check protocol of aws_lb_target_group.web to HTTP",
  ]);
});

it("is likely where requests go there in plain HTTP [U10]", () => {
  expect(
    linesOf(cause, {
      resource: checked({ protocol: "HTTPS" }),
      targets: { web: unhealthy("Target.Timeout") },
    }),
  ).toEqual([
    "likely, web: health checks speak HTTPS to port 3000, where the server speaks plain HTTP; set health_check protocol of aws_lb_target_group.web to HTTP",
  ]);
});

it("is mended in two places where requests speak TLS as well [U10]", () => {
  const { resource } = httpsGroup;
  const targets = { web: unhealthy("Target.FailedHealthChecks", probed("no TLS there")) };
  expect(linesOf(cause, { resource, targets })).toEqual([
    "certain, web: health checks speak HTTPS to port 3000, where the server speaks plain HTTP; set protocol and health_check protocol of aws_lb_target_group.web to HTTP",
  ]);
});

it.each<[string, Change]>([
  ["health checks are plain", { resource: withServer({}), targets: { web: unhealthy("Target.Timeout") } }],
  ["the group speaks HTTPS", { ...httpsGroup, targets: { web: unhealthy("Target.Timeout") } }],
])("is silent where %s", (_, change) => {
  expect(idsIn(change)).not.toContain(cause);
});
