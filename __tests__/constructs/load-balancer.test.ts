import { type AlbWithTargetGroupProps, HealthCheckedTargetGroup, LabNetwork } from "../../constructs";
import { albIn, madeNetwork, problemIdsIn, synthesize } from "../support/synthesize";
import { isCreatedFirst } from "../support/synthesized-stack";

function albStack(props: Partial<AlbWithTargetGroupProps> = {}) {
  return synthesize((stack) => albIn(stack, props));
}

test("a load balancer listens on port 80 and forwards to its default target group", () => {
  const stack = albStack();
  const { fields } = stack.only("aws_lb_listener");
  expect(fields).toMatchObject({ port: 80, protocol: "HTTP" });
  expect(stack.resolve(fields.load_balancer_arn)).toBe(stack.only("aws_lb"));
  const group = stack.only("aws_lb_target_group");
  expect(fields.default_action).toEqual([{ type: "forward", target_group_arn: `\${${group.address}.arn}` }]);
  expect(group.fields).toMatchObject({ port: 3000, health_check: { path: "/health" } });
});

test("a load balancer without HTTPS has no certificate and no policy on its listener", () => {
  const { fields } = albStack().only("aws_lb_listener");
  expect([fields.certificate_arn, fields.ssl_policy]).toEqual([undefined, undefined]);
});

test("the default action takes the place of the default target group", () => {
  const stack = albStack({ defaultAction: { fixedResponse: { statusCode: 404, messageBody: "Not Found" } } });
  expect(stack.all("aws_lb_target_group")).toEqual([]);
  expect(stack.only("aws_lb_listener").fields.default_action).toEqual([
    {
      type: "fixed-response",
      fixed_response: { status_code: "404", content_type: "text/plain", message_body: "Not Found" },
    },
  ]);
});

// N40-N54
test("every attribute is written out, with the safe value where AWS's own is lax", () => {
  expect(albStack().only("aws_lb").fields).toMatchObject({
    load_balancer_type: "application",
    internal: false,
    ip_address_type: "ipv4",
    idle_timeout: 60,
    client_keep_alive: 3600,
    desync_mitigation_mode: "defensive",
    drop_invalid_header_fields: true,
    preserve_host_header: false,
    enable_tls_version_and_cipher_suite_headers: false,
    enable_xff_client_port: false,
    xff_header_processing_mode: "append",
    enable_http2: true,
    enable_waf_fail_open: false,
    enable_zonal_shift: false,
    enable_deletion_protection: false,
  });
});

const attributes: [Partial<AlbWithTargetGroupProps>, Record<string, unknown>][] = [
  [
    { accessLogs: { bucketName: "logs", prefix: "a" } },
    { access_logs: { bucket: "logs", prefix: "a", enabled: true } },
  ], // N40
  [{ connectionLogs: { bucketName: "logs" } }, { connection_logs: { bucket: "logs", enabled: true } }], // N41
  [{ deletionProtection: true }, { enable_deletion_protection: true }], // N43
  [{ idleTimeoutSeconds: 4000 }, { idle_timeout: 4000 }], // N44
  [{ clientKeepAliveSeconds: 60 }, { client_keep_alive: 60 }], // N45
  [{ desyncMitigationMode: "strictest" }, { desync_mitigation_mode: "strictest" }], // N46
  [{ dropInvalidHeaderFields: false }, { drop_invalid_header_fields: false }], // N47
  [{ preserveHostHeader: true }, { preserve_host_header: true }], // N48
  [{ tlsVersionAndCipherSuiteHeaders: true }, { enable_tls_version_and_cipher_suite_headers: true }], // N49
  [{ xffClientPort: true }, { enable_xff_client_port: true }], // N50
  [{ xffHeaderProcessingMode: "remove" }, { xff_header_processing_mode: "remove" }], // N51
  [{ http2: false }, { enable_http2: false }], // N52
  [{ wafFailOpen: true }, { enable_waf_fail_open: true }], // N53
  [{ zonalShift: true }, { enable_zonal_shift: true }], // N54
];
test.each(attributes)("the attribute can be set: %j", (props, expected) => {
  expect(albStack(props).only("aws_lb").fields).toMatchObject(expected);
});

// G29: an empty bucket passes the plan and fails the apply
test("log blocks are absent when there are no logs, and an empty bucket is refused", () => {
  const { fields } = albStack().only("aws_lb");
  expect([fields.access_logs, fields.connection_logs]).toEqual([undefined, undefined]);
  expect(problemIdsIn((stack) => albIn(stack, { accessLogs: { bucketName: "" } }))).toEqual([
    "log-bucket-missing",
  ]);
});

test("an internal load balancer stands in the private subnets where there are some", () => {
  const stack = synthesize((scope) => {
    albIn(scope, { internal: true, network: madeNetwork(scope, { privateSubnets: true }) });
  });
  const { fields } = stack.only("aws_lb");
  const subnets = (fields.subnets as string[]).map((subnet) => stack.resolve(subnet).name);
  expect(subnets).toHaveLength(2);
  for (const name of subnets) expect(name).toContain("private");
});

test("a dual-stack load balancer admits both address families unless told otherwise", () => {
  const rules = albStack({ ipAddressType: "dualstack" }).all("aws_vpc_security_group_ingress_rule");
  const admitted = rules.map(({ fields }) => fields.cidr_ipv4 ?? fields.cidr_ipv6);
  expect(admitted.sort()).toEqual(["0.0.0.0/0", "::/0"]);
});

// a tainted one has the name of its replacement
test("a load balancer is destroyed before its replacement is created", () => {
  expect(isCreatedFirst(albStack().only("aws_lb"))).toBe(false);
});

// G40
test("one subnet for each of two distinct zones is the least", () => {
  const subnets = (...zones: string[]) =>
    problemIdsIn((stack) => {
      const publicSubnets = zones.map((zone, index) => ({ zone, subnetId: `subnet-${index}` }));
      albIn(stack, { network: LabNetwork.fromExisting(stack, "network", { vpcId: "vpc-1", publicSubnets }) });
    });
  expect(subnets("us-east-1a")).toEqual(["too-few-zones"]);
  expect(subnets("us-east-1a", "us-east-1a")).toContain("zone-repeated");
  expect(subnets("us-east-1a", "us-east-1b")).toEqual([]);
});

// G22: AWS may return the existing listener, and then two resources share one
test("two listeners on one port are refused", () => {
  const second = (port: number) =>
    problemIdsIn((stack) => {
      const alb = albIn(stack);
      alb.addListener("second", { port, protocol: "HTTP", defaultAction: { forward: alb.targetGroup } });
    });
  expect(second(80)).toEqual(["listener-port-taken"]);
  expect(second(8080)).toEqual([]);
});

test("a further listener is reachable from the allowed networks", () => {
  const stack = synthesize((scope) => {
    const alb = albIn(scope, { allowedCidrs: ["192.0.2.0/24"] });
    alb.addListener("second", { port: 8080, protocol: "HTTP", defaultAction: { forward: alb.targetGroup } });
  });
  const ports = stack.all("aws_vpc_security_group_ingress_rule").map(({ fields }) => fields.from_port);
  expect(ports).toEqual([80, 8080]);
});

test("several load balancers share a network and a stack", () => {
  const stack = synthesize((scope) => {
    const network = madeNetwork(scope);
    albIn(scope, { network });
    const { vpcId } = network;
    new HealthCheckedTargetGroup(scope, "spare", { vpcId });
    albIn(scope.node.tryFindChild("network") as never, { network });
  });
  const names = stack.all("aws_lb").map(({ fields }) => fields.name);
  expect(new Set(names).size).toBe(2);
});
