import { LbListener } from "@cdktf/provider-aws/lib/lb-listener";
import { LbListenerCertificate } from "@cdktf/provider-aws/lib/lb-listener-certificate";
import { LbListenerRule } from "@cdktf/provider-aws/lib/lb-listener-rule";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { checkAction } from "./action-checks";
import type { RouteAction } from "./actions";
import { checkConditions } from "./condition-checks";
import { type RouteCondition, renderCondition } from "./conditions";
import { declare, dependencies } from "./declare";
import { isToken, PropChecks, show } from "./prop-checks";
import { renderActions } from "./render-actions";
import { type DeclaredRoute, orderProblem } from "./route-order";
import { assignedPriority } from "./rule-priority";

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

  public constructor(scope: Construct, id: string, props: ListenerProps) {
    super(scope, id);
    this.port = props.port;
    this.protocol = props.protocol;
    checkListener(new PropChecks(this, () => this.resource), props);
    const secure = props.protocol === "HTTPS";
    this.resource = declare(
      this,
      () =>
        new LbListener(this, "listener", {
          loadBalancerArn: props.loadBalancerArn,
          port: props.port,
          protocol: props.protocol,
          certificateArn: props.certificateArn,
          sslPolicy: secure ? (props.sslPolicy ?? DEFAULT_SSL_POLICY) : undefined,
          defaultAction: renderActions(props.defaultAction),
          dependsOn: dependencies(props.dependsOn ?? []),
        }),
    );
    this.arn = declare(this, () => this.resource.arn);
    for (const certificateArn of props.additionalCertificateArns ?? []) {
      const key = certificateKey(certificateArn);
      const certificate = { listenerArn: this.arn, certificateArn };
      declare(this, () => new LbListenerCertificate(this, `certificate-${key}`, certificate));
    }
  }

  /** Routes declared so far. */
  public get routes(): readonly DeclaredRoute[] {
    return this.declared;
  }

  /** Adds a route. Its id names it for good: its rule's address and assigned priority follow from it. */
  public addRoute(id: string, props: RouteProps): LbListenerRule {
    const scope = new Construct(this, id);
    let rule: LbListenerRule | undefined;
    const check = new PropChecks(scope, () => rule);
    const priority = props.priority ?? assignedPriority(id);
    check.wholeNumber("priority", priority, { min: 1, max: 50_000, id: "priority-out-of-range" });
    checkConditions(check, props.conditions);
    checkAction(check, props.action, this);
    const { conditions, action } = props;
    const route = { id, priority, assigned: props.priority === undefined, conditions, action };
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
          priority,
          condition: props.conditions.map(renderCondition),
          action: renderActions(props.action),
        }),
    );
    return rule;
  }
}

function checkListener(check: PropChecks, props: ListenerProps): void {
  check.wholeNumber("port", props.port, { min: 1, max: 65535, id: "listener-port-out-of-range" });
  if (props.protocol !== "HTTP" && props.protocol !== "HTTPS") {
    const got = show(props.protocol);
    check.refuse(
      "listener-protocol",
      `an application load balancer listens on HTTP or HTTPS, got ${got}; choose one`,
    );
  }
  checkAction(check, props.defaultAction, props);
  checkTls(check, props);
}

function checkTls(check: PropChecks, props: ListenerProps): void {
  const { certificateArn, additionalCertificateArns = [], sslPolicy } = props;
  if (props.protocol !== "HTTPS") {
    if (certificateArn === undefined && sslPolicy === undefined && additionalCertificateArns.length === 0)
      return;
    check.refuse(
      "certificate-on-http",
      "the listener is HTTP; remove its certificate and sslPolicy, or make it HTTPS",
    );
    return;
  }
  if (certificateArn === undefined) {
    check.refuse(
      "https-without-certificate",
      "HTTPS needs certificateArn, or domainName and hostedZoneId, got none; give one",
    );
  }
  const policy = /^ELBSecurityPolicy-(TLS13-1-[0-3]|TLS-1-[0-2]|FS-|FS-1-[12]|20(15|16)-0[58])[A-Za-z0-9-]*$/;
  const fix = `use ${DEFAULT_SSL_POLICY}`;
  check.matches(
    "sslPolicy",
    sslPolicy,
    policy,
    "a security policy that AWS publishes",
    "ssl-policy-unknown",
    fix,
  );
  if (additionalCertificateArns.length > 25) {
    const got = additionalCertificateArns.length;
    check.refuse(
      "too-many-certificates",
      `a load balancer takes 25 further certificates, got ${got}; drop some`,
    );
  }
}

/** The certificate's own id, so that the order of the list does not matter. */
function certificateKey(arn: string): string {
  return isToken(arn) ? assignedPriority(arn).toString() : (arn.split("/").at(-1) ?? arn);
}
