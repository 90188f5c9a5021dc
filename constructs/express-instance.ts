import { Eip } from "@cdktf/provider-aws/lib/eip";
import { Instance } from "@cdktf/provider-aws/lib/instance";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { checkServerSettings, type NodeMajor, renderUserData, type ServerSettings } from "../userdata";
import { AlbWithTargetGroup } from "./alb-with-target-group";
import { lintAtSynth } from "./checks/lint-at-synth";
import type { ProblemId } from "./checks/problem-ids";
import { PropChecks } from "./checks/prop-checks";
import {
  anything,
  flag,
  instanceOf,
  known,
  knownFlag,
  number,
  oneOf,
  required,
  text,
} from "./checks/prop-kinds";
import type { Shape } from "./checks/prop-shapes";
import { isToken, show } from "./checks/values";
import { HealthCheckedTargetGroup, type Target } from "./health-checked-target-group";
import { checkGroupServed, isAdmitting } from "./instances/instance-fit";
import { InstanceSecurityGroup } from "./instances/instance-security-group";
import { checkInstanceType, defaultInstanceType } from "./instances/instance-type";
import { type Architecture, ServerLaunchTemplate } from "./instances/server-launch-template";
import { ServerRole } from "./instances/server-role";
import type { Network } from "./network/network";
import { declare, dependencies } from "./terraform/declare";
import { nameTag } from "./terraform/physical-name";

/** Settings of a server and its instance that all instances of a service share. */
export interface ServerInstanceOptions {
  /** Path under which the server greets, for path-based services; `/health` stays where it is. @default "/" */
  readonly basePath?: string;
  /** Processor architecture; the machine image follows it. @default "x86_64" */
  readonly architecture?: Architecture;
  /** Instance type of that architecture. @default "t3.micro", or "t4g.micro" for arm64 */
  readonly instanceType?: string;
  /** A fixed machine image. @default the newest Amazon Linux 2023 at launch */
  readonly imageId?: string;
  /** Major version of Node.js on the instance. @default 24 */
  readonly nodeMajor?: NodeMajor;
  /** Size of the encrypted root volume, 8 to 16384 GiB. @default 8 */
  readonly rootVolumeGib?: number;
  /** Seconds that the server goes on serving after it is told to stop, while its health check fails. @default 10 */
  readonly drainSeconds?: number;
  /**
   * An Elastic IP, for instances in public subnets without NAT. It stays when the instance is stopped. AWS grants
   * five in a region by default; beyond that use private subnets.
   * @default true where there are no private subnets
   */
  readonly publicAddress?: boolean;
  /** Metrics each minute instead of every five; costs extra. @default false */
  readonly detailedMonitoring?: boolean;
  /** Refuses to be terminated by hand; Terraform lifts it by itself when it must replace or destroy. @default false */
  readonly terminationProtection?: boolean;
  /**
   * Replaces the instance when its server or settings change. Otherwise the instance is only stopped and
   * started, and the new user data never runs.
   * @default true
   */
  readonly replaceOnUserDataChange?: boolean;
}

/** What one instance needs to know. */
export interface ExpressInstanceProps extends ServerInstanceOptions {
  /** The load balancer in front; it alone may reach the instance. */
  readonly alb: AlbWithTargetGroup;
  /** Zone of the instance, one of the network's. A change replaces the instance. */
  readonly zone: string;
  /** Name that the server reports: 1 to 63 letters, digits or hyphens, such as `Server-2`. */
  readonly serverName: string;
  /** Answers plain `Hello World` instead of `Hello World from <name>`, as the lab's first server does. @default false */
  readonly first?: boolean;
  /** Group in which the instance will be registered; the server listens on its ports. @default the load balancer's */
  readonly targetGroup?: HealthCheckedTargetGroup;
  /** One of the same load balancer, with the target group's ports. @default a security group of its own */
  readonly securityGroup?: InstanceSecurityGroup;
  /** @default a launch template of its own */
  readonly launchTemplate?: ServerLaunchTemplate;
  /** @default a role of its own */
  readonly role?: ServerRole;
}

/** What each setting of a server must be; what is handed on to another construct is checked there. */
export const SERVER_OPTIONS: Shape<ServerInstanceOptions> = {
  basePath: known(text),
  architecture: anything,
  instanceType: text,
  imageId: anything,
  nodeMajor: known(oneOf([22, 24], "node-major-unknown")),
  rootVolumeGib: anything,
  drainSeconds: known(number),
  publicAddress: knownFlag,
  detailedMonitoring: flag,
  terminationProtection: flag,
  replaceOnUserDataChange: flag,
};

const INSTANCE: Shape<ExpressInstanceProps> = {
  alb: required(instanceOf(AlbWithTargetGroup)),
  zone: required(known(text)),
  serverName: required(known(text)),
  first: knownFlag,
  targetGroup: instanceOf(HealthCheckedTargetGroup),
  securityGroup: instanceOf(InstanceSecurityGroup),
  launchTemplate: instanceOf(ServerLaunchTemplate),
  role: instanceOf(ServerRole),
  ...SERVER_OPTIONS,
};

/** Seconds by which the server keeps an idle connection longer than the load balancer does. */
const KEEP_ALIVE_MARGIN_SECONDS = 5;

/**
 * One EC2 instance that runs the shared Express server under a name of its own.
 *
 * It has IMDSv2 with hop limit 1, an encrypted root volume, a role for Session Manager, and no key pair. A
 * change of the server's source or settings replaces it.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Instances.html
 */
export class ExpressInstance extends Construct implements Target {
  public readonly resource: Instance;
  public readonly targetKey: string;
  public readonly targetId: string;
  public readonly zone: string;
  /** What the server on the instance is told. */
  public readonly settings: ServerSettings;
  /** Ports on which the server answers: its own, and that of health checks. */
  public readonly servesPorts: readonly number[];

  public constructor(scope: Construct, id: string, given: ExpressInstanceProps) {
    super(scope, id);
    lintAtSynth(this);
    const check = new PropChecks(this, () => this.resource);
    const props = check.props(given, INSTANCE);
    const { alb } = props;
    if (!alb) check.stop();
    const group = props.targetGroup ?? alb.targetGroup;
    this.zone = props.zone;
    this.targetKey = props.serverName;
    this.settings = serverSettings(props, group);
    const ports = [...new Set([group.port, group.healthCheckPort])];
    this.servesPorts = ports;
    checkGroupServed(group);
    const isSound = checkSettings(check, this.settings);
    const role = props.role ?? new ServerRole(this, "role");
    const template = props.launchTemplate ?? this.declareTemplate(props);
    checkTemplateOptions(check, props);
    if (props.securityGroup) isAdmitting(check, props.securityGroup, alb, group);
    const securityGroup =
      props.securityGroup ?? new InstanceSecurityGroup(this, "security-group", { alb, ports });
    const instanceType = props.instanceType ?? defaultInstanceType(template.architecture);
    checkInstanceType(check, instanceType, template.architecture);
    const place = placeIn(check, alb.network, props);
    const userData = isSound ? renderUserData(this.settings, { nodeMajor: props.nodeMajor ?? 24 }) : "";
    this.resource = declare(
      this,
      () =>
        new Instance(this, "instance", {
          launchTemplate: { id: template.launchTemplateId, version: template.latestVersion },
          instanceType,
          subnetId: place.subnetId,
          vpcSecurityGroupIds: [securityGroup.securityGroupId],
          iamInstanceProfile: role.instanceProfile,
          userDataBase64: userData,
          userDataReplaceOnChange: props.replaceOnUserDataChange ?? true,
          ebsOptimized: true,
          monitoring: props.detailedMonitoring ?? false,
          disableApiTermination: props.terminationProtection ?? false,
          metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
          rootBlockDevice: template.instanceVolume,
          tags: { Name: nameTag(this) },
          dependsOn: dependencies(this, [...place.access, ...securityGroup.access, ...role.access]),
        }),
    );
    this.targetId = declare(this, () => this.resource.id);
    if (place.publicAddress) this.declareAddress(place.access);
  }

  private declareAddress(dependsOn: readonly ITerraformDependable[]): void {
    const tags = { Name: nameTag(this) };
    const instance = this.targetId;
    declare(
      this,
      () =>
        new Eip(this, "address", { domain: "vpc", instance, tags, dependsOn: dependencies(this, dependsOn) }),
    );
  }

  private declareTemplate({
    architecture,
    imageId,
    rootVolumeGib,
  }: ExpressInstanceProps): ServerLaunchTemplate {
    return new ServerLaunchTemplate(this, "launch-template", { architecture, imageId, rootVolumeGib });
  }
}

/** A launch template that is given holds these already; saying them again would change nothing. */
function checkTemplateOptions(check: PropChecks, props: ExpressInstanceProps): void {
  if (!props.launchTemplate) return;
  for (const prop of ["architecture", "imageId", "rootVolumeGib"] as const) {
    if (props[prop] === undefined) continue;
    const rule = `${prop} must be absent beside a launchTemplate, got ${show(props[prop])}`;
    check.refuse("launch-template-option", `${rule}; give it to the launch template`);
  }
}

function serverSettings(props: ExpressInstanceProps, group: HealthCheckedTargetGroup): ServerSettings {
  return {
    serverName: props.serverName,
    first: props.first ?? false,
    port: group.port,
    healthPort: group.healthCheckPort,
    healthPath: String(group.healthCheck.path).split("?")[0] ?? "/health",
    basePath: props.basePath ?? "/",
    keepAliveSeconds: props.alb.idleTimeoutSeconds + KEEP_ALIVE_MARGIN_SECONDS,
    drainSeconds: props.drainSeconds ?? 10,
  };
}

/** The settings become a file on the instance, so each must be known at synth. */
function checkSettings(check: PropChecks, settings: ServerSettings): boolean {
  const unknown = Object.entries(settings).filter(([, value]) => isToken(value));
  for (const [name] of unknown) {
    check.refuse("unknown-at-synth", `${name} must be known at synth, got a token; give a literal`);
  }
  // an absent name was reported already
  if (unknown.length > 0 || settings.serverName === undefined) return false;
  const problems = checkServerSettings(settings);
  for (const { id, message } of problems) check.refuse(id as ProblemId, message);
  return problems.length === 0;
}

function placeIn(check: PropChecks, network: Network, props: ExpressInstanceProps) {
  const hidden = network.privateSubnets.length > 0;
  const publicAddress = props.publicAddress ?? !hidden;
  const subnets = publicAddress ? network.publicSubnets : network.privateSubnets;
  const subnet = subnets.find(({ zone }) => zone === props.zone);
  if (!subnet && props.zone !== undefined) {
    const kind = publicAddress ? "public" : "private";
    const zones = subnets.map(({ zone }) => zone).join(", ") || "none";
    const rule = `zone must be one with a ${kind} subnet (${zones}), got ${show(props.zone)}`;
    check.refuse("zone-without-subnet", `${rule}; choose one of these or add the zone to the network`);
  }
  const access = publicAddress ? network.publicAccess : network.privateAccess;
  return { subnetId: subnet?.subnetId, publicAddress, access };
}
