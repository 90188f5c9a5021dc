import { parseUserData, renderUserData, type ServerSettings } from "../../userdata";
import { type Body, type Fault, mistake, type Resources, wrongValue } from "./fault";

const LISTENER = "aws_lb_listener";
const RULE = "aws_lb_listener_rule";
const GROUP = "aws_lb_target_group";
const REGISTRATION = "aws_lb_target_group_attachment";
const INSTANCE = "aws_instance";
const INGRESS = "aws_vpc_security_group_ingress_rule";
const EGRESS = "aws_vpc_security_group_egress_rule";

const groupArns = (all: Resources) => Object.keys(all[GROUP] ?? {}).map((name) => `\${${GROUP}.${name}.arn}`);
const actionOf = (body: Body): Body => (body.default_action ?? body.action)[0];

/** The action of a listener or a rule is another one, of the same or of another kind. */
function answered(type: string, title: string, action: (body: Body, all: Resources) => Body): Fault {
  return mistake("route", type, title, (body, all) => {
    const changed = action(body, all);
    if (changed === undefined) return false;
    body[type === RULE ? "action" : "default_action"] = [changed];
    return true;
  });
}

/** A rule that nobody asked for, before all others. */
function stolen(title: string, condition: object): Fault {
  return mistake("route", RULE, title, (body, all) => {
    const other = groupArns(all).find((arn) => arn !== actionOf(body).target_group_arn);
    const rule = { ...structuredClone(body), priority: 1, condition: [condition] };
    rule.action = [{ type: "forward", target_group_arn: other }];
    Object.assign(all[RULE] ?? {}, { stolen: rule });
  });
}

function toAnother(body: Body, all: Resources): Body {
  const { target_group_arn: now } = actionOf(body);
  const other = groupArns(all).find((arn) => arn !== now);
  return now === undefined || other === undefined ? undefined : { type: "forward", target_group_arn: other };
}

function redirected(title: string, change: object): Fault {
  return answered(LISTENER, title, (body) => {
    const { redirect } = actionOf(body);
    return redirect && { type: "redirect", redirect: { ...redirect, ...change } };
  });
}

const routes: readonly Fault[] = [
  answered(LISTENER, "the default action forwards to the other group", toAnother),
  answered(RULE, "a rule forwards to the other group", toAnother),
  ...[LISTENER, RULE].map((type) =>
    answered(type, "answered with 503", () => ({
      type: "fixed-response",
      fixed_response: { content_type: "text/plain", message_body: "", status_code: "503" },
    })),
  ),
  answered(RULE, "half of the requests go to the other group", (_, all) => {
    const target_group = groupArns(all).map((arn) => ({ arn, weight: 1 }));
    return { type: "forward", forward: { target_group } };
  }),
  redirected("redirected for a time only", { status_code: "HTTP_302" }),
  redirected("redirected to the front page", { path: "/" }),
  redirected("redirected without the query", { query: "" }),
  redirected("redirected to another host", { host: "www.example.org" }),
  redirected("redirected to another port", { port: "8443" }),
  ...wrongValue(RULE, "condition.path_pattern.values", ["/apis", "/apis/*"], ["/api"], ["/API", "/API/*"]),
  mistake("route", RULE, "for one host only", (body) => {
    body.condition = [...body.condition, { host_header: { values: ["api.example.com"] } }];
  }),
  mistake("route", RULE, "for GET only", (body) => {
    body.condition = [...body.condition, { http_request_method: { values: ["GET"] } }];
  }),
  mistake("route", RULE, "for one network only", (body) => {
    body.condition = [...body.condition, { source_ip: { values: ["10.0.0.0/8"] } }];
  }),
  mistake("route", RULE, "taken away", (_, all, name) => void delete all[RULE]?.[name]),
  stolen("the front page taken by another service", { path_pattern: { values: ["/"] } }),
  stolen("a part of the API taken by another service", { path_pattern: { values: ["/api/users*"] } }),
  mistake("route", LISTENER, "taken away", (_, all, name) => void delete all[LISTENER]?.[name]),
  ...wrongValue(LISTENER, "port", 8080),
  ...wrongValue(LISTENER, "ssl_policy", "ELBSecurityPolicy-TLS13-1-0-2021-06"),
];

const health: readonly Fault[] = [
  ...wrongValue(GROUP, "port", 8080),
  ...wrongValue(GROUP, "health_check.path", "/", "/ready"),
  ...wrongValue(GROUP, "health_check.interval", 30, 60),
  ...wrongValue(GROUP, "health_check.timeout", 14),
  ...wrongValue(GROUP, "health_check.unhealthy_threshold", 10),
  ...wrongValue(GROUP, "health_check.healthy_threshold", 10),
  ...wrongValue(GROUP, "health_check.matcher", "200-499", "204"),
  ...wrongValue(GROUP, "health_check.protocol", "HTTPS"),
  ...wrongValue(GROUP, "deregistration_delay", "300", "0"),
];

/** Other settings in the user data of one server. */
function told(title: string, change: Partial<ServerSettings>): Fault {
  return mistake("server", INSTANCE, title, (body) => {
    const { settings } = parseUserData(body.user_data_base64);
    if (settings === undefined) return false;
    body.user_data_base64 = renderUserData({ ...settings, ...change });
    return true;
  });
}

const servers: readonly Fault[] = [
  mistake(
    "target",
    REGISTRATION,
    "one target taken away",
    (_, all, name) => void delete all[REGISTRATION]?.[name],
  ),
  mistake("target", REGISTRATION, "registered in the other group", (body, all) => {
    const other = groupArns(all).find((arn) => arn !== body.target_group_arn);
    if (other === undefined) return false;
    body.target_group_arn = other;
    return true;
  }),
  mistake("target", INSTANCE, "all instances in one zone", (body, all) => {
    for (const instance of Object.values(all[INSTANCE] ?? {})) instance.subnet_id = body.subnet_id;
  }),
  told("a server listens on another port", { port: 8080 }),
  told("a server answers health checks elsewhere", { healthPath: "/status" }),
  told("a server has the name of another one", { serverName: "Server-9", first: false }),
  mistake("server", INSTANCE, "no user data", (body) => {
    delete body.user_data_base64;
  }),
];

function added(title: string, rule: object, type = INGRESS): Fault {
  return mistake("exposure", type, title, (body, all) => {
    const { security_group_id } = body;
    Object.assign(all[type] ?? {}, {
      added: { security_group_id, ip_protocol: "tcp", description: "x", ...rule },
    });
  });
}

const everybody = { cidr_ipv4: "0.0.0.0/0" };
const exposures: readonly Fault[] = [
  added("port 8080 for everybody", { ...everybody, from_port: 8080, to_port: 8080 }),
  added("port 3000 for a neighbour", { cidr_ipv4: "10.0.0.0/8", from_port: 3000, to_port: 3000 }),
  added("port 22 for one address", { cidr_ipv4: "203.0.113.7/32", from_port: 22, to_port: 22 }),
  added("everything for everybody over IPv6", { cidr_ipv6: "::/0", ip_protocol: "-1" }),
  added("a database elsewhere", { cidr_ipv4: "198.51.100.0/24", from_port: 5432, to_port: 5432 }, EGRESS),
  added("plain HTTP to everybody", { ...everybody, from_port: 80, to_port: 80 }, EGRESS),
  mistake("exposure", INGRESS, "a range of ports in place of one", (body) => {
    body.to_port += 1;
  }),
  mistake("way", INGRESS, "closed to the world", (body) => {
    if (body.cidr_ipv4 !== "0.0.0.0/0") return false;
    body.cidr_ipv4 = "10.0.0.0/8";
    return true;
  }),
  ...wrongValue("aws_lb", "internal", true),
];

/** What AWS takes and what serves, but not as it is meant. */
export const meaningFaults: readonly Fault[] = [...routes, ...health, ...servers, ...exposures];
