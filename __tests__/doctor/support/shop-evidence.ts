import { type DoctorReport, diagnose, type Evidence, type SeenTarget } from "../../../lab/doctor";
import { parseTopology, type Topology } from "../../../lab/topology";
import { type ServerChange, serverData } from "../../lint/support/embedded-server";
import { merge } from "../../lint/support/pages";
import { type Shape, shop } from "../../lint/support/shop";

/** Half past ten in the evening. */
export const AT_MS = Date.UTC(2026, 0, 15, 22, 30);

/** What differs from a healthy shop; each part is a merge patch. */
export interface Change {
  readonly source?: Evidence["source"];
  /** Terraform resources by type and name. */
  readonly resource?: Shape;
  /** What AWS has that is not as declared; absent: nobody has asked AWS. */
  readonly deployed?: Shape;
  /** By name; `null`: not registered. */
  readonly targets?: Readonly<Record<string, Shape | null>>;
  readonly requests?: readonly Shape[];
  readonly speed?: number;
}

const servers: Readonly<Record<string, SeenTarget>> = {
  web: seen("web", "eu-west-1a"),
  "web-2": seen("web-2", "eu-west-1b", "web"),
  api: seen("api", "eu-west-1b"),
};

/** The shop with two servers for its pages, after a change to its resources. */
function shopTopology(...patches: readonly Shape[]): Topology {
  const whole = shop();
  const { aws_instance, aws_lb_target_group_attachment } = whole.resource;
  aws_instance["web-2"] = { ...aws_instance.api, tags: { Name: "web-2" } };
  aws_lb_target_group_attachment["web-2"] = {
    ...aws_lb_target_group_attachment.web,
    target_id: "${aws_instance.web-2.id}",
  };
  for (const patch of patches) merge(whole, { resource: patch });
  return parseTopology(JSON.stringify(whole));
}

/** Evidence of the shop; nothing is wrong with it but the change. */
export function shopEvidence(change: Change = {}): Evidence {
  const { source = "aws", resource, deployed, targets = {}, requests = [], speed } = change;
  const all = merge(structuredClone(servers), structuredClone(targets));
  return {
    source,
    atMs: AT_MS,
    declared: shopTopology(resource ?? {}),
    ...(deployed && { deployed: shopTopology(resource ?? {}, deployed) }),
    ...(speed !== undefined && { speed }),
    targets: Object.values<SeenTarget>(all),
    requests: requests.map((request, index) => ({
      atMs: AT_MS - index * 1000,
      method: "GET",
      path: "/",
      status: 200,
      ...request,
    })),
    gaps: [],
  };
}

export function examineShop(change?: Change): DoctorReport {
  return diagnose(shopEvidence(change));
}

/** Ids of all causes that are named, the first one what to look at first. */
export function idsIn(change?: Change): readonly string[] {
  return examineShop(change).diagnoses.map(({ id }) => id);
}

/** What is said of a cause, as lines for a person: `certainty, names: cause; fix`. */
export function linesOf(id: string, change?: Change): readonly string[] {
  return examineShop(change)
    .diagnoses.filter((diagnosis) => diagnosis.id === id)
    .map(
      ({ certainty, about, cause, fix }) =>
        `${certainty}, ${about.map(({ name }) => name)}: ${cause}; ${fix}`,
    );
}

const descriptions: Readonly<Record<string, string>> = {
  "Target.Timeout": "Request timed out",
  "Target.FailedHealthChecks": "Health checks failed",
};

/** An unhealthy target with a reason code, or with the status of its last health check. */
export function unhealthy(reason: number | keyof typeof descriptions, more: Shape = {}): Shape {
  const isStatus = typeof reason === "number";
  return {
    state: "unhealthy",
    reason: isStatus ? "Target.ResponseCodeMismatch" : reason,
    description: isStatus ? `Health checks failed with these codes: [${reason}]` : descriptions[reason],
    ...more,
  };
}

/** The last probe of a target, as a local lab sees it. */
export function probed(result: string): Shape {
  return { probes: [{ atMs: AT_MS - 1000, passed: result === "200", result, ms: 3 }] };
}

function seen(name: string, zone: string, group = name): SeenTarget {
  return {
    groupName: group,
    groupAddress: `aws_lb_target_group.${group}`,
    address: `aws_instance.${name}`,
    id: `i-0${name}`,
    port: 3000,
    name,
    zone,
    state: "healthy",
    machine: "running",
  };
}

/** Requests that a target has answered with 200. */
export function answersOf(targetName: string, times: number): readonly Shape[] {
  return Array.from({ length: times }, () => ({ targetName }));
}

/** Resources: the health check of the group `web` differs. */
export function checked(settings: Shape): Shape {
  return { aws_lb_target_group: { web: { health_check: settings } } };
}

/** Resources: the group and the registration of `web` are on another port. */
export function onPort(port: number): Shape {
  return {
    aws_lb_target_group: { web: { port } },
    aws_lb_target_group_attachment: { web: { port }, "web-2": { port } },
  };
}

/** Resources: `web` runs the server of this package. */
export function withServer(change: ServerChange): Shape {
  return { aws_instance: { web: { user_data_base64: serverData(change) } } };
}

/** The group `web` speaks HTTPS to its targets. */
export const httpsGroup: Change = {
  resource: { aws_lb_target_group: { web: { protocol: "HTTPS", health_check: { protocol: "HTTPS" } } } },
};

/** A rule that forwards to `web`. */
export function rule(priority: number, path: string): Shape {
  return {
    listener_arn: "${aws_lb_listener.http.arn}",
    priority,
    condition: [{ path_pattern: { values: [path] } }],
    action: [{ type: "forward", target_group_arn: "${aws_lb_target_group.web.arn}" }],
  };
}

/** Resources: a network ACL around the subnet of `web-2`, open but for what is said. */
export function guarded(settings: Shape): Shape {
  const acl = {
    vpc_id: "${aws_vpc.main.id}",
    subnet_ids: ["${aws_subnet.b.id}"],
    ingress: [allow(0, 65_535)],
    egress: [allow(0, 65_535)],
  };
  return { aws_network_acl: { servers: { ...acl, ...settings } } };
}

/** An entry of a network ACL. */
export function allow(from: number, to = from): Shape {
  return {
    rule_no: 100 + from,
    action: "allow",
    protocol: "tcp",
    from_port: from,
    to_port: to,
    cidr_block: "0.0.0.0/0",
  };
}
