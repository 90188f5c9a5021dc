import { Ask } from "../../lab/aws/asking/ask";
import { deployedTopology } from "../../lab/aws/deployed";
import { identify } from "../../lab/aws/matching/address";
import { withoutStrangers } from "../../lab/aws/matching/without-strangers";
import type { SeenListener, SeenNetwork } from "../../lab/aws/seen/seen";
import { statesOf } from "../../lab/aws/state/states-of";
import type { Topology } from "../../lab/topology";

const nothing: SeenNetwork = {
  vpcs: [],
  subnets: [],
  routeTables: [],
  networkAcls: [],
  internetGateways: [],
  natGateways: [],
  securityGroups: [],
  securityGroupRules: [],
};

/** The topology of a load balancer with one listener, and of a network. */
function deployed(listener: Partial<SeenListener> = {}, network: Partial<SeenNetwork> = {}): Topology {
  const facts = { LoadBalancerArn: "lb", LoadBalancerName: "shop", Type: "application" as const };
  const own = { ListenerArn: "l", LoadBalancerArn: "lb", Port: 80, Protocol: "HTTP" as const };
  const listeners = [{ facts: own, attributes: {}, certificates: [], rules: [], ...listener }];
  const loadBalancers = [{ facts, attributes: {}, listeners }];
  const states = statesOf({ loadBalancers, targetGroups: [] }, { ...nothing, ...network }, []);
  const identified = identify(withoutStrangers(states, new Map()), new Map(), undefined);
  return deployedTopology(identified, new Ask("here", () => {}));
}

const forward = { Type: "forward" as const, TargetGroupArn: "tg" };
const ruleWith = (parts: object) =>
  deployed({ rules: [{ RuleArn: "r", Priority: "1", Actions: [forward], ...parts }] });

describe("a rule that AWS has", () => {
  test("has no values where it matches by regular expression, which the model has no word for", () => {
    const condition = { Field: "path-pattern", PathPatternConfig: { RegexValues: ["^/a+$"] } };
    expect(ruleWith({ Conditions: [condition] }).rules[0]?.conditions).toEqual([
      { kind: "other", name: "path-pattern with regex-values" },
    ]);
  });

  test("cannot be foretold where it rewrites requests", () => {
    const [rule] = ruleWith({ Conditions: [], Transforms: [{ Type: "url-rewrite" }] }).rules;
    expect(rule?.actions).toMatchObject([
      { unknown: expect.stringContaining("transform") },
      { kind: "forward" },
    ]);
  });

  test("checks tokens, where its action does", () => {
    const actions = [
      { Type: "jwt-validation", Order: 1 },
      { ...forward, Order: 2 },
    ];
    expect(ruleWith({ Conditions: [], Actions: actions }).rules[0]?.actions).toMatchObject([
      { kind: "jwt-validation" },
      { kind: "forward" },
    ]);
  });

  test("has the values of a condition also where they stand at the condition itself", () => {
    const conditions = [
      { Field: "host-header", Values: ["shop.example.com"] },
      { Field: "source-ip", SourceIpConfig: { Values: ["192.0.2.0/24"] } },
    ];
    expect(ruleWith({ Conditions: conditions }).rules[0]?.conditions).toEqual([
      { kind: "host-header", values: ["shop.example.com"] },
      { kind: "source-ip", values: ["192.0.2.0/24"] },
    ]);
  });
});

test("a listener has its further certificates after the default one", () => {
  const facts = {
    ...{ ListenerArn: "l", LoadBalancerArn: "lb", Port: 443, Protocol: "HTTPS" as const },
    ...{ SslPolicy: "ELBSecurityPolicy-2016-08", Certificates: [{ CertificateArn: "arn:1" }] },
  };
  const [listener] = deployed({ facts, certificates: ["arn:2"] }).listeners;
  expect(listener?.certificates.map(({ certificate, isDefault }) => [certificate, isDefault])).toEqual([
    [{ external: "arn:1" }, true],
    [{ external: "arn:2" }, false],
  ]);
});

describe("a network that AWS has", () => {
  const resources = (network: Partial<SeenNetwork>, type: string) =>
    deployed({}, network).resources.filter((resource) => resource.type === type);

  test("has the routes that can be declared, not the one to itself", () => {
    const Routes = [
      { DestinationCidrBlock: "10.0.0.0/16", GatewayId: "local" },
      { DestinationCidrBlock: "0.0.0.0/0", NatGatewayId: "nat-1", State: "blackhole" as const },
    ];
    const routeTables = [{ RouteTableId: "rtb-1", VpcId: "vpc-1", Routes, Associations: [] }];
    const natGateways = [{ NatGatewayId: "nat-1", State: "deleted" as const }];
    const routes = resources({ routeTables, natGateways }, "aws_route");
    expect(routes.map((route) => [route.value("state"), route.link("nat_gateway_id")])).toEqual([
      ["blackhole", { external: "nat-1" }],
    ]);
  });

  test("has a main route table, which subnets without one of their own use", () => {
    const Associations = [{ RouteTableAssociationId: "rtbassoc-1", RouteTableId: "rtb-1", Main: true }];
    const routeTables = [{ RouteTableId: "rtb-1", VpcId: "vpc-1", Routes: [], Associations }];
    const [main] = resources({ routeTables }, "aws_main_route_table_association");
    expect(main?.link("route_table_id")).toEqual({ address: "aws_route_table.rtb-1" });
  });

  test("has the entries of network ACLs in both directions, without the last, which is in every one", () => {
    const entry = { Protocol: "6", CidrBlock: "0.0.0.0/0", PortRange: { From: 80, To: 80 } };
    const Entries = [
      { ...entry, Egress: false, RuleNumber: 100, RuleAction: "deny" as const },
      { ...entry, Egress: true, RuleNumber: 200, RuleAction: "allow" as const },
      { Egress: true, RuleNumber: 32_767, RuleAction: "deny" as const, Protocol: "-1" },
    ];
    const acl = { NetworkAclId: "acl-1", Entries, Associations: [{ SubnetId: "subnet-1" }] };
    const [seen] = resources({ networkAcls: [acl] }, "aws_network_acl");
    expect(seen?.value("ingress")).toMatchObject([
      { rule_no: 100, action: "deny", from_port: 80, to_port: 80 },
    ]);
    expect(seen?.value("egress")).toMatchObject([{ rule_no: 200, action: "allow" }]);
    expect(seen?.value("subnet_ids")).toEqual(["subnet-1"]);
  });

  test("has the security groups that are used and those that their rules name, of all that it has", () => {
    const groups = ["used", "named", "stranger"];
    const securityGroups = groups.map((GroupName) => ({ GroupId: `sg-${GroupName}`, GroupName }));
    const rule = { IsEgress: false, IpProtocol: "tcp", FromPort: 1, ToPort: 1 };
    const securityGroupRules = [
      { ...rule, SecurityGroupRuleId: "a", GroupId: "sg-used", ReferencedGroupInfo: { GroupId: "sg-named" } },
      { ...rule, SecurityGroupRuleId: "b", GroupId: "sg-stranger", CidrIpv4: "0.0.0.0/0" },
    ];
    const loadBalancers = [
      { facts: { LoadBalancerArn: "lb", LoadBalancerName: "shop", SecurityGroups: ["sg-used"] } },
    ];
    const network = { ...nothing, securityGroups, securityGroupRules };
    const states = statesOf({ loadBalancers, targetGroups: [] }, network, []);
    const kept = withoutStrangers(states, new Map()).map(({ label }) => label);
    expect(kept).toEqual(["sg-used", "sg-named", "a", "shop"]);
  });
});

test("an HTTP code, a cookie and thresholds of a target group are read from its attributes and its facts", () => {
  const facts = {
    ...{ TargetGroupArn: "tg", TargetGroupName: "shop", TargetType: "ip" as const, Port: 50_051 },
    ...{ Protocol: "HTTP" as const, ProtocolVersion: "GRPC", Matcher: { GrpcCode: "0-5" } },
  };
  const attributes = {
    "stickiness.enabled": "true",
    "stickiness.type": "app_cookie",
    "stickiness.app_cookie.cookie_name": "session",
    "stickiness.app_cookie.duration_seconds": "600",
    "target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage": "50",
  };
  const states = statesOf(
    { loadBalancers: [], targetGroups: [{ facts, attributes, health: [] }] },
    nothing,
    [],
  );
  const identified = identify(states, new Map(), undefined);
  const [group] = deployedTopology(identified, new Ask("here", () => {})).targetGroups;
  expect(group?.healthCheck.matcher).toBe("0-5");
  expect(group?.attributes).toMatchObject({
    stickiness: { enabled: true, type: "app_cookie", durationSeconds: 600, cookieName: "session" },
    unhealthyStateRouting: { percentage: 50 },
  });
});
