import type { LbListenerRule } from "@cdktf/provider-aws/lib/lb-listener-rule";
import { Construct } from "constructs";
import { AlbWithTargetGroup } from "./alb-with-target-group";
import { PropChecks } from "./checks/prop-checks";
import { anything, instanceOf, type Kind, known, matching, required, text, whole } from "./checks/prop-kinds";
import { anyObject, listOf, objectOf, type Shape } from "./checks/prop-shapes";
import { show } from "./checks/values";
import { ExpressInstance, SERVER_OPTIONS, type ServerInstanceOptions } from "./express-instance";
import { HealthCheckedTargetGroup, type HealthCheckedTargetGroupProps } from "./health-checked-target-group";
import { isAdmitting } from "./instances/instance-fit";
import { InstanceSecurityGroup } from "./instances/instance-security-group";
import { ServerLaunchTemplate } from "./instances/server-launch-template";
import { ServerRole } from "./instances/server-role";
import type { Authentication } from "./routing/actions";
import type { RouteCondition } from "./routing/conditions";

/** Which requests a service answers. At least one of `pathPrefix`, `hosts` and `conditions`. */
export interface ServiceRoute {
  /**
   * A path and all below it: `/api` takes `/api` and `/api/...`. The lab's server greets at the path itself and
   * answers 404 below it.
   */
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
  /**
   * Number of instances, 1 to 1000, spread over the network's zones in turn. Another list of zones moves, and so
   * replaces, those instances whose turn changes.
   * @default one for each zone
   */
  readonly instances?: number;
  /** The target group of a routed service. @default port 3000, health path /health */
  readonly targetGroup?: Omit<HealthCheckedTargetGroupProps, "vpcId">;
  /** A security group shared with other services of the load balancer on the same ports. @default one of its own */
  readonly securityGroup?: InstanceSecurityGroup;
}

const PATH_PREFIX = known(
  matching(
    /^(?=.{1,126}$)(?!.*\/\.{1,2}(\/|$))(\/|(\/[A-Za-z0-9._~+@:-]+)+\/?)$/,
    "a normal absolute path of at most 126 letters, digits and - . _ ~ + @ : between slashes",
    "path-prefix-malformed",
    "write it as /api; for wildcards use conditions",
  ),
);

const ROUTE: Shape<ServiceRoute> = {
  pathPrefix: PATH_PREFIX,
  hosts: listOf(text),
  conditions: known(listOf(anything)),
  priority: anything,
  authenticate: anything,
};

const SERVER_NAME = matching(
  /^[A-Za-z0-9-]{1,63}$/,
  "1 to 63 letters, digits or hyphens",
  "server-name-invalid",
  "rename the server",
);

const SERVER_NAMES: Kind = known({
  ...listOf(known(SERVER_NAME)),
  id: "no-servers",
  must: "a list of at least one name",
  accepts: (value) => Array.isArray(value) && value.length > 0,
});

const SERVICE: Shape<ExpressServiceProps> = {
  alb: required(instanceOf(AlbWithTargetGroup)),
  route: anything,
  serverNames: SERVER_NAMES,
  instances: known(whole(1, 1000, "instance-count")),
  targetGroup: anyObject,
  securityGroup: instanceOf(InstanceSecurityGroup),
  ...SERVER_OPTIONS,
};

/**
 * A service: a target group, its instances spread over the zones, and the route to it. Without a route it is
 * the load balancer's default service.
 *
 * Everything of the service lies below this construct, so that adding or removing a service touches no other.
 */
export class ExpressService extends Construct {
  public readonly targetGroup: HealthCheckedTargetGroup;
  public readonly securityGroup: InstanceSecurityGroup;
  /** The role of its instances, to let them use other things of the team. */
  public readonly role: ServerRole;
  public readonly instances: readonly ExpressInstance[];
  /** The listener rule; none for the default service. */
  public readonly rule: LbListenerRule | undefined;

  public constructor(scope: Construct, id: string, given: ExpressServiceProps) {
    super(scope, id);
    const check = new PropChecks(this, () => this.rule);
    const props = check.props(given, SERVICE);
    const { alb } = props;
    if (!alb) check.stop();
    const routeCheck = new PropChecks(this, () => this.rule);
    const route = routeCheck.value("route", props.route, objectOf(ROUTE));
    this.targetGroup = this.declareTargetGroup(check, props);
    const ports = [this.targetGroup.port, this.targetGroup.healthCheckPort];
    const shared = props.securityGroup;
    this.securityGroup =
      shared && isAdmitting(check, shared, alb, this.targetGroup)
        ? shared
        : new InstanceSecurityGroup(this, "security-group", { alb, ports });
    this.role = new ServerRole(this, "role");
    this.instances = this.declareInstances(check, props, route?.pathPrefix);
    this.rule = route && routeCheck.isClean ? this.declareRoute(alb, route) : undefined;
  }

  private declareTargetGroup(check: PropChecks, props: ExpressServiceProps): HealthCheckedTargetGroup {
    const { alb, route, targetGroup } = props;
    if (route === undefined && targetGroup) {
      const rule = "targetGroup must be absent without a route, got one";
      check.refuse("service-target-group", `${rule}; give it to the load balancer`);
    }
    if (route === undefined) return alb.targetGroup;
    return new HealthCheckedTargetGroup(this, "targets", { ...targetGroup, vpcId: alb.network.vpcId });
  }

  private declareInstances(
    check: PropChecks,
    props: ExpressServiceProps,
    pathPrefix: string | undefined,
  ): ExpressInstance[] {
    const { route, instances: _, serverNames: __, architecture, imageId, rootVolumeGib, ...options } = props;
    const shared = {
      basePath: pathPrefix,
      ...options,
      targetGroup: this.targetGroup,
      securityGroup: this.securityGroup,
      launchTemplate: new ServerLaunchTemplate(this, "launch-template", {
        architecture,
        imageId,
        rootVolumeGib,
      }),
      role: this.role,
    };
    const zones = zonesOf(props);
    return serverNames(check, this.node.id, props).map((serverName, index) => {
      const zone = zones[index % zones.length] ?? "";
      const first = route === undefined && index === 0;
      const key = check.childId(this, "a server's name", serverName);
      const instance = new ExpressInstance(this, key, { ...shared, serverName, zone, first });
      this.targetGroup.register(instance);
      return instance;
    });
  }

  private declareRoute(alb: AlbWithTargetGroup, route: ServiceRoute): LbListenerRule {
    const { pathPrefix, hosts, conditions = [], priority, authenticate } = route;
    const all: RouteCondition[] = [...conditions];
    if (hosts) all.unshift({ hostHeader: hosts });
    if (pathPrefix !== undefined) all.unshift({ pathPattern: prefixPatterns(pathPrefix) });
    const action = { forward: this.targetGroup, authenticate };
    return alb.addRoute(this.node.id, { conditions: all, action, priority });
  }
}

/** Two patterns, so that `/api` does not answer `/apikeys`. */
function prefixPatterns(pathPrefix: string): string[] {
  const bare = pathPrefix.replace(/\/+$/, "");
  return bare === "" ? ["/*"] : [bare, `${bare}/*`];
}

function zonesOf({ alb: { network }, publicAddress }: ExpressServiceProps): string[] {
  const hidden = network.privateSubnets.length > 0 && publicAddress !== true;
  return (hidden ? network.privateSubnets : network.publicSubnets).map(({ zone }) => zone);
}

function serverNames(check: PropChecks, id: string, props: ExpressServiceProps): readonly string[] {
  const { instances, serverNames: given } = props;
  if (given && instances !== undefined && instances !== given.length) {
    const rule = `serverNames must name every instance, got ${given.length} names and ${instances} instances`;
    check.refuse("instance-count-and-names", `${rule}; leave instances out`);
  }
  if (given) return differing(check, given);
  const count = instances ?? Math.max(zonesOf(props).length, 1);
  const prefix = props.route === undefined ? "Server" : id;
  return Array.from({ length: count }, (_, index) => `${prefix}-${index + 1}`);
}

/** Names that differ in letter case only cannot be told apart by people. */
function differing(check: PropChecks, names: readonly string[]): string[] {
  const byKey = new Map<string, string>();
  for (const name of names) {
    const first = byKey.get(name.toLowerCase());
    byKey.set(name.toLowerCase(), first ?? name);
    if (first === undefined) continue;
    const rule = `serverNames must differ in more than letter case, got ${show(first)} and ${show(name)}`;
    check.refuse("server-declared-twice", `${rule}; rename one`);
  }
  return [...byKey.values()];
}
