import type { Block, Link, Resource } from "../../topology";
import type { Defect } from "../defect";
import { blocksOf, textOf } from "../policy";
import type { Subject } from "../subject";

/** A server as the way out of a network is one machine that somebody has to keep alive. */
export const defaultRouteByInstance: Defect = {
  id: "default-route-by-instance",
  severity: "warning",
  facts: ["CKV2_AWS_35"],
  profile: "prod",
  *find(subject) {
    for (const { at, route } of routesOf(subject)) {
      const to = ["destination_cidr_block", "cidr_block"].map((name) => textOf(route, [name], ""));
      const by = ["network_interface_id", "instance_id"].find((name) => isKnown(route.link(name)));
      if (!to.includes("0.0.0.0/0") || by === undefined) continue;
      yield {
        at,
        message: `a default route must lead to a gateway, got ${by}`,
        fix: "use nat_gateway_id with aws_nat_gateway",
      };
    }
  },
};

function routesOf(subject: Subject): readonly { readonly at: Resource; readonly route: Block }[] {
  const inline = subject
    .resources("aws_route_table", "aws_default_route_table")
    .flatMap((at) => (blocksOf(at, "route") ?? []).map((route) => ({ at, route })));
  const beside = subject.resources("aws_route").map((route) => ({ at: route, route }));
  // a state shows in a table too the routes that are declared beside it
  return beside.length > 0 && subject.topology.source.kind !== "synth" ? beside : [...inline, ...beside];
}

function isKnown(link: Link | undefined): boolean {
  return link !== undefined && ("address" in link || "external" in link);
}
