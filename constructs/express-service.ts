import type { LbListenerRule } from "@cdktf/provider-aws/lib/lb-listener-rule";
import { Construct } from "constructs";
import type { Authentication } from "./actions";
import type { AlbWithTargetGroup } from "./alb-with-target-group";
import type { RouteCondition } from "./conditions";
import { ExpressInstance, type ServerInstanceOptions } from "./express-instance";
import { HealthCheckedTargetGroup, type HealthCheckedTargetGroupProps } from "./health-checked-target-group";
import { InstanceSecurityGroup } from "./instance-security-group";
import { PropChecks, show } from "./prop-checks";
import { ServerLaunchTemplate } from "./server-launch-template";
import { ServerRole } from "./server-role";

/** Which requests a service answers. At least one of `pathPrefix`, `hosts` and `conditions`. */
export interface ServiceRoute {
  /** A path and all below it: `/api` answers `/api` and `/api/...`. The server greets there. */
  readonly pathPrefix?: string;
  /** Hosts that the service answers, such as `shop.example.com`. @default every host */
  readonly hosts?: readonly string[];
  /** Further conditions; all must hold. */
  readonly conditions?: readonly RouteCondition[];
  /** @default assigned from the service's id */
  readonly priority?: number;
  /** Signs users in first; HTTPS only. */
  readonly authenticate?: Authentication;
}

/** What a service needs to know. */
export interface ExpressServiceProps extends ServerInstanceOptions {
  readonly alb: AlbWithTargetGroup;
  /** Requests that the service answers. @default the load balancer's default action, by its default target group */
  readonly route?: ServiceRoute;
  /** Names of the servers, one instance each. @default `Server-1`, `Server-2`; `<id>-1`, ... for a routed service */
  readonly serverNames?: readonly string[];
  /** Number of instances, 1 to 1000, spread over the zones in turn. @default one for each zone */
  readonly instances?: number;
  /** The target group of a routed service. @default port 3000, health path /health */
  readonly targetGroup?: Omit<HealthCheckedTargetGroupProps, "vpcId">;
  /** A security group shared with other services on the same ports. @default one of its own */
  readonly securityGroup?: InstanceSecurityGroup;
}

/**
 * A service: a target group, its instances spread over the zones, and the route to it. Without a route it is
 * the load balancer's default service.
 *
 * Everything of the service lies below this construct, so that adding or removing a service touches no other.
 */
export class ExpressService extends Construct {
  public readonly targetGroup: HealthCheckedTargetGroup;
  public readonly securityGroup: InstanceSecurityGroup;
  public readonly instances: readonly ExpressInstance[];
  /** The listener rule; none for the default service. */
  public readonly rule: LbListenerRule | undefined;

  public constructor(scope: Construct, id: string, props: ExpressServiceProps) {
    super(scope, id);
    const { alb, route } = props;
    const check = new PropChecks(this, () => this.rule);
    this.targetGroup = this.declareTargetGroup(check, props);
    const names = serverNames(check, id, props);
    const ports = [this.targetGroup.port, this.targetGroup.healthCheckPort];
    this.securityGroup =
      props.securityGroup ?? new InstanceSecurityGroup(this, "security-group", { alb, ports });
    const shared = {
      basePath: route?.pathPrefix,
      ...props,
      targetGroup: this.targetGroup,
      securityGroup: this.securityGroup,
      launchTemplate: new ServerLaunchTemplate(this, "launch-template", props),
      role: new ServerRole(this, "role"),
    };
    const zones = zonesOf(props);
    this.instances = names.map((serverName, index) => {
      const zone = zones[index % zones.length] ?? "";
      const first = !route && index === 0;
      const key = names.indexOf(serverName) === index ? serverName : `${serverName}-${index}`;
      const instance = new ExpressInstance(this, key, { ...shared, serverName, zone, first });
      this.targetGroup.register(instance);
      return instance;
    });
    this.rule = route && this.declareRoute(check, id, alb, route);
  }

  private declareTargetGroup(check: PropChecks, props: ExpressServiceProps): HealthCheckedTargetGroup {
    const { alb, route, targetGroup } = props;
    if (!route && targetGroup) {
      check.refuse(
        "service-target-group",
        "targetGroup must be absent without a route; give it to the load balancer",
      );
    }
    if (!route) return alb.targetGroup;
    return new HealthCheckedTargetGroup(this, "targets", { ...targetGroup, vpcId: alb.network.vpcId });
  }

  private declareRoute(
    check: PropChecks,
    id: string,
    alb: AlbWithTargetGroup,
    route: ServiceRoute,
  ): LbListenerRule {
    const { pathPrefix, hosts, conditions = [], priority, authenticate } = route;
    const all: RouteCondition[] = [...conditions];
    if (hosts) all.unshift({ hostHeader: hosts });
    if (pathPrefix !== undefined) all.unshift({ pathPattern: prefixPatterns(pathPrefix) });
    if (/[*?]/.test(pathPrefix ?? "")) {
      const got = show(pathPrefix);
      check.refuse(
        "path-prefix-wildcard",
        `route.pathPrefix must hold no wildcards, got ${got}; use conditions`,
      );
    }
    return alb.addRoute(id, {
      conditions: all,
      action: { forward: this.targetGroup, authenticate },
      priority,
    });
  }
}

/** Two patterns, so that `/api` does not answer `/apikeys`. */
function prefixPatterns(pathPrefix: string): string[] {
  const bare = String(pathPrefix).replace(/\/+$/, "");
  return bare === "" ? ["/*"] : [bare, `${bare}/*`];
}

function zonesOf({ alb: { network }, publicAddress }: ExpressServiceProps): string[] {
  const hidden = network.privateSubnets.length > 0 && publicAddress !== true;
  return (hidden ? network.privateSubnets : network.publicSubnets).map(({ zone }) => zone);
}

function serverNames(check: PropChecks, id: string, props: ExpressServiceProps): readonly string[] {
  const { instances, serverNames: given } = props;
  check.wholeNumber("instances", instances, { min: 1, max: 1000, id: "instance-count" });
  if (given && instances !== undefined && instances !== given.length) {
    const got = `got ${given.length} names and ${instances} instances`;
    check.refuse(
      "instance-count-and-names",
      `serverNames must name every instance, ${got}; leave instances out`,
    );
  }
  if (given) {
    if (given.length === 0)
      check.refuse("no-servers", "serverNames must name at least one server, got none; name one");
    return given;
  }
  const count = instances ?? Math.max(zonesOf(props).length, 1);
  const possible = Number.isInteger(count) && count >= 1 && count <= 1000 ? count : 1;
  const prefix = props.route ? id : "Server";
  return Array.from({ length: possible }, (_, index) => `${prefix}-${index + 1}`);
}
