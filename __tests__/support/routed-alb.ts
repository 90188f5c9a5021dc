import { type TerraformStack, TerraformVariable } from "cdktf";
import type { AlbWithTargetGroup, RouteProps } from "../../constructs";
import { albIn, problemsIn, synthesize } from "./synthesize";
import type { SynthesizedStack } from "./synthesized-stack";

/** A certificate that exists, so that routes may sign users in. */
export const certificateArn = "arn:aws:acm:ap-northeast-2:123456789012:certificate/0a1b2c3d";

/** Routes by id; each may use the load balancer it is added to. */
export type Routes = Readonly<Record<string, RouteProps | ((alb: AlbWithTargetGroup) => RouteProps)>>;

function declare(stack: TerraformStack, routes: Routes): void {
  const alb = albIn(stack, { https: { certificateArn } });
  for (const [id, route] of Object.entries(routes)) {
    alb.addRoute(id, typeof route === "function" ? route(alb) : route);
  }
}

/** A load balancer on HTTPS with these routes. */
export function routedStack(routes: Routes): SynthesizedStack {
  return synthesize((stack) => declare(stack, routes));
}

/** Ids and messages of what is wrong with these routes. */
export function routeProblems(routes: Routes): string[] {
  return problemsIn((stack) => declare(stack, routes)).map(({ id, message }) => `${id}: ${message}`);
}

/** A secret that Terraform is given when it runs. */
export function secretIn(stack: TerraformStack): string {
  return new TerraformVariable(stack, "client_secret", { type: "string", sensitive: true }).stringValue;
}

/** The rule of a route. */
export function ruleOf(stack: SynthesizedStack, id: string) {
  return stack.only("aws_lb_listener_rule", `alb_https_${id}_rule`);
}
