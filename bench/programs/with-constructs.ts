import { AlbWithTargetGroup, ExpressService, LabNetwork } from "../../constructs";
import { measure, servicesByLoadBalancer, zones } from "./measure";

measure((stack, services) => {
  const network = new LabNetwork(stack, "network", { zones, privateSubnets: true, natGateways: "one" });
  for (const [name, serviceNames] of servicesByLoadBalancer(services)) {
    const defaultAction = { fixedResponse: { statusCode: 404, messageBody: "Not Found" } };
    const alb = new AlbWithTargetGroup(stack, name, { network, defaultAction });
    for (const service of serviceNames) {
      new ExpressService(stack, service, { alb, route: { pathPrefix: `/${service}` } });
    }
  }
});
