import { LbTargetGroup } from "@cdktf/provider-aws/lib/lb-target-group";
import { LbTargetGroupAttachment } from "@cdktf/provider-aws/lib/lb-target-group-attachment";
import { Construct } from "constructs";
import { declare } from "./declare";
import {
  checkHealthCheck,
  completeHealthCheck,
  type HealthCheck,
  type HealthCheckProps,
  type ProtocolVersion,
  renderHealthCheck,
} from "./health-check";
import { physicalName, stemProblem } from "./physical-name";
import { PropChecks, show } from "./prop-checks";
import {
  checkTargetGroupAttributes,
  renderTargetGroupAttributes,
  type TargetGroupAttributes,
} from "./target-group-attributes";

/** Something that can be registered with a target group: an instance, or an IP address. */
export interface Target {
  /** Names the registration for good, such as the server's name. Unique in its target group. */
  readonly targetKey: string;
  /** Instance id, or IP address when the group's target type is `ip`. */
  readonly targetId: string;
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
  public readonly protocolVersion: ProtocolVersion;
  /** How clients are kept on one target; undefined when they are not. */
  public readonly stickinessType: "lb_cookie" | "app_cookie" | undefined;
  private readonly check: PropChecks;
  private readonly keys = new Set<string>();

  public constructor(scope: Construct, id: string, props: HealthCheckedTargetGroupProps) {
    super(scope, id);
    const protocol = props.protocol ?? "HTTP";
    const protocolVersion = props.protocolVersion ?? "HTTP1";
    this.port = props.port ?? 3000;
    this.healthCheck = completeHealthCheck(props.healthCheck, protocol, protocolVersion);
    this.protocolVersion = protocolVersion;
    this.stickinessType = props.stickiness?.type;
    this.check = new PropChecks(this, () => this.resource);
    checkProps(this.check, props, this.port);
    checkHealthCheck(this.check, this.healthCheck, protocolVersion);
    checkTargetGroupAttributes(this.check, props);
    this.resource = declare(this, () => {
      const replacedBy = {
        port: this.port,
        protocol,
        protocolVersion,
        targetType: props.targetType ?? "instance",
        vpcId: props.vpcId,
      };
      return new LbTargetGroup(this, "group", {
        ...replacedBy,
        name: physicalName(this, replacedBy, props.nameStem),
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
  public register(target: Target, options: RegisterOptions = {}): LbTargetGroupAttachment {
    const key = target.targetKey.toLowerCase();
    if (this.keys.has(key)) {
      const name = show(target.targetKey);
      this.check.refuse(
        "target-declared-twice",
        `target ${name} is registered twice; give each target a name of its own`,
      );
    }
    const id = this.keys.has(key) ? `${target.targetKey}-${this.keys.size}` : target.targetKey;
    this.keys.add(key);
    this.check.wholeNumber(`port of target ${show(target.targetKey)}`, options.port, PORT);
    return declare(
      this,
      () =>
        new LbTargetGroupAttachment(this, `target-${id}`, {
          targetGroupArn: this.arn,
          targetId: target.targetId,
          port: options.port ?? this.port,
        }),
    );
  }
}

const PORT = { min: 1, max: 65535, id: "port-out-of-range" };

function checkProps(check: PropChecks, props: HealthCheckedTargetGroupProps, port: number): void {
  check.text("vpcId", props.vpcId, "vpc-missing", "give the id of the VPC, such as network.vpcId");
  check.wholeNumber("port", port, PORT);
  check.oneOf("protocol", props.protocol, ["HTTP", "HTTPS"], "protocol-unknown");
  check.oneOf(
    "protocolVersion",
    props.protocolVersion,
    ["HTTP1", "HTTP2", "GRPC"],
    "protocol-version-unknown",
  );
  check.oneOf("targetType", props.targetType, ["instance", "ip"], "target-type-unknown");
  const wrongStem = props.nameStem === undefined ? undefined : stemProblem(props.nameStem);
  if (wrongStem)
    check.refuse("name-stem-refused", `nameStem ${show(props.nameStem)} ${wrongStem}; choose another`);
}
