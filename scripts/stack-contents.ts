import { parseUserData } from "../userdata";

/** One load balancer lab as its Terraform JSON declares it, in AWS's words. */
export interface StackContents {
  readonly loadBalancers: readonly {
    readonly scheme: "internal" | "internet-facing";
    readonly zones: readonly string[];
  }[];
  readonly listeners: readonly {
    readonly protocol: string;
    readonly port: number;
    readonly action: string;
  }[];
  /** Listener rules in the order in which they are tried. */
  readonly rules: readonly { readonly values: readonly string[]; readonly action: string }[];
  readonly targetGroups: readonly {
    readonly name: string;
    readonly port: number;
    readonly healthPath: string;
  }[];
  readonly instances: readonly {
    readonly serverName: string;
    readonly instanceType: string;
    readonly zone: string;
  }[];
  readonly elasticIps: number;
  readonly natGateways: number;
  readonly securityGroups: number;
  /** Number of all resources. */
  readonly resources: number;
}

type Fields = Readonly<Record<string, unknown>>;
type Resources = Readonly<Record<string, Readonly<Record<string, Fields>>>>;

/**
 * Parses the text of a `cdk.tf.json`. Only what is written there counts; a resource behind a reference is
 * looked up.
 */
export function parseStackContents(json: string): StackContents {
  const { resource = {} } = JSON.parse(json) as { resource?: Resources };
  const all = (type: string) => Object.values(resource[type] ?? {});
  return {
    loadBalancers: all("aws_lb").map((lb) => ({
      scheme: lb.internal === true ? "internal" : "internet-facing",
      zones: list(lb.subnets).map((subnet) => zoneOf(resource, subnet)),
    })),
    listeners: all("aws_lb_listener")
      .map((listener) => ({
        protocol: String(listener.protocol),
        port: Number(listener.port),
        action: actionOf(resource, listener.default_action),
      }))
      .sort((a, b) => a.port - b.port),
    rules: all("aws_lb_listener_rule")
      .sort((a, b) => Number(a.priority) - Number(b.priority))
      .map((rule) => ({
        values: list(rule.condition).flatMap(conditionValues),
        action: actionOf(resource, rule.action),
      })),
    targetGroups: all("aws_lb_target_group").map((group) => ({
      name: String(group.name),
      port: Number(group.port),
      healthPath: String(first(group.health_check).path),
    })),
    instances: all("aws_instance").map((instance) => ({
      serverName: serverNameOf(instance),
      instanceType: String(instance.instance_type),
      zone: zoneOf(resource, instance.subnet_id),
    })),
    elasticIps: all("aws_eip").length,
    natGateways: all("aws_nat_gateway").length,
    securityGroups: all("aws_security_group").length,
    resources: Object.values(resource).reduce((sum, named) => sum + Object.keys(named).length, 0),
  };
}

/** The name that the server on the instance reports, read from its user data; else the instance's own name. */
function serverNameOf(instance: Fields): string {
  const settings =
    typeof instance.user_data_base64 === "string"
      ? parseUserData(instance.user_data_base64).settings
      : undefined;
  return settings?.serverName ?? String(first(instance.tags).Name ?? "unnamed");
}

function actionOf(resources: Resources, actions: unknown): string {
  const action = first(list(actions).at(-1));
  const group = referenced(resources, action.target_group_arn);
  if (group) return `forward to ${String(group.name)}`;
  const redirect = first(action.redirect);
  if (action.type === "redirect") return `redirect to ${String(redirect.protocol)} ${String(redirect.port)}`;
  return String(action.type);
}

function conditionValues(condition: unknown): string[] {
  return Object.values(first(condition)).flatMap((kind) => list(first(kind).values).map(String));
}

function zoneOf(resources: Resources, subnet: unknown): string {
  return String(referenced(resources, subnet)?.availability_zone ?? "unknown zone");
}

/** The resource that a text like `${aws_subnet.public_a.id}` refers to. */
function referenced(resources: Resources, reference: unknown): Fields | undefined {
  const [, type = "", name = ""] = /^\$\{([a-z0-9_]+)\.([^.[\]]+)/.exec(String(reference)) ?? [];
  return resources[type]?.[name];
}

function list(value: unknown): readonly unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
}

/** Terraform JSON writes a single block as an object or as a list of one. */
function first(value: unknown): Fields {
  const [one] = list(value);
  return typeof one === "object" && one !== null ? (one as Fields) : {};
}
