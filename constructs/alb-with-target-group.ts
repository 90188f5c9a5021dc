import { Lb } from "@cdktf/provider-aws/lib/lb";
import type { LbListenerRule } from "@cdktf/provider-aws/lib/lb-listener-rule";
import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import { Construct } from "constructs";
import { lintAtSynth } from "./checks/lint-at-synth";
import { PropChecks } from "./checks/prop-checks";
import { instanceOf, required } from "./checks/prop-kinds";
import { HealthCheckedTargetGroup, type HealthCheckedTargetGroupProps } from "./health-checked-target-group";
import { ALB, checkAlb, checkGroupOwners, checkQuotas, type Quotas } from "./load-balancer/alb-checks";
import { AlbSecurityGroup } from "./load-balancer/alb-security-group";
import { DomainCertificate } from "./load-balancer/domain-certificate";
import type { HttpsProps } from "./load-balancer/https";
import { lintQuotas } from "./load-balancer/lint-quotas";
import { ApplicationListener, type ListenerProps, type RouteProps } from "./load-balancer/listener";
import {
  type LoadBalancerAttributes,
  renderLoadBalancerAttributes,
} from "./load-balancer/load-balancer-attributes";
import type { Network } from "./network/network";
import { vpcIdentity } from "./network/vpc-identity";
import type { RouteAction } from "./routing/actions";
import { declare, dependencies } from "./terraform/declare";
import { physicalName } from "./terraform/physical-name";

/** What a load balancer needs to know. */
export interface AlbWithTargetGroupProps extends LoadBalancerAttributes {
  /** Network with subnets in two zones or more. */
  readonly network: Network;
  /** Reachable from inside the network only. A change replaces the load balancer. @default false */
  readonly internal?: boolean;
  /** Address family; the subnets need IPv6 for `dualstack`. @default "ipv4" */
  readonly ipAddressType?: "ipv4" | "dualstack" | "dualstack-without-public-ipv4";
  /** Networks that may reach the listeners, IPv4 or IPv6, in CIDR form. @default ["0.0.0.0/0"], and "::/0" for dualstack */
  readonly allowedCidrs?: readonly string[];
  /** HTTPS on port 443; port 80 then redirects to it. @default HTTP only */
  readonly https?: HttpsProps;
  /** The default target group. @default port 3000, health path /health */
  readonly targetGroup?: Omit<HealthCheckedTargetGroupProps, "vpcId">;
  /** Answers what no route matches; there is no default target group then. @default forward to the default target group */
  readonly defaultAction?: RouteAction;
  /** Readable start of the name, at most 23 characters; a hash follows. @default the construct's path */
  readonly nameStem?: string;
  /** Quotas that AWS has raised for the account. @default AWS's default quotas */
  readonly quotas?: Quotas;
}

/**
 * An application load balancer over two or more zones, with its security group, a listener on port 80, a
 * default target group, and on request a listener on 443.
 *
 * Its security group lets nothing out until an instance's security group is made for it.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/introduction.html
 */
export class AlbWithTargetGroup extends Construct {
  public readonly loadBalancer: Lb;
  public readonly securityGroup: AlbSecurityGroup;
  public readonly network: Network;
  /** The listener on port 80. */
  public readonly http: ApplicationListener;
  /** The listener on port 443, when there is one. */
  public readonly https: ApplicationListener | undefined;
  /** The load balancer's name in DNS, known after apply. */
  public readonly dnsName: string;
  /** Where to open it: the domain when one is given, else the DNS name. */
  public readonly url: string;
  public readonly idleTimeoutSeconds: number;
  private readonly defaultGroup: HealthCheckedTargetGroup | undefined;
  private readonly listeners: ApplicationListener[] = [];
  private readonly props: AlbWithTargetGroupProps;
  private readonly check: PropChecks;
  private certificate: DomainCertificate | undefined;

  public constructor(scope: Construct, id: string, given: AlbWithTargetGroupProps) {
    super(scope, id);
    this.check = new PropChecks(this, () => this.loadBalancer);
    const props = this.check.props(given, ALB);
    lintAtSynth(this, lintQuotas(props.quotas));
    if (!props.network) this.check.stop();
    this.props = props;
    this.network = props.network;
    this.idleTimeoutSeconds = props.idleTimeoutSeconds ?? 60;
    checkAlb(this.check, props);
    const { vpcId } = props.network;
    this.securityGroup = new AlbSecurityGroup(this, "security-group", {
      vpcId,
      allowedCidrs: props.allowedCidrs ?? (dualstack(props) ? ["0.0.0.0/0", "::/0"] : ["0.0.0.0/0"]),
      rulesQuota: props.quotas?.securityGroupRules ?? 60,
    });
    this.loadBalancer = declare(this, () => this.declareLoadBalancer(props));
    this.defaultGroup =
      props.defaultAction === undefined
        ? new HealthCheckedTargetGroup(this, "targets", { ...props.targetGroup, vpcId })
        : undefined;
    const action = this.defaultGroup ? { forward: this.defaultGroup } : (props.defaultAction as RouteAction);
    const redirected = props.https && (props.https.redirectHttp ?? true);
    const toHttps = { redirect: { protocol: "HTTPS", port: 443, permanent: true } } as const;
    const http = { port: 80, protocol: "HTTP", defaultAction: redirected ? toHttps : action } as const;
    this.http = this.addListener("http", http);
    this.https = props.https && this.declareHttps(props.https, action);
    this.dnsName = declare(this, () => this.loadBalancer.dnsName);
    this.url = this.declareUrl();
  }

  /** The default target group. Absent, and an error to ask for, when `defaultAction` was given. */
  public get targetGroup(): HealthCheckedTargetGroup {
    if (this.defaultGroup) return this.defaultGroup;
    const rule = "targetGroup must not be asked for beside a defaultAction, got no default target group";
    this.check.refuse("no-default-target-group", `${rule}; make one for the route`);
    return this.check.stop();
  }

  /**
   * Adds a route to the listener that serves: 443 when there is one, else 80. The id names the route for good;
   * adding or removing a route changes no other route.
   */
  public addRoute(id: string, props: RouteProps): LbListenerRule {
    return this.addRouteTo(this.https ?? this.http, id, props);
  }

  /** Adds a route to a certain listener of this load balancer. */
  public addRouteTo(listener: ApplicationListener, id: string, props: RouteProps): LbListenerRule {
    const found = this.check.value("listener", listener, required(instanceOf(ApplicationListener)));
    if (!found) this.check.stop();
    if (!this.listeners.includes(found)) {
      const rule = `listener must be one of this load balancer's, got ${found.node.path}`;
      this.check.refuse("listener-of-another", `${rule}; add the route there`);
    }
    const rule = found.addRoute(id, props);
    checkGroupOwners(this.check, this, Object(props).action);
    if (found.signsUsersIn) this.securityGroup.allowIdentityProvider();
    checkQuotas(this.check, this.listeners, this.defaultGroup?.arn, this.props.quotas);
    return rule;
  }

  /** Adds a listener on another port, and lets the allowed networks reach it. */
  public addListener(id: string, props: Omit<ListenerProps, "loadBalancerArn">): ApplicationListener {
    const loadBalancerArn = declare(this, () => this.loadBalancer.arn);
    const key = this.check.childId(this, "a listener's id", id);
    const listener = new ApplicationListener(this, key, { ...props, loadBalancerArn });
    checkGroupOwners(this.check, this, Object(props).defaultAction);
    if (this.listeners.some(({ port }) => port === listener.port)) {
      const rule = `listeners must differ in port, got ${listener.port} twice`;
      this.check.refuse("listener-port-taken", `${rule}; choose another port`);
    }
    this.securityGroup.allowListener(listener.port);
    if (listener.signsUsersIn) this.securityGroup.allowIdentityProvider();
    this.listeners.push(listener);
    return listener;
  }

  private declareLoadBalancer(props: AlbWithTargetGroupProps): Lb {
    const { network, internal = false } = props;
    const hasPrivate = network.privateSubnets.length > 0;
    const subnets = internal && hasPrivate ? network.privateSubnets : network.publicSubnets;
    const logs = [props.accessLogs, props.connectionLogs].flatMap((log) => log?.dependsOn ?? []);
    return new Lb(this, "load-balancer", {
      name: physicalName(this, { internal, vpc: vpcIdentity(this, network.vpcId) }, props.nameStem),
      loadBalancerType: "application",
      internal,
      ipAddressType: props.ipAddressType ?? "ipv4",
      securityGroups: [this.securityGroup.securityGroupId],
      subnets: subnets.map(({ subnetId }) => subnetId),
      ...renderLoadBalancerAttributes(props),
      dependsOn: dependencies(this, [...network.publicAccess, ...new Set(logs)]),
    });
  }

  private declareHttps(https: HttpsProps, defaultAction: RouteAction): ApplicationListener {
    const { sslPolicy, additionalCertificateArns, redirectHttp: _, ...proof } = https;
    const byDomain = !("certificateArn" in proof) && Object.keys(proof).length > 0;
    this.certificate = byDomain ? new DomainCertificate(this, "certificate", proof) : undefined;
    const given = "certificateArn" in proof ? proof.certificateArn : undefined;
    const certificateArn = this.certificate?.certificateArn ?? given;
    const tls = { certificateArn, sslPolicy, additionalCertificateArns };
    return this.addListener("https", { port: 443, protocol: "HTTPS", defaultAction, ...tls });
  }

  private declareUrl(): string {
    if (!this.certificate) return `${this.https ? "https" : "http"}://${this.dnsName}`;
    const { names, hostedZoneId } = this.certificate;
    const alias = declare(this, () => ({
      name: this.loadBalancer.dnsName,
      zoneId: this.loadBalancer.zoneId,
      evaluateTargetHealth: true,
    }));
    for (const name of names) {
      for (const type of dualstack(this.props) ? ["A", "AAAA"] : ["A"]) {
        const record = { zoneId: hostedZoneId, name, type, alias };
        declare(this, () => new Route53Record(this, `alias-${type}-${name}`, record));
      }
    }
    return `https://${names[0]}`;
  }
}

function dualstack({ ipAddressType = "ipv4" }: AlbWithTargetGroupProps): boolean {
  return ipAddressType !== "ipv4";
}
