import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { LbListenerRule } from "@cdktf/provider-aws/lib/lb-listener-rule";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import {
  AlbWithTargetGroup,
  type ExistingNetworkProps,
  ExpressInstance,
  ExpressService,
  HealthCheckedTargetGroup,
  type HttpsProps,
  LabNetwork,
  type LabNetworkProps,
} from "alb-lab";
import { TerraformOutput, TerraformStack } from "cdktf";
import type { Construct } from "constructs";

/** What differs between test and live. */
export type OrdersStackProps = (
  | { readonly network: LabNetworkProps }
  | { readonly existingNetwork: ExistingNetworkProps }
) & {
  /** @default HTTP only */
  readonly https?: HttpsProps;
  /** @default false */
  readonly deletionProtection?: boolean;
  /** Of 100 visitors of the checkout, how many get its next release. */
  readonly canaryWeight: number;
};

/** The orders team's stack: its load balancer and servers are made by alb-lab, the rest is its own. */
export class OrdersStack extends TerraformStack {
  private readonly alb: AlbWithTargetGroup;

  public constructor(scope: Construct, id: string, props: OrdersStackProps) {
    super(scope, id);
    new AwsProvider(this, "aws", {
      region: "eu-central-1",
      defaultTags: [{ tags: { Team: "orders", Environment: id } }],
    });
    const network =
      "network" in props
        ? new LabNetwork(this, "network", props.network)
        : LabNetwork.fromExisting(this, "network", props.existingNetwork);
    const { https, deletionProtection } = props;
    this.alb = new AlbWithTargetGroup(this, "alb", { network, https, deletionProtection });
    new ExpressService(this, "shop", { alb: this.alb });
    new ExpressService(this, "stock", { alb: this.alb, route: { pathPrefix: "/stock" }, nodeMajor: 22 });
    this.declareCheckout(props.canaryWeight);
    this.declareOwnResources();
    new TerraformOutput(this, "url", { value: this.alb.url });
  }

  /** Two releases of the checkout side by side; a visitor stays ten minutes with the one met first. */
  private declareCheckout(canaryWeight: number): void {
    const stable = this.declareRelease("stable");
    const next = this.declareRelease("next");
    const targetGroups = [
      { targetGroup: stable, weight: 100 - canaryWeight },
      { targetGroup: next, weight: canaryWeight },
    ];
    this.alb.addRoute("checkout", {
      conditions: [{ pathPattern: ["/checkout", "/checkout/*"] }],
      action: { weightedForward: { targetGroups, stickinessSeconds: 600 } },
    });
  }

  private declareRelease(release: string): HealthCheckedTargetGroup {
    const { alb } = this;
    const { vpcId, publicSubnets } = alb.network;
    const targetGroup = new HealthCheckedTargetGroup(this, `checkout-${release}`, {
      vpcId,
      healthCheck: { intervalSeconds: 10, healthyThreshold: 2 },
      slowStartSeconds: 60,
    });
    for (const { zone } of publicSubnets) {
      const serverName = `checkout-${release}-${zone}`;
      const basePath = "/checkout";
      targetGroup.register(
        new ExpressInstance(this, serverName, { alb, zone, serverName, targetGroup, basePath }),
      );
    }
    return targetGroup;
  }

  /** Nothing here comes from alb-lab; it only refers to what alb-lab made. */
  private declareOwnResources(): void {
    const queue = new SqsQueue(this, "orders", {
      sqsManagedSseEnabled: true,
      messageRetentionSeconds: 1_209_600,
    });
    new TerraformOutput(this, "queue_url", { value: queue.url });

    // Priorities below 1000 are never assigned by alb-lab, so a rule of one's own can always come first.
    new LbListenerRule(this, "metrics-are-private", {
      listenerArn: (this.alb.https ?? this.alb.http).arn,
      priority: 10,
      condition: [{ pathPattern: { values: ["/metrics", "/*/metrics"] } }],
      action: [{ type: "fixed-response", fixedResponse: { contentType: "text/plain", statusCode: "404" } }],
    });

    new CloudwatchMetricAlarm(this, "shop-unhealthy", {
      alarmName: `${this.node.id}-shop-unhealthy`,
      alarmDescription: "A server of the shop fails its health check",
      namespace: "AWS/ApplicationELB",
      metricName: "UnHealthyHostCount",
      dimensions: {
        LoadBalancer: this.alb.loadBalancer.arnSuffix,
        TargetGroup: this.alb.targetGroup.resource.arnSuffix,
      },
      statistic: "Maximum",
      comparisonOperator: "GreaterThanThreshold",
      threshold: 0,
      period: 60,
      evaluationPeriods: 3,
    });
  }
}
