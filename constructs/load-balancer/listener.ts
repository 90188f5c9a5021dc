import { LbListener } from "@cdktf/provider-aws/lib/lb-listener";
import { LbListenerCertificate } from "@cdktf/provider-aws/lib/lb-listener-certificate";
import { LbListenerRule } from "@cdktf/provider-aws/lib/lb-listener-rule";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { PropChecks } from "../checks/prop-checks";
import { anything, filledText, known, matching, oneOf, required, whole } from "../checks/prop-kinds";
import { DEPENDABLES, type Shape } from "../checks/prop-shapes";
import { isToken } from "../checks/values";
import { soundAction } from "../routing/action-checks";
import type { RouteAction } from "../routing/actions";
import { soundConditions } from "../routing/condition-checks";
import { type RouteCondition, renderCondition } from "../routing/conditions";
import { renderActions } from "../routing/render-actions";
import { type DeclaredRoute, orderProblem } from "../routing/route-order";
import { assignedPriority } from "../routing/rule-priority";
import { providerRegion } from "../stack/stack-provider";
import { declare, dependencies } from "../terraform/declare";
import { stableHash } from "../terraform/physical-name";
import { CERTIFICATE, CERTIFICATE_LIST, checkCertificates } from "./certificate-checks";

/** Which requests are answered, and by what. */
export interface RouteProps {
  /** All must hold; 1 to 5 comparison values in all. */
  readonly conditions: readonly RouteCondition[];
  readonly action: RouteAction;
  /**
   * 1 to 50000; the lowest that matches answers. Say it where two routes can match one request: below 1000 to
   * come before the assigned ones, above 49000 to come after.
   * @default assigned from the route's id, 1000 to 49000, the same for good
   */
  readonly priority?: number;
}

/** A port on which the load balancer listens. */
export interface ListenerProps {
  readonly loadBalancerArn: string;
  /** 1 to 65535, one listener each. */
  readonly port: number;
  readonly protocol: "HTTP" | "HTTPS";
  /** Answers what no route matches. */
  readonly defaultAction: RouteAction;
  /** Default certificate; needed by HTTPS, refused on HTTP. */
  readonly certificateArn?: string;
  /** Further certificates, chosen by server name (SNI): at most 25. */
  readonly additionalCertificateArns?: readonly string[];
  /** Versions and ciphers for HTTPS. @default "ELBSecurityPolicy-TLS13-1-2-2021-06" */
  readonly sslPolicy?: string;
  /** What must exist before the listener does. */
  readonly dependsOn?: readonly ITerraformDependable[];
}

/** TLS 1.2 and 1.3 with forward secrecy; AWS's own default would allow TLS 1.0. */
export const DEFAULT_SSL_POLICY = "ELBSecurityPolicy-TLS13-1-2-2021-06";

const SSL_POLICY =
  /^ELBSecurityPolicy-(TLS13-1-[0-3](-(Res|Ext[0-2]))?(-RFC9151(-INTEROP\d)?)?(-FIPS)?(-PQ)?-\d{4}-\d\d|(TLS-1-[0-2](-Ext)?|FS(-1-[12])?(-Res)?)-\d{4}-\d\d|2015-05|2016-08)$/;

const LISTENER: Shape<ListenerProps> = {
  loadBalancerArn: required(filledText("load-balancer-missing", "give the load balancer's ARN")),
  port: required(known(whole(1, 65535, "listener-port-out-of-range"))),
  protocol: required(known(oneOf(["HTTP", "HTTPS"], "listener-protocol"))),
  defaultAction: required(anything),
  certificateArn: CERTIFICATE,
  additionalCertificateArns: CERTIFICATE_LIST,
  sslPolicy: matching(
    SSL_POLICY,
    "a security policy that AWS publishes",
    "ssl-policy-unknown",
    `use ${DEFAULT_SSL_POLICY}`,
  ),
  dependsOn: DEPENDABLES,
};

const ROUTE: Shape<RouteProps> = {
  conditions: anything,
  action: required(anything),
  priority: whole(1, 50_000, "priority-out-of-range"),
};

const ROUTE_ID = required(known(filledText("route-id", "give the route a name of its own")));

/**
 * A listener of a load balancer with its routes. Every route becomes one listener rule.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-listeners.html
 */
export class ApplicationListener extends Construct {
  public readonly resource: LbListener;
  public readonly arn: string;
  public readonly port: number;
  public readonly protocol: "HTTP" | "HTTPS";
  private readonly declared: DeclaredRoute[] = [];
  private authenticates: boolean;

  public constructor(scope: Construct, id: string, given: ListenerProps) {
    super(scope, id);
    const check = new PropChecks(this, () => this.resource);
    const props = check.props(given, LISTENER);
    this.port = props.port ?? 80;
    this.protocol = props.protocol ?? "HTTP";
    const action = soundAction(check, "defaultAction", props.defaultAction, this);
    this.authenticates = action?.authenticate !== undefined;
    checkCertificates(check, props, given, providerRegion(this));
    this.resource = declare(
      this,
      () =>
        new LbListener(this, "listener", {
          loadBalancerArn: props.loadBalancerArn,
          port: this.port,
          protocol: this.protocol,
          certificateArn: props.certificateArn,
          sslPolicy: this.protocol === "HTTPS" ? (props.sslPolicy ?? DEFAULT_SSL_POLICY) : undefined,
          defaultAction: action ? renderActions(action) : [],
          dependsOn: dependencies(this, props.dependsOn ?? []),
        }),
    );
    this.arn = declare(this, () => this.resource.arn);
    const further = props.additionalCertificateArns ?? [];
    for (const [key, certificateArn] of new Map(further.map((arn) => [certificateKey(this, arn), arn]))) {
      const certificate = { listenerArn: this.arn, certificateArn };
      declare(this, () => new LbListenerCertificate(this, `certificate-${key}`, certificate));
    }
  }

  /** Routes declared so far. */
  public get routes(): readonly DeclaredRoute[] {
    return this.declared;
  }

  /** True when an action signs users in, for which the load balancer asks an identity provider. */
  public get signsUsersIn(): boolean {
    return this.authenticates;
  }

  /** Adds a route. Its id names it for good: its rule's address and assigned priority follow from it. */
  public addRoute(id: string, given: RouteProps): LbListenerRule {
    const own = new PropChecks(this, () => this.resource);
    const key = own.childId(this, "a route's id", own.value("a route's id", id, ROUTE_ID));
    const scope = new Construct(this, key);
    let rule: LbListenerRule | undefined;
    const check = new PropChecks(scope, () => rule);
    const route = this.soundRoute(check, key, check.props(given, ROUTE));
    if (route.action?.authenticate) this.authenticates = true;
    for (const other of this.declared) {
      const problem = orderProblem(route, other);
      if (problem) check.refuse(problem.id, problem.message);
    }
    this.declared.push(route);
    rule = declare(
      this,
      () =>
        new LbListenerRule(scope, "rule", {
          listenerArn: this.arn,
          priority: route.priority,
          condition: route.conditions.map(renderCondition),
          action: route.action ? renderActions(route.action) : [],
        }),
    );
    return rule;
  }

  private soundRoute(check: PropChecks, id: string, props: RouteProps): DeclaredRoute {
    const { priority = assignedPriority(id) } = props;
    const conditions = soundConditions(check, props.conditions);
    const action = soundAction(check, "action", props.action, this);
    return { id, priority, assigned: props.priority === undefined, conditions, action };
  }
}

/** The certificate's own id, so that the order of the list does not matter. */
function certificateKey(listener: Construct, arn: string): string {
  return isToken(arn) ? stableHash(listener, arn) : (arn.split("/").at(-1) ?? arn);
}
