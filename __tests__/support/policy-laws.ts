import { parseUserData } from "../../userdata";
import {
  dependsOn,
  hasPublicAddress,
  type Resource,
  type SynthesizedStack,
  valueAt,
  valuesAt,
} from "./synthesized-stack";

type Law = (resource: Resource, stack: SynthesizedStack) => boolean;

interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Principal?: string | Readonly<Record<string, string>>;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const list = (value: string | readonly string[] | undefined) => (value === undefined ? [] : [value].flat());
const highRisk = [
  20, 21, 22, 23, 25, 110, 135, 143, 445, 1433, 1434, 3306, 3389, 4333, 5432, 5500, 5601, 8080, 9200, 9300,
];

function statements({ fields }: Resource, argument = "policy"): readonly Statement[] {
  return JSON.parse(String(fields[argument])).Statement;
}

function actions(resource: Resource): readonly string[] {
  return statements(resource).flatMap(({ Action }) => list(Action));
}

function waitsFor(stack: SynthesizedStack, resource: Resource, ...types: string[]): boolean {
  const needed = [...stack.needs(resource)].map((address) => address.split(".")[0]);
  return types.every((type) => needed.includes(type));
}

function volumesEncrypted(instance: Resource, stack: SynthesizedStack): boolean {
  const template = stack.resolve(valueAt(instance.fields, "launch_template.id"));
  const own = ["root_block_device.encrypted", "ebs_block_device.encrypted"].flatMap((path) =>
    valuesAt(instance.fields, path),
  );
  const inherited = valuesAt(template.fields, "block_device_mappings.ebs.encrypted");
  return inherited.length > 0 && [...own, ...inherited].every((value) => String(value) === "true");
}

function isBehindHttps(group: Resource, stack: SynthesizedStack): boolean {
  const rules = stack.all("aws_lb_listener_rule").filter((rule) => stack.areLinked(rule, group));
  const listeners = stack.all("aws_lb_listener").filter((listener) => stack.areLinked(listener, group));
  const all = [...listeners, ...rules.map(({ fields }) => stack.resolve(fields.listener_arn))];
  return all.length > 0 && all.every(({ fields }) => fields.protocol === "HTTPS");
}

/** Keys of AWS, private keys and passwords, in the plain text of the document. */
function hasSecret({ fields }: Resource): boolean {
  const { text } = parseUserData(String(fields.user_data_base64));
  return /(AKIA|ASIA)[0-9A-Z]{16}|PRIVATE KEY|aws_secret_access_key|passw(or)?d\s*[:=]\s*\S/i.test(text);
}

/** What a rule asks for that no comparison of one argument can say. */
export const laws: Readonly<Record<string, Law>> = {
  "distinct zones": ({ fields }, stack) => {
    const zones = valuesAt(fields, "subnets").map((subnet) => stack.resolve(subnet).fields.availability_zone);
    return zones.length >= 2 && new Set(zones).size === zones.length;
  },
  "after gateway and log policy": (alb, stack) => {
    const logged = alb.fields.access_logs === undefined || waitsFor(stack, alb, "aws_s3_bucket_policy");
    return logged && dependsOn(alb).some((address) => address.startsWith("aws_internet_gateway."));
  },
  "three default tags": (_, stack) => {
    const tags = valueAt(stack.json.provider?.aws?.[0], "default_tags.tags");
    return ["Project", "Environment", "ManagedBy"].every((key) => key in Object(tags));
  },
  "idle timeout below keep-alive": ({ fields }, stack) =>
    stack.all("aws_instance").every((instance) => {
      const { settings } = parseUserData(String(instance.fields.user_data_base64));
      return Number(fields.idle_timeout) < (settings?.keepAliveSeconds ?? 0);
    }),
  "HTTPS in front": isBehindHttps,
  "interval above timeout": ({ fields }) =>
    Number(valueAt(fields, "health_check.interval")) > Number(valueAt(fields, "health_check.timeout")),
  "volumes encrypted": volumesEncrypted,
  "no public address": (instance, stack) => !hasPublicAddress(stack, instance),
  "no secret in user data": (instance) => !hasSecret(instance),
  "after its way out": (instance, stack) =>
    waitsFor(
      stack,
      instance,
      "aws_internet_gateway",
      "aws_route",
      "aws_route_table_association",
      "aws_vpc_security_group_egress_rule",
    ),
  "no high-risk port": ({ fields }) =>
    !highRisk.some((port) => Number(fields.from_port) <= port && port <= Number(fields.to_port)),
  "instances by group only": ({ fields }, stack) => {
    const group = stack.resolve(fields.security_group_id);
    if (stack.all("aws_lb").some((alb) => stack.areLinked(alb, group))) return true;
    return fields.referenced_security_group_id !== undefined && !fields.cidr_ipv4 && !fields.cidr_ipv6;
  },
  "private by NAT": ({ fields }, stack) => {
    const table = stack.resolve(fields.route_table_id);
    return !table.name.includes("private") || fields.nat_gateway_id !== undefined;
  },
  "nobody is allowed everybody": (policy) =>
    !statements(policy).some(
      ({ Effect, Principal, Condition }) => Effect === "Allow" && Principal === "*" && !Condition,
    ),
  "nobody is locked out": (policy) =>
    !statements(policy).some(
      ({ Effect, Principal, Action, Condition }) =>
        Effect === "Deny" && Principal === "*" && list(Action).includes("s3:*") && !Condition,
    ),
  "TLS only": (policy) =>
    statements(policy).some(
      ({ Effect, Condition }) => Effect === "Deny" && Condition?.Bool?.["aws:SecureTransport"] === "false",
    ),
  "log writer below its folder": (policy) =>
    statements(policy)
      .filter(({ Effect }) => Effect === "Allow")
      .flatMap(({ Resource: resource }) => list(resource))
      .every((arn) => /^\$\{aws_s3_bucket\.[\w-]+\.arn\}\/[\w/-]+\/AWSLogs\/\d{12}\/\*$/.test(arn)),
  "assumed by one service": (role) =>
    statements(role, "assume_role_policy").every(({ Principal }) => {
      const service = typeof Principal === "object" ? Principal.Service : undefined;
      return typeof service === "string" && service !== "*" && Object.keys(Object(Principal)).length === 1;
    }),
  "no action *": (policy) => !actions(policy).includes("*"),
  "no iam:PassRole and no s3:*": (policy) =>
    !actions(policy).some((action) => action === "iam:PassRole" || action === "s3:*"),
  "no wildcard": (policy) =>
    !statements(policy).some(({ Action, Resource: resource }) =>
      [...list(Action), ...list(resource)].some((text) => text.includes("*")),
    ),
  "state encrypted and locked": (_, stack) => {
    const { s3 } = stack.json.terraform?.backend ?? {};
    return s3?.encrypt === true && s3.use_lockfile === true;
  },
};
