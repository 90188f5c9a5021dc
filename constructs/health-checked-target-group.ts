import { isIP } from "node:net";
import { LbTargetGroup } from "@cdktf/provider-aws/lib/lb-target-group";
import { LbTargetGroupAttachment } from "@cdktf/provider-aws/lib/lb-target-group-attachment";
import { Construct } from "constructs";
import { lintAtSynth } from "./checks/lint-at-synth";
import { PropChecks } from "./checks/prop-checks";
import { filledText, type Kind, known, matching, oneOf, required, whole } from "./checks/prop-kinds";
import { listOf, objectOf, type Shape } from "./checks/prop-shapes";
import { isToken, show } from "./checks/values";
import { vpcIdentity } from "./network/vpc-identity";
import {
  checkHealthCheck,
  completeHealthCheck,
  HEALTH_CHECK,
  type HealthCheck,
  type HealthCheckProps,
  type ProtocolVersion,
  renderHealthCheck,
} from "./targets/health-check";
import { checkServedPorts } from "./targets/served-ports";
import { renderTargetGroupAttributes, type TargetGroupAttributes } from "./targets/target-group-attributes";
import { checkTargetGroupAttributes, TARGET_GROUP_ATTRIBUTES } from "./targets/target-group-checks";
import { declare } from "./terraform/declare";
import { NAME_STEM, physicalName } from "./terraform/physical-name";

/** Something that can be registered with a target group: an instance, or an IP address. */
export interface Target {
  /** Names the registration for good, such as the server's name. Unique in its target group. */
  readonly targetKey: string;
  /** Instance id, or IP address when the group's target type is `ip`. */
  readonly targetId: string;
  /** Ports on which the target answers; a registration on another is refused. @default not known, any port passes */
  readonly servesPorts?: readonly number[];
}

/** How one target is registered. */
export interface RegisterOptions {
  /** Port on which this target receives requests. @default the target group's port */
  readonly port?: number;
}

/** What a target group needs to know. */
export interface HealthCheckedTargetGroupProps extends TargetGroupAttributes {
  /** Id of the VPC in which the targets are. A change replaces the group. */
  readonly vpcId: string;
  /** Port on which the targets listen, 1 to 65535. A change replaces the group. @default 3000 */
  readonly port?: number;
  /** Protocol that the load balancer speaks to targets. A change replaces the group. @default "HTTP" */
  readonly protocol?: "HTTP" | "HTTPS";
  /** HTTP2 and GRPC need an HTTPS listener. A change replaces the group. @default "HTTP1" */
  readonly protocolVersion?: ProtocolVersion;
  /** A change replaces the group. @default "instance" */
  readonly targetType?: "instance" | "ip";
  /** @default path /health on the traffic port, every 30 s; see {@link HealthCheckProps} */
  readonly healthCheck?: HealthCheckProps;
  /** Readable start of the group's name, at most 23 characters; a hash follows. @default the construct's path */
  readonly nameStem?: string;
}

const PORT = whole(1, 65535, "port-out-of-range");

const TARGET_GROUP: Shape<HealthCheckedTargetGroupProps> = {
  vpcId: required(filledText("vpc-missing", "give the id of the VPC, such as network.vpcId")),
  port: PORT,
  protocol: oneOf(["HTTP", "HTTPS"], "protocol-unknown"),
  protocolVersion: known(oneOf(["HTTP1", "HTTP2", "GRPC"], "protocol-version-unknown")),
  targetType: oneOf(["instance", "ip"], "target-type-unknown"),
  healthCheck: objectOf(HEALTH_CHECK),
  nameStem: NAME_STEM,
  ...TARGET_GROUP_ATTRIBUTES,
};

const TARGET_KEY = required(known(filledText("target-key", "give the target a name of its own")));

const INSTANCE_ID = required(
  matching(/^i-[\w-]+$/, "the id of an instance", "target-id", "give it as i-0123456789abcdef0"),
);

const ADDRESS: Kind = {
  ...INSTANCE_ID,
  must: "an IP address",
  fix: "give it as 10.0.0.5",
  accepts: (value) => typeof value === "string" && (isIP(value) !== 0 || isToken(value)),
};

const SERVED = listOf(PORT);

const OPTIONS = objectOf<RegisterOptions>({ port: PORT });

/**
 * A target group with an explicit health check: port 3000 and path `/health` unless said otherwise.
 *
 * A change that replaces the group creates the new one first, under a new name, because AWS does not delete a
 * group that a listener still uses.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html
 */
export class HealthCheckedTargetGroup extends Construct {
  /** The `aws_lb_target_group`. */
  public readonly resource: LbTargetGroup;
  public readonly arn: string;
  /** Port on which targets receive requests unless they are registered on another. */
  public readonly port: number;
  public readonly healthCheck: HealthCheck;
  /** Protocol that the load balancer speaks to targets. */
  public readonly protocol: "HTTP" | "HTTPS";
  public readonly protocolVersion: ProtocolVersion;
  /** How targets are named: by instance id, or by IP address. */
  public readonly targetType: "instance" | "ip";
  /** How clients are kept on one target; undefined when they are not. */
  public readonly stickinessType: "lb_cookie" | "app_cookie" | undefined;
  private readonly check: PropChecks;
  private readonly keys = new Set<string>();
  private readonly targetIds: Kind;

  public constructor(scope: Construct, id: string, given: HealthCheckedTargetGroupProps) {
    super(scope, id);
    lintAtSynth(this);
    this.check = new PropChecks(this, () => this.resource);
    const props = this.check.props(given, TARGET_GROUP);
    const { protocol = "HTTP", protocolVersion = "HTTP1", targetType = "instance" } = props;
    this.port = props.port ?? 3000;
    this.healthCheck = completeHealthCheck(props.healthCheck, protocol, protocolVersion);
    this.protocol = protocol;
    this.protocolVersion = protocolVersion;
    this.targetType = targetType;
    this.stickinessType = props.stickiness?.type;
    this.targetIds = targetType === "ip" ? ADDRESS : INSTANCE_ID;
    checkHealthCheck(this.check, this.healthCheck, protocolVersion);
    checkTargetGroupAttributes(this.check, props, given);
    this.resource = declare(this, () => {
      const replacedBy = {
        port: this.port,
        protocol,
        protocolVersion,
        targetType,
        vpcId: props.vpcId,
      };
      return new LbTargetGroup(this, "group", {
        ...replacedBy,
        name: physicalName(this, [replacedBy, vpcIdentity(this, props.vpcId)], props.nameStem),
        healthCheck: renderHealthCheck(this.healthCheck),
        ...renderTargetGroupAttributes(props),
        lifecycle: { createBeforeDestroy: true },
      });
    });
    this.arn = declare(this, () => this.resource.arn);
  }

  /** Port that health checks use: the health check's own, or the traffic port. */
  public get healthCheckPort(): number {
    return this.healthCheck.port === "traffic-port" ? this.port : this.healthCheck.port;
  }

  /**
   * Registers a target. The registration is keyed by the target, so that adding or removing one leaves the
   * others alone. Removing a target stops its requests at once where the instance goes too; the server drains
   * on its own when it is told to stop.
   */
  public register(given: Target, options: RegisterOptions = {}): LbTargetGroupAttachment {
    const target: Partial<Target> = Object(given);
    const targetKey = this.check.value("targetKey", target.targetKey, TARGET_KEY);
    const targetId = this.check.value(`targetId of ${show(targetKey)}`, target.targetId, this.targetIds);
    const { port = this.port } =
      this.check.value(`options of target ${show(targetKey)}`, options, OPTIONS) ?? {};
    const served = this.check.value(`servesPorts of ${show(targetKey)}`, target.servesPorts, SERVED);
    const healthPort = this.healthCheck.port === "traffic-port" ? port : this.healthCheck.port;
    if (served) checkServedPorts(this.check, targetKey, served, { port, healthPort });
    const isTaken = targetKey !== undefined && this.keys.has(targetKey.toLowerCase());
    if (isTaken) {
      const rule = `target ${show(targetKey)} must be registered once, got it twice`;
      this.check.refuse("target-declared-twice", `${rule}; give each target a name of its own`);
    }
    const key = isTaken || targetKey === undefined ? `refused-${this.keys.size}` : targetKey;
    this.keys.add(key.toLowerCase());
    return declare(
      this,
      () =>
        new LbTargetGroupAttachment(this, `target-${key}`, {
          targetGroupArn: this.arn,
          targetId: targetId ?? "",
          port,
        }),
    );
  }
}
