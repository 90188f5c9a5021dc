import { type Change, idsIn, linesOf } from "../support/shop-evidence";

const cause = "zone-without-targets";

const kept = (group: string) => ({
  aws_lb_target_group: { [group]: { load_balancing_cross_zone_enabled: "false" } },
});
const requests = [{ status: 503 }];

it("is why some requests end in 503 while targets are healthy [S9, E503]", () => {
  expect(linesOf(cause, { resource: kept("api"), requests })).toEqual([
    'likely, api: cross-zone load balancing is off, and the node in eu-west-1a has no target to ask, so it answers 503; set load_balancing_cross_zone_enabled of aws_lb_target_group.api to "true", or register a target in eu-west-1a',
  ]);
});

it.each<[string, Change]>([
  ["nobody has seen a 503", { resource: kept("api") }],
  ["every zone has a target", { resource: kept("web"), requests }],
  ["nodes ask targets of all zones", { requests }],
  [
    "the zone of a target is not known",
    { resource: kept("api"), targets: { api: { zone: null } }, requests },
  ],
  ["a server has answered 503", { resource: kept("api"), requests: [{ status: 503, targetName: "api" }] }],
])("is silent where %s", (_, change) => {
  expect(idsIn(change)).not.toContain(cause);
});
