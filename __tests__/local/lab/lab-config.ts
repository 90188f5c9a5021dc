import { parseTopology, type Topology } from "../../../lab/topology";
import { renderUserData } from "../../../userdata";
import { foreignText } from "../processes/documents";

/** A server of the lab's own kind, or an instance with user data that holds none, or one with a program of its own. */
export interface ServerConfig {
  readonly name: string;
  readonly zone?: string;
  readonly foreign?: boolean;
  /** What its unit runs with Node.js. */
  readonly script?: string;
  readonly drainSeconds?: number;
  readonly healthPath?: string;
}

export interface GroupConfig {
  readonly servers: readonly ServerConfig[];
  readonly arguments?: Readonly<Record<string, unknown>>;
}

export interface LabConfig {
  readonly groups: Readonly<Record<string, GroupConfig>>;
  /** Of the listener; forwards to the first group unless given. */
  readonly defaultAction?: unknown;
  readonly rules?: Readonly<Record<string, unknown>>;
  readonly loadBalancer?: Readonly<Record<string, unknown>>;
  readonly listener?: Readonly<Record<string, unknown>>;
  /** More resources by type and name. */
  readonly more?: Readonly<Record<string, unknown>>;
}

const zones = ["eu-central-1a", "eu-central-1b"];

export function groupArn(group: string): string {
  return `\${aws_lb_target_group.${group}.arn}`;
}

export function forwardTo(group: string): unknown {
  return { type: "forward", target_group_arn: groupArn(group) };
}

/** A configuration as somebody would write it by hand, with the servers of this project. */
export function labTopology(config: LabConfig): Topology {
  return parseTopology(labText(config));
}

/** The same as the text of a file. */
export function labText(config: LabConfig): string {
  return JSON.stringify(labJson(config));
}

function labJson({ groups, defaultAction, rules, loadBalancer, listener, more }: LabConfig): unknown {
  const [first = ""] = Object.keys(groups);
  return {
    resource: {
      aws_subnet: Object.fromEntries(zones.map((zone) => [zone, { availability_zone: zone }])),
      aws_lb: {
        alb: { name: "alb", subnets: zones.map((zone) => `\${aws_subnet.${zone}.id}`), ...loadBalancer },
      },
      aws_lb_listener: {
        http: {
          load_balancer_arn: "${aws_lb.alb.arn}",
          port: 80,
          protocol: "HTTP",
          default_action: [defaultAction ?? forwardTo(first)],
          ...listener,
        },
      },
      aws_lb_listener_rule: Object.fromEntries(
        Object.entries(rules ?? {}).map(([name, rule]) => [
          name,
          { listener_arn: "${aws_lb_listener.http.arn}", ...(rule as object) },
        ]),
      ),
      aws_lb_target_group: Object.fromEntries(
        Object.entries(groups).map(([name, group]) => [name, { name, ...targetGroup, ...group.arguments }]),
      ),
      aws_lb_target_group_attachment: attachments(groups),
      aws_instance: instances(groups),
      ...more,
    },
  };
}

const targetGroup = {
  port: 3000,
  protocol: "HTTP",
  deregistration_delay: 30,
  health_check: {
    path: "/health",
    interval: 5,
    timeout: 4,
    healthy_threshold: 2,
    unhealthy_threshold: 2,
    matcher: "200",
  },
};

function attachments(groups: LabConfig["groups"]): unknown {
  const entries = Object.entries(groups).flatMap(([group, { servers }]) =>
    servers.map(({ name }) => [
      `${group}-${name}`,
      { target_group_arn: groupArn(group), target_id: `\${aws_instance.${name}.id}`, port: 3000 },
    ]),
  );
  return Object.fromEntries(entries);
}

function instances(groups: LabConfig["groups"]): unknown {
  const servers = Object.values(groups).flatMap((group) => group.servers);
  return Object.fromEntries(
    servers.map((server, index) => [
      server.name,
      {
        subnet_id: `\${aws_subnet.${server.zone ?? zones[0]}.id}`,
        tags: { Name: server.name },
        ...userDataOf(server, index === 0),
      },
    ]),
  );
}

function userDataOf(server: ServerConfig, first: boolean): object {
  const { foreign, script } = server;
  if (script !== undefined) return { user_data: foreignText({ script }) };
  return foreign ? { user_data: "#!/bin/sh\necho hello\n" } : { user_data_base64: serverData(server, first) };
}

function serverData(
  { name, drainSeconds = 1, healthPath = "/health" }: ServerConfig,
  first: boolean,
): string {
  return renderUserData({
    serverName: name,
    first,
    port: 3000,
    healthPath,
    basePath: "/",
    keepAliveSeconds: 65,
    drainSeconds,
    closeSeconds: 1,
  });
}
