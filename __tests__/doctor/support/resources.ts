import { renderUserData } from "../../../userdata";
import type { ConnectedConfig } from "../../local/conformance/connected-lab";
import { securityGroups } from "../../local/conformance/security-groups";
import { quick } from "./fault";

type Resources = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A load balancer and its instances behind security groups that admit these ports; all instances are in the same one. */
export function secured(
  admitted: Parameters<typeof securityGroups>[0],
  ...others: readonly string[]
): ConnectedConfig {
  const { aws_instance, ...groups } = securityGroups(admitted);
  const { one } = aws_instance;
  const fellows = Object.fromEntries(others.map((name) => [name, { ...one, tags: { Name: name } }]));
  return {
    more: { ...groups, aws_instance: { one, ...fellows } },
    loadBalancer: { security_groups: ["${aws_security_group.alb.id}"] },
  };
}

/** The same with a server of this project on the instance `one`. */
export function withUserData(
  { more, ...config }: ConnectedConfig,
  { healthPath }: { readonly healthPath: string },
): ConnectedConfig {
  const user_data_base64 = renderUserData({
    serverName: "one",
    first: true,
    port: 3000,
    healthPath,
    basePath: "/",
    keepAliveSeconds: 65,
    drainSeconds: 1,
    closeSeconds: 1,
  });
  const { aws_instance } = more as Resources;
  const one = { ...(aws_instance?.one as object), user_data_base64 };
  const web = { servers: [{ name: "one" }], arguments: quick };
  return { ...config, more: { ...more, aws_instance: { one } }, groups: { web } };
}

/** A rule for a path that forwards to a group. */
export function pathTo(group: string, priority: number, path: string): Resources {
  return {
    [`${group}-${priority}`]: {
      priority,
      condition: [{ path_pattern: { values: [path] } }],
      action: [{ type: "forward", target_group_arn: `\${aws_lb_target_group.${group}.arn}` }],
    },
  };
}

export function answer(status: number): unknown {
  return {
    type: "fixed-response",
    fixed_response: { content_type: "text/plain", status_code: String(status) },
  };
}

/** Forwards to groups by their weights. */
export function weighted(weights: Readonly<Record<string, number>>): unknown {
  const target_group = Object.entries(weights).map(([group, weight]) => ({
    arn: `\${aws_lb_target_group.${group}.arn}`,
    weight,
  }));
  return { type: "forward", forward: [{ target_group }] };
}

export const foreign = (...names: readonly string[]) => names.map((name) => ({ name, foreign: true }));

/** Attachments of these instances to the group `web`, on a port. */
export function attachedAt(port: number, ...names: readonly string[]): Resources {
  return Object.fromEntries(
    names.map((name) => [
      name,
      { target_group_arn: "${aws_lb_target_group.web.arn}", target_id: `\${aws_instance.${name}.id}`, port },
    ]),
  );
}
