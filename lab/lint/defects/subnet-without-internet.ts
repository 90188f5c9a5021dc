import type { Subnet } from "../../topology";
import type { Defect } from "../defect";
import { routesOf, routeTableOf } from "../route-tables";
import type { Subject } from "../subject";
import { describedSubnets } from "../subnets";
import { known } from "../values";

/** Clients on the internet reach a load balancer by way of an internet gateway. */
export const subnetWithoutInternet: Defect = {
  id: "subnet-without-internet",
  severity: "error",
  facts: ["N5", "TF3"],
  *find(subject) {
    for (const lb of subject.loadBalancers()) {
      if (known(lb.internal) !== false) continue;
      for (const subnet of describedSubnets(subject, lb)) {
        const table = tableWithoutInternet(subject, subnet);
        if (table === undefined) continue;
        yield {
          at: lb,
          message: `subnets must have a route to an internet gateway, got ${subnet.address}, which uses ${table}`,
          fix: "use public subnets, add the route, or set internal to true",
        };
      }
    }
  },
};

/** The route table of a subnet from which no route leads to the internet; `undefined`: one does, or may. */
function tableWithoutInternet(subject: Subject, subnet: Subnet): string | undefined {
  if (subject.isLookedUp(subnet) || subnet.instances) return undefined;
  const table = routeTableOf(subject, subnet);
  if (table === undefined) return undefined;
  const routes = routesOf(subject, table);
  if (routes === undefined || routes.some(mayReachInternet)) return undefined;
  return table === "main" ? "the main route table of its VPC" : table.address;
}

/** Only these are known not to: an appliance, an endpoint of a firewall or a transit gateway may pass traffic on. */
function mayReachInternet(target: string): boolean {
  return !["nat_gateway_id", "egress_only_gateway_id", "vpc_peering_connection_id"].includes(target);
}
