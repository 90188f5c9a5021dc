import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { App, TerraformStack } from "cdktf";

/**
 * The zones of both programs; each service has one instance in each. They stand in private subnets: a region gives
 * out five public addresses, not two hundred.
 */
export const zones = ["ap-northeast-2a", "ap-northeast-2c"] as const;

/** A load balancer's security group takes 60 outbound rules, and each service has a security group of its own. */
export const servicesPerLoadBalancer = 60;

/** The names of the load balancers and, for each, of its services: names whose assigned priorities all differ. */
export function servicesByLoadBalancer(services: number): ReadonlyMap<string, readonly string[]> {
  const names = Array.from({ length: services }, (_, index) => `app-${index}`);
  const loadBalancers = Math.ceil(services / servicesPerLoadBalancer);
  return new Map(
    Array.from({ length: loadBalancers }, (_, index) => [
      `alb-${index}`,
      names.slice(index * servicesPerLoadBalancer, (index + 1) * servicesPerLoadBalancer),
    ]),
  );
}

/** Builds and synthesizes one stack of the number of services in the first argument; prints the milliseconds. */
export function measure(build: (stack: TerraformStack, services: number) => void): void {
  const started = performance.now();
  const app = new App();
  const stack = new TerraformStack(app, "bench");
  new AwsProvider(stack, "aws", { region: "ap-northeast-2" });
  build(stack, Number(process.argv[2]));
  app.synth();
  console.log(performance.now() - started);
}
