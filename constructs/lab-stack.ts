import { Annotations, TerraformOutput, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { AlbWithTargetGroup } from "./alb-with-target-group";
import { lintAtSynth } from "./checks/lint-at-synth";
import { PropChecks } from "./checks/prop-checks";
import { ExpressService } from "./express-service";
import { LabNetwork } from "./lab-network";
import { AccessLogBucket } from "./load-balancer/access-log-bucket";
import { VpcFlowLogs } from "./network/vpc-flow-logs";
import { checkLab, isDefault, LAB_STACK } from "./stack/lab-stack-checks";
import type { LabService, LabStackProps } from "./stack/lab-stack-props";
import { declareFoundation, declareMoves } from "./stack/stack-foundation";

/** The account in AWS's own examples; stands in a log policy until the real one is set. */
const EXAMPLE_ACCOUNT = "111122223333";

/**
 * A whole lab in one stack: network, load balancer, services, logs, provider, state and outputs. Its id is the
 * environment's name.
 */
export class LabStack extends TerraformStack {
  public readonly network: LabNetwork;
  public readonly alb: AlbWithTargetGroup;
  public readonly services: readonly ExpressService[];

  private readonly check: PropChecks;

  public constructor(scope: Construct, id: string, given: LabStackProps) {
    super(scope, id);
    this.check = new PropChecks(this);
    const props = this.check.props(given, LAB_STACK);
    checkLab(this.check, id, props);
    // What must not be deleted is taken for production.
    if (props.deletionProtection) lintAtSynth(this, { profile: "prod" });
    else lintAtSynth(this);
    declareFoundation(this, props);
    this.network = new LabNetwork(this, "network", {
      zones: props.zones,
      cidr: props.vpcCidr,
      privateSubnets: props.privateInstances,
      natGateways: props.natGateways === "none" ? undefined : props.natGateways,
    });
    if (props.flowLogs) new VpcFlowLogs(this, "flow-logs", { vpcId: this.network.vpcId, ...props.flowLogs });
    this.alb = this.declareAlb(props);
    this.declareOutputs();
    this.services = (props.services ?? []).map((service) => this.declareService(service, props));
    this.addWarnings(props);
    declareMoves(this, props.moves ?? []);
  }

  private declareAlb(props: LabStackProps): AlbWithTargetGroup {
    const preset = props.services?.find(isDefault);
    const logs = props.accessLogs && this.declareLogs(props, props.accessLogs.retentionDays);
    return new AlbWithTargetGroup(this, "alb", {
      network: this.network,
      internal: props.internal,
      allowedCidrs: props.allowedCidrs,
      https: props.https,
      idleTimeoutSeconds: props.idleTimeoutSeconds,
      deletionProtection: props.deletionProtection && !props.retiring,
      accessLogs: logs?.destination,
      ...(preset
        ? { targetGroup: targetGroupOf(preset, props) }
        : { defaultAction: { fixedResponse: { statusCode: 404, messageBody: "Not Found" } } }),
    });
  }

  private declareLogs(props: LabStackProps, retentionDays: number): AccessLogBucket {
    return new AccessLogBucket(this, "access-logs", {
      region: props.region,
      account: props.account ?? EXAMPLE_ACCOUNT,
      retentionDays,
      deleteWithLogs: !props.deletionProtection || props.retiring === true,
    });
  }

  private declareService(service: LabService, props: LabStackProps): ExpressService {
    const { name, instances, instanceType, architecture, imageId, pathPrefix, hosts, priority } = service;
    const routed = isDefault(service)
      ? {}
      : { route: { pathPrefix, hosts, priority }, targetGroup: targetGroupOf(service, props) };
    return new ExpressService(this, this.check.childId(this, "a service's name", name), {
      alb: this.alb,
      instances,
      instanceType,
      architecture,
      imageId,
      publicAddress: !props.privateInstances,
      detailedMonitoring: props.detailedMonitoring,
      terminationProtection: props.instanceTerminationProtection && !props.retiring,
      ...routed,
    });
  }

  private declareOutputs(): void {
    const { url } = this.alb;
    const output = (id: string, value: string, description: string) =>
      new TerraformOutput(this, id, { value, description });
    output("alb_dns_name", this.alb.dnsName, "DNS name of the load balancer");
    output("url", url, "Where to open the lab");
    output("see_servers_alternate", `for i in 1 2 3 4; do curl -s ${url}; echo; done`, "Ask four times");
    output("destroy", `npm run destroy ${this.node.id}`, "Take everything down again");
  }

  private addWarnings(props: LabStackProps): void {
    if (props.accessLogs && props.account === undefined) {
      const text = `${this.node.path}: account is not set, so access logs name the example account ${EXAMPLE_ACCOUNT}; set it before a deploy`;
      Annotations.of(this).addWarning(text);
    }
    if (!props.deletionProtection) return;
    const text = `${this.node.path}: a deploy that changes the server or its settings replaces all instances at once; with plain Terraform, -target takes one instance at a time`;
    Annotations.of(this).addWarning(text);
  }
}

function targetGroupOf(service: LabService, props: LabStackProps) {
  const { deregistrationDelaySeconds, healthCheck } = props;
  return { port: service.port, deregistrationDelaySeconds, healthCheck };
}
