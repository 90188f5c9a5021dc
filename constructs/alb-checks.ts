import type { RouteAction } from "./actions";
import type { AlbWithTargetGroupProps } from "./alb-with-target-group";
import type { ApplicationListener } from "./listener";
import { checkLoadBalancerAttributes } from "./load-balancer-attributes";
import { stemProblem } from "./physical-name";
import { type PropChecks, show } from "./prop-checks";

/** Quotas of an account that AWS raises on request. */
export interface Quotas {
  /** Rules of a load balancer, default rules not counted. @default 100 */
  readonly rules?: number;
  /** Rules of a security group in one direction. @default 60 */
  readonly securityGroupRules?: number;
}

/** Target groups that one load balancer may use; AWS does not raise it. */
const TARGET_GROUPS = 100;

/** Reports props that cannot make a load balancer. */
export function checkAlb(check: PropChecks, props: AlbWithTargetGroupProps): void {
  checkLoadBalancerAttributes(check, props);
  const families = ["ipv4", "dualstack", "dualstack-without-public-ipv4"];
  check.oneOf("ipAddressType", props.ipAddressType, families, "ip-address-type-unknown");
  const family = props.ipAddressType ?? "ipv4";
  if (props.internal === true && family !== "ipv4") {
    check.refuse(
      "internal-needs-ipv4",
      `ipAddressType must be ipv4 when internal, got ${family}; drop one of the two`,
    );
  }
  const stem = props.nameStem === undefined ? undefined : stemProblem(props.nameStem);
  if (stem) check.refuse("name-stem-refused", `nameStem ${show(props.nameStem)} ${stem}; choose another`);
  if (props.targetGroup && props.defaultAction) {
    check.refuse(
      "default-twice",
      "give targetGroup or defaultAction, not both; a default action needs no target group",
    );
  }
  const { publicSubnets = [], privateSubnets = [] } = props.network ?? {};
  const used = props.internal && privateSubnets.length > 0 ? privateSubnets : publicSubnets;
  const zones = new Set(used.map(({ zone }) => zone));
  if (zones.size < 2) {
    const which = used === publicSubnets ? "public subnets" : "subnets";
    const got = `got ${zones.size}`;
    check.refuse(
      "too-few-zones",
      `an application load balancer needs ${which} in two zones, ${got}; add a zone`,
    );
  }
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
    check.refuse("too-many-rules", `a load balancer takes ${rulesQuota} rules, got more; ${fix}`);
  }
  const groups = new Set(routes.flatMap(({ action }) => groupsOf(action)));
  if (defaultGroupArn) groups.add(defaultGroupArn);
  if (groups.size > TARGET_GROUPS) {
    const fix = "use a second load balancer";
    check.refuse(
      "too-many-target-groups",
      `a load balancer takes ${TARGET_GROUPS} target groups, got more; ${fix}`,
    );
  }
}

function groupsOf(action: RouteAction): string[] {
  if ("forward" in action) return [action.forward?.arn];
  if (!("weightedForward" in action)) return [];
  return action.weightedForward.targetGroups.map(({ targetGroup }) => targetGroup?.arn);
}
