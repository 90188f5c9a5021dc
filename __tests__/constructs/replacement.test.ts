import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { type App, TerraformStack, TerraformVariable, Testing } from "cdktf";
import { AlbWithTargetGroup, ExpressService, HealthCheckedTargetGroup, LabNetwork } from "../../constructs";

const zones = ["ap-northeast-2a", "ap-northeast-2c"];

function stackIn(app: App, id: string): TerraformStack {
  const stack = new TerraformStack(app, id);
  new AwsProvider(stack, "aws", { region: "ap-northeast-2" });
  return stack;
}

function resourcesOf(stack: TerraformStack) {
  return JSON.parse(Testing.synth(stack)).resource as Record<string, Record<string, Record<string, unknown>>>;
}

// G1, G2: the id of a VPC that is made is the same reference before and after it is replaced
test("another VPC gives the load balancer and its target groups other names", () => {
  const namesIn = (cidr: string) => {
    const stack = stackIn(Testing.app(), "lab");
    const alb = new AlbWithTargetGroup(stack, "alb", {
      network: new LabNetwork(stack, "network", { zones, cidr }),
    });
    const { vpcId } = alb.network;
    new HealthCheckedTargetGroup(stack, "more", { vpcId });
    const { aws_lb = {}, aws_lb_target_group = {} } = resourcesOf(stack);
    return [...Object.values(aws_lb), ...Object.values(aws_lb_target_group)].map(({ name }) => name);
  };
  const [one, same, other] = [namesIn("10.0.0.0/16"), namesIn("10.0.0.0/16"), namesIn("10.9.0.0/16")];
  expect(one).toHaveLength(3);
  expect(one).toEqual(same);
  expect(one.filter((name) => other.includes(name))).toEqual([]);
});

// G44
test("the address of a certificate that is known later does not depend on what was declared before it", () => {
  const addressesAfter = (others: number) => {
    const stack = stackIn(Testing.app(), "lab");
    const network = new LabNetwork(stack, "network", { zones });
    for (let index = 0; index < others; index++) void network.vpc.arn;
    const arn = new TerraformVariable(stack, "further", { type: "string" }).stringValue;
    const certificateArn = "arn:aws:acm:ap-northeast-2:111122223333:certificate/0a1b";
    const allowed = new TerraformVariable(stack, "allowed", { type: "string" }).stringValue;
    const https = { certificateArn, additionalCertificateArns: [arn] };
    new AlbWithTargetGroup(stack, "alb", { network, https, allowedCidrs: ["10.0.0.0/8", allowed] });
    return Object.entries(resourcesOf(stack)).flatMap(([type, named]) =>
      Object.keys(named).map((name) => `${type}.${name}`),
    );
  };
  expect(addressesAfter(3)).toEqual(addressesAfter(0));
});

test("a load balancer in another stack than its network depends on nothing of that stack", () => {
  const app = Testing.app();
  const network = new LabNetwork(stackIn(app, "network"), "network", { zones });
  const stack = stackIn(app, "services");
  new ExpressService(stack, "web", { alb: new AlbWithTargetGroup(stack, "alb", { network }) });
  const { aws_lb = {}, aws_instance = {} } = resourcesOf(stack);
  for (const { depends_on = [] } of [...Object.values(aws_lb), ...Object.values(aws_instance)]) {
    for (const address of depends_on as string[]) {
      const [type = "", name = ""] = address.split(".");
      expect(resourcesOf(stack)[type]?.[name]).toBeDefined();
    }
  }
});
