import { type Body, type Fault, mistake, type Resources } from "./fault";

const copyOf = (body: Body): Body => structuredClone(body);
const first = (all: Resources, type: string): Body | undefined => Object.values(all[type] ?? {})[0];

/** Stickiness of a target group, as it is turned on. */
const sticky = { enabled: true, type: "lb_cookie", cookie_duration: 3600 };
const fixed = (status: string) => ({
  type: "fixed-response",
  fixed_response: { content_type: "text/plain", message_body: "no", status_code: status },
});

/** Values that contradict each other, and things that contradict other things. */
export const structureFaults: readonly Fault[] = [
  mistake("contradiction", "aws_lb_target_group", "slow start with least_outstanding_requests", (body) => {
    Object.assign(body, { slow_start: 60, load_balancing_algorithm_type: "least_outstanding_requests" });
  }),
  mistake("contradiction", "aws_lb_target_group", "stickiness with weighted_random", (body) => {
    Object.assign(body, { stickiness: sticky, load_balancing_algorithm_type: "weighted_random" });
  }),
  mistake("contradiction", "aws_lb_target_group", "stickiness without cross-zone", (body) => {
    Object.assign(body, { stickiness: sticky, load_balancing_cross_zone_enabled: "false" });
  }),
  ...[0, 604_801].map((cookie_duration) =>
    mistake("value", "aws_lb_target_group", `stickiness of ${cookie_duration} seconds`, (body) => {
      body.stickiness = { ...sticky, cookie_duration };
    }),
  ),
  mistake("value", "aws_lb_target_group", "stickiness by source_ip", (body) => {
    body.stickiness = { ...sticky, type: "source_ip" };
  }),
  mistake("contradiction", "aws_lb_target_group", "application cookie without a name", (body) => {
    body.stickiness = { ...sticky, type: "app_cookie" };
  }),
  mistake("contradiction", "aws_lb_target_group", "application cookie named AWSALB", (body) => {
    body.stickiness = { ...sticky, type: "app_cookie", cookie_name: "AWSALB" };
  }),
  mistake("contradiction", "aws_lb", "inside and dualstack", (body) => {
    Object.assign(body, { internal: true, ip_address_type: "dualstack" });
  }),
  mistake("contradiction", "aws_lb", "client port without append", (body) => {
    Object.assign(body, { enable_xff_client_port: true, xff_header_processing_mode: "remove" });
  }),
  mistake("contradiction", "aws_lb_listener", "HTTPS without certificate", (body) => {
    body.protocol = "HTTPS";
    delete body.certificate_arn;
  }),
  mistake("contradiction", "aws_lb_listener", "certificate on HTTP", (body) => {
    body.protocol = "HTTP";
    body.certificate_arn = "arn:aws:acm:ap-northeast-2:111122223333:certificate/a";
  }),
  mistake("contradiction", "aws_lb_listener", "certificate of another region", (body) => {
    if (body.protocol !== "HTTPS") return false;
    body.certificate_arn = "arn:aws:acm:eu-west-3:111122223333:certificate/a";
    return true;
  }),
  mistake("action", "aws_lb_listener", "redirect to itself", (body) => {
    body.default_action = [{ type: "redirect", redirect: { status_code: "HTTP_301" } }];
  }),
  mistake("action", "aws_lb_listener", "redirect from HTTPS to HTTP", (body) => {
    if (body.protocol !== "HTTPS") return false;
    const redirect = { protocol: "HTTP", port: "80", status_code: "HTTP_301" };
    body.default_action = [{ type: "redirect", redirect }];
    return true;
  }),
  ...["302", "99", "600"].map((status) =>
    mistake("action", "aws_lb_listener", `fixed response ${status}`, (body) => {
      body.default_action = [fixed(status)];
    }),
  ),
  mistake("action", "aws_lb_listener", "fixed response of text/xml", (body) => {
    const action = fixed("200");
    body.default_action = [
      { ...action, fixed_response: { ...action.fixed_response, content_type: "text/xml" } },
    ];
  }),
  mistake("action", "aws_lb_listener", "fixed response of 1,025 characters", (body) => {
    const action = fixed("200");
    const message_body = "a".repeat(1025);
    body.default_action = [{ ...action, fixed_response: { ...action.fixed_response, message_body } }];
  }),
  mistake("action", "aws_lb_listener", "forward to nobody", (body) => {
    body.default_action = [{ type: "forward" }];
  }),
  mistake("action", "aws_lb_listener", "two routing actions", (body) => {
    body.default_action = [...body.default_action, fixed("404")];
  }),
  mistake("action", "aws_lb_listener", "sign-in without HTTPS", (body) => {
    if (body.protocol !== "HTTP") return false;
    const authenticate_cognito = { user_pool_arn: "a", user_pool_client_id: "b", user_pool_domain: "c" };
    body.default_action = [{ type: "authenticate-cognito", authenticate_cognito }, ...body.default_action];
    return true;
  }),
  mistake("action", "aws_lb_listener_rule", "a weight of 1000", (body, all) => {
    const arns = Object.keys(all.aws_lb_target_group ?? {}).map(
      (name) => `\${aws_lb_target_group.${name}.arn}`,
    );
    const target_group = arns.map((arn) => ({ arn, weight: 1000 }));
    body.action = [{ type: "forward", forward: { target_group } }];
  }),
  mistake("action", "aws_lb_listener_rule", "six weighted groups", (body) => {
    const [{ target_group_arn: arn }] = body.action;
    body.action = [{ type: "forward", forward: { target_group: Array(6).fill({ arn, weight: 1 }) } }];
  }),
  mistake("condition", "aws_lb_listener_rule", "two path conditions", (body) => {
    body.condition = [...body.condition, { path_pattern: { values: ["/b"] } }];
  }),
  mistake("condition", "aws_lb_listener_rule", "two kinds in one condition", (body) => {
    body.condition = [{ path_pattern: { values: ["/b"] }, host_header: { values: ["a.example.com"] } }];
  }),
  mistake("condition", "aws_lb_listener_rule", "an empty condition", (body) => {
    body.condition = [{}];
  }),
  mistake("condition", "aws_lb_listener_rule", "no condition", (body) => {
    body.condition = [];
  }),
  mistake("condition", "aws_lb_listener_rule", "six values", (body) => {
    body.condition = [{ path_pattern: { values: ["/1", "/2", "/3", "/4", "/5", "/6"] } }];
  }),
  mistake("condition", "aws_lb_listener_rule", "seven wildcards", (body) => {
    body.condition = [{ path_pattern: { values: ["/a*b*c*d*", "/?/?/?"] } }];
  }),
  ...["no dots", "localhost", "shop.example.com:8443", "shop.example.1"].map((host) =>
    mistake("condition", "aws_lb_listener_rule", `host ${host}`, (body) => {
      body.condition = [{ host_header: { values: [host] } }];
    }),
  ),
  ...["10.0.0.5/24", "10.0.0.5", "255.255.255.255/32"].map((block) =>
    mistake("condition", "aws_lb_listener_rule", `source ${block}`, (body) => {
      body.condition = [{ source_ip: { values: [block] } }];
    }),
  ),
  mistake("condition", "aws_lb_listener_rule", "method in lower case", (body) => {
    body.condition = [{ http_request_method: { values: ["get"] } }];
  }),
  mistake("condition", "aws_lb_listener_rule", "Host as a header", (body) => {
    body.condition = [{ http_header: { http_header_name: "Host", values: ["a.example.com"] } }];
  }),
  mistake("repeated", "aws_lb_listener", "the same port twice", (body, all, name) => {
    const copy = copyOf(body);
    delete copy["//"];
    if (all.aws_lb_listener) all.aws_lb_listener[`${name}_again`] = copy;
  }),
  mistake("repeated", "aws_lb_listener_rule", "the same priority twice", (body, all, name) => {
    const condition = [{ path_pattern: { values: ["/other"] } }];
    if (all.aws_lb_listener_rule) all.aws_lb_listener_rule[`${name}_again`] = { ...copyOf(body), condition };
  }),
  mistake("repeated", "aws_lb_target_group", "the same name twice", (body, all, name) => {
    if (all.aws_lb_target_group) all.aws_lb_target_group[`${name}_again`] = copyOf(body);
  }),
  mistake("repeated", "aws_lb_target_group_attachment", "the same target twice", (body, all, name) => {
    if (all.aws_lb_target_group_attachment)
      all.aws_lb_target_group_attachment[`${name}_again`] = copyOf(body);
  }),
  mistake("route", "aws_lb_listener_rule", "a wider rule before it", (body, all, name) => {
    const wide = { ...copyOf(body), priority: 1, condition: [{ path_pattern: { values: ["/*"] } }] };
    if (all.aws_lb_listener_rule) all.aws_lb_listener_rule[`${name}_wide`] = wide;
  }),
  mistake("route", "aws_lb_listener_rule", "redirected to its own path", (body) => {
    const redirect = { path: "/api/#{path}", status_code: "HTTP_302" };
    body.action = [{ type: "redirect", redirect }];
  }),
  mistake("route", "aws_lb_listener_rule", "without the bare path", (body) => {
    body.condition = [{ path_pattern: { values: ["/api/*"] } }];
  }),
  mistake("load balancer", "aws_lb", "two load balancers share a group", (body, all, name) => {
    const listener = first(all, "aws_lb_listener");
    const group = Object.keys(all.aws_lb_target_group ?? {})[0];
    if (!listener || !all.aws_lb || !all.aws_lb_listener) return false;
    all.aws_lb[`${name}_2`] = { ...copyOf(body), name: "another" };
    all.aws_lb_listener.another = {
      load_balancer_arn: `\${aws_lb.${name}_2.arn}`,
      port: 80,
      protocol: "HTTP",
      default_action: [{ type: "forward", target_group_arn: `\${aws_lb_target_group.${group}.arn}` }],
    };
    return true;
  }),
];
