import type { TerraformStack } from "cdktf";
import { declareLoadBalancer } from "./by-hand-load-balancer";
import { declareNetwork } from "./by-hand-network";
import { declareService } from "./by-hand-service";
import { measure, servicesByLoadBalancer } from "./measure";

// What a person writes who knows cdktf and does not know the constructs: plain functions over the provider's
// classes. It writes the same resources with the same attributes, and nothing in it is there to be slow.
measure((stack: TerraformStack, services: number) => {
  const network = declareNetwork(stack);
  for (const [name, serviceNames] of servicesByLoadBalancer(services)) {
    const alb = declareLoadBalancer(stack, name, network);
    serviceNames.forEach((service, index) => {
      declareService(stack, service, { network, alb, priority: index + 1 });
    });
  }
});
