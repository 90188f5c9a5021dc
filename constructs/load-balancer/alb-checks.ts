import type { IConstruct } from "constructs";
import type { AlbWithTargetGroupProps } from "../alb-with-target-group";
import type { PropChecks } from "../checks/prop-checks";
import { anything, known, knownFlag, oneOf, whole } from "../checks/prop-kinds";
import { anyObject, objectOf, type Shape } from "../checks/prop-shapes";
import { HealthCheckedTargetGroup } from "../health-checked-target-group";
import { NETWORK } from "../network/network-kind";
import type { RouteAction } from "../routing/actions";
import { NAME_STEM } from "../terraform/physical-name";
import type { HttpsProps } from "./https";
import type { ApplicationListener } from "./listener";
import { checkLoadBalancerAttributes, LOAD_BALANCER_ATTRIBUTES } from "./load-balancer-attributes";

/** Quotas of an account that AWS raises on request. */
export interface Quotas {
  /** Rules of a load balancer, default rules not counted. @default 100 */
  readonly rules?: number;
  /** Rules of a security group in one direction. @default 60 */
  readonly securityGroupRules?: number;
}

/** Target groups that one load balancer may use; AWS does not raise it. */
const TARGET_GROUPS = 100;

const HTTPS: Shape<HttpsProps> = {
  certificateArn: anything,
  domainName: anything,
  hostedZoneId: anything,
  alternativeNames: anything,
  sslPolicy: anything,
  redirectHttp: knownFlag,
  additionalCertificateArns: anything,
};

const QUOTAS: Shape<Quotas> = {
  rules: known(whole(1, 10_000, "quota-out-of-range")),
  securityGroupRules: known(whole(1, 1000, "quota-out-of-range")),
};

/** What each prop of a load balancer must be. What is handed on to another construct is checked there. */
export const ALB: Shape<AlbWithTargetGroupProps> = {
  network: NETWORK,
  internal: knownFlag,
  ipAddressType: known(
    oneOf(["ipv4", "dualstack", "dualstack-without-public-ipv4"], "ip-address-type-unknown"),
  ),
  allowedCidrs: anything,
  https: objectOf(HTTPS),
  targetGroup: anyObject,
  defaultAction: anything,
  nameStem: NAME_STEM,
  quotas: objectOf(QUOTAS),
  ...LOAD_BALANCER_ATTRIBUTES,
};

/** Reports props that cannot make a load balancer. */
export function checkAlb(check: PropChecks, props: AlbWithTargetGroupProps): void {
  checkLoadBalancerAttributes(check, props);
  const family = props.ipAddressType ?? "ipv4";
  if (props.internal === true && family !== "ipv4") {
    const rule = "ipAddressType must be ipv4 when internal";
    check.refuse("internal-needs-ipv4", `${rule}, got ${family}; drop one of the two`);
  }
  if (props.targetGroup && props.defaultAction !== undefined) {
    check.refuse(
      "default-twice",
      "targetGroup must be absent beside a defaultAction, got both; drop one, a default action needs no group",
    );
  }
  checkHttps(check, props.https);
  checkSubnets(check, props);
}

/** What is wrong inside a certificate or a domain is found where those are declared. */
function checkHttps(check: PropChecks, https: HttpsProps | undefined): void {
  const given = (https ?? {}) as { readonly [prop: string]: unknown };
  const { certificateArn, domainName, hostedZoneId, alternativeNames } = given;
  const byDomain = [domainName, hostedZoneId, alternativeNames].some((value) => value !== undefined);
  if (certificateArn === undefined || !byDomain) return;
  const rule = "https must hold certificateArn, or domainName and hostedZoneId, got both";
  check.refuse("https-twice", `${rule}; remove one`);
}

function checkSubnets(check: PropChecks, { network, internal }: AlbWithTargetGroupProps): void {
  const { publicSubnets, privateSubnets } = network;
  const used = internal && privateSubnets.length > 0 ? privateSubnets : publicSubnets;
  const zones = new Set(used.map(({ zone }) => zone));
  if (zones.size >= 2) return;
  const which = used === publicSubnets ? "public subnets" : "subnets";
  check.refuse("too-few-zones", `network must have ${which} in two zones, got ${zones.size}; add a zone`);
}

/** Reports more rules or target groups than a load balancer may have. */
export function checkQuotas(
  check: PropChecks,
  listeners: readonly ApplicationListener[],
  defaultGroupArn: string | undefined,
  quotas: Quotas = {},
): void {
  const routes = listeners.flatMap((listener) => [...listener.routes]);
  const rulesQuota = quotas.rules ?? 100;
  if (routes.length > rulesQuota) {
    const fix = "use a second load balancer, or raise the quota and say so in quotas.rules";
    check.refuse("too-many-rules", `a load balancer must have at most ${rulesQuota} rules, got more; ${fix}`);
  }
  const groups = new Set(routes.flatMap(({ action }) => groupsOf(action)));
  if (defaultGroupArn) groups.add(defaultGroupArn);
  if (groups.size > TARGET_GROUPS) {
    const fix = "use a second load balancer";
    check.refuse(
      "too-many-target-groups",
      `a load balancer must have at most ${TARGET_GROUPS} target groups, got more; ${fix}`,
    );
  }
}

const albByGroup = new WeakMap<HealthCheckedTargetGroup, IConstruct>();

/** Reports a target group that another load balancer uses already: AWS lets a group serve one only. */
export function checkGroupOwners(check: PropChecks, alb: IConstruct, action: unknown): void {
  for (const group of groupConstructsOf(action)) {
    const owner = albByGroup.get(group) ?? alb;
    albByGroup.set(group, owner);
    if (owner === alb) continue;
    const got = `got ${group.node.path}, which ${owner.node.path} uses`;
    const rule = `a target group must be behind one load balancer, ${got}`;
    check.refuse("target-group-of-another-alb", `${rule}; make another for this one`);
  }
}

/** The action may be wrong still: what is no target group is left to the listener's own checks. */
function groupConstructsOf(action: unknown): HealthCheckedTargetGroup[] {
  const { forward, weightedForward } = Object(action);
  const { targetGroups } = Object(weightedForward);
  const weighted = Array.isArray(targetGroups) ? targetGroups.map((entry) => Object(entry).targetGroup) : [];
  return [forward, ...weighted].filter((group) => group instanceof HealthCheckedTargetGroup);
}

function groupsOf(action: RouteAction | undefined): string[] {
  if (action === undefined) return [];
  if ("forward" in action) return [action.forward.arn];
  if (!("weightedForward" in action)) return [];
  return action.weightedForward.targetGroups.map(({ targetGroup }) => targetGroup.arn);
}
