import { ExpressInstance, type ExpressInstanceProps, LabNetwork } from "../../constructs";
import { parseUserData, USER_DATA_LIMIT_BYTES } from "../../userdata";
import { albIn, madeNetwork, problemIdsIn, synthesize, synthesizeLab } from "../support/synthesize";
import {
  dependsOn,
  hasPublicAddress,
  isCreatedFirst,
  type SynthesizedStack,
  valueAt,
} from "../support/synthesized-stack";

type Changes = Partial<Omit<ExpressInstanceProps, "alb">>;

function instanceStack(props: Changes = {}, idleTimeoutSeconds = 60): SynthesizedStack {
  return synthesize((stack) => {
    const alb = albIn(stack, { network: madeNetwork(stack), idleTimeoutSeconds });
    new ExpressInstance(stack, "server", { alb, zone: "ap-northeast-2a", serverName: "Server-2", ...props });
  });
}

function instanceOf(props: Changes = {}) {
  return instanceStack(props).only("aws_instance");
}

function settingsOf(stack: SynthesizedStack) {
  return parseUserData(String(stack.only("aws_instance").fields.user_data_base64)).settings;
}

test("an instance and its launch template insist on IMDSv2 with hop limit 1", () => {
  const stack = instanceStack();
  const options = { http_endpoint: "enabled", http_tokens: "required", http_put_response_hop_limit: 1 };
  expect(stack.only("aws_instance").fields.metadata_options).toEqual(options);
  expect(stack.only("aws_launch_template").fields.metadata_options).toEqual(options);
});

test("the root volume is encrypted by the launch template", () => {
  expect(valueAt(instanceStack().only("aws_launch_template").fields, "block_device_mappings")).toEqual({
    device_name: "/dev/xvda",
    ebs: { encrypted: "true", volume_size: 8, volume_type: "gp3", delete_on_termination: "true" },
  });
});

test("the instance repeats the root volume only with a fixed image, whose root device can be looked up", () => {
  expect(instanceOf().fields.root_block_device).toBeUndefined();
  const fixed = instanceOf({ imageId: "ami-0123456789abcdef0", rootVolumeGib: 20 });
  expect(fixed.fields.root_block_device).toMatchObject({ encrypted: true, volume_size: 20 });
});

test("an instance has no key pair and is optimized for its volumes", () => {
  const { fields } = instanceOf();
  expect(fields.key_name).toBeUndefined();
  expect(fields.ebs_optimized).toBe(true);
});

// G36
test("the profile is a reference, and its policy exists before the instance", () => {
  const stack = instanceStack();
  const instance = stack.only("aws_instance");
  const profile = stack.resolve(instance.fields.iam_instance_profile);
  expect(profile.type).toBe("aws_iam_instance_profile");
  expect(stack.resolve(profile.fields.role)).toBe(stack.only("aws_iam_role"));
  expect(dependsOn(instance)).toContain(stack.only("aws_iam_role_policy").address);
});

test("the role may be assumed by EC2 only, and allows Session Manager only", () => {
  const stack = instanceStack();
  const trust = JSON.parse(String(stack.only("aws_iam_role").fields.assume_role_policy));
  expect(trust.Statement).toEqual([
    { Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ec2.amazonaws.com" } },
  ]);
  const { Statement } = JSON.parse(String(stack.only("aws_iam_role_policy").fields.policy));
  const actions: string[] = Statement.flatMap(({ Action }: { Action: string[] }) => Action);
  expect(actions).toContain("ssmmessages:OpenDataChannel");
  expect(
    actions.filter((action) => !/^(ssmmessages:\w+|ssm:UpdateInstanceInformation)$/.test(action)),
  ).toEqual([]);
});

// G12: cloud-init does not run changed user data on a stop and start
test("changed user data replaces the instance, unless that is switched off", () => {
  expect(instanceOf().fields.user_data_replace_on_change).toBe(true);
  expect(instanceOf({ replaceOnUserDataChange: false }).fields.user_data_replace_on_change).toBe(false);
});

// G5: create-before-destroy would spread to everything the instance depends on
test("no instance is created before the one it replaces is destroyed", () => {
  expect(isCreatedFirst(instanceOf())).toBe(false);
});

// G7: the version is a reference, never $Latest
test("the instance names a version of its launch template by reference", () => {
  const stack = instanceStack();
  const template = stack.only("aws_launch_template");
  expect(stack.only("aws_instance").fields.launch_template).toEqual({
    id: `\${${template.address}.id}`,
    version: `\${${template.address}.latest_version}`,
  });
});

// G15: EC2 resolves the parameter at launch, so no look-up ages and no new image replaces an instance
test.each([
  ["x86_64", "t3.micro"],
  ["arm64", "t4g.micro"],
] as const)("an %s instance gets the image of its architecture and a %s", (architecture, type) => {
  const stack = instanceStack({ architecture });
  expect(stack.only("aws_instance").fields.instance_type).toBe(type);
  expect(stack.only("aws_launch_template").fields.image_id).toBe(
    `resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-${architecture}`,
  );
  expect(stack.json.data).toBeUndefined();
});

test("an instance type of the other architecture is refused", () => {
  const declare = (instanceType: string, architecture: "x86_64" | "arm64") =>
    problemIdsIn((stack) => {
      const alb = albIn(stack, { network: madeNetwork(stack) });
      const props = { alb, zone: "ap-northeast-2a", serverName: "one", instanceType, architecture };
      new ExpressInstance(stack, "server", props);
    });
  expect(declare("t4g.micro", "x86_64")).toEqual(["instance-type-architecture"]);
  expect(declare("m7i.large", "arm64")).toEqual(["instance-type-architecture"]);
});

test("user data holds the server's name, ports, path and base path", () => {
  expect(settingsOf(instanceStack({ basePath: "/api" }))).toMatchObject({
    serverName: "Server-2",
    first: false,
    port: 3000,
    healthPort: 3000,
    healthPath: "/health",
    basePath: "/api",
  });
});

test("a separate health-check port reaches the server and its security group", () => {
  const stack = synthesize((scope) => {
    const alb = albIn(scope, { network: madeNetwork(scope), targetGroup: { healthCheck: { port: 3100 } } });
    new ExpressInstance(scope, "server", { alb, zone: "ap-northeast-2a", serverName: "one" });
  });
  expect(settingsOf(stack)).toMatchObject({ port: 3000, healthPort: 3100 });
  const inward = stack
    .all("aws_vpc_security_group_ingress_rule")
    .filter(({ name }) => name.startsWith("server"));
  expect(inward.map(({ fields }) => fields.from_port).sort()).toEqual([3000, 3100]);
});

// G41: a keep-alive below the idle timeout ends in sporadic 502s
test.each([1, 60, 4000])("the server keeps connections longer than an idle timeout of %d s", (idle) => {
  expect(settingsOf(instanceStack({}, idle))?.keepAliveSeconds).toBeGreaterThan(idle);
});

// G45: EC2 counts bytes before base64
test("user data is below the limit of EC2 for the longest settings", () => {
  const stack = instanceStack({ serverName: "s".repeat(63), basePath: `/${"p".repeat(100)}` });
  const bytes = Buffer.from(String(stack.only("aws_instance").fields.user_data_base64), "base64");
  expect(bytes.length).toBeLessThan(USER_DATA_LIMIT_BYTES);
});

test("an instance stands in the subnet of its zone, with a public address where there is no NAT", () => {
  const stack = instanceStack();
  const { fields } = stack.only("aws_instance");
  expect(hasPublicAddress(stack, stack.only("aws_instance"))).toBe(true);
  expect(stack.resolve(fields.subnet_id).fields.availability_zone).toBe("ap-northeast-2a");
});

// G13, G14, G33: an address of its own outlasts a stop, and goes before the internet gateway does
test("a public instance has an Elastic IP and asks for no other address", () => {
  const stack = instanceStack();
  const address = stack.only("aws_eip");
  expect(stack.resolve(address.fields.instance)).toBe(stack.only("aws_instance"));
  expect(stack.only("aws_instance").fields.associate_public_ip_address).toBeUndefined();
  expect(dependsOn(address)).toContain(stack.only("aws_internet_gateway").address);
});

// G10: default tags reach no volume of a launch template by themselves
test("the volumes of an instance carry the provider's default tags, known at synth", () => {
  const stack = synthesizeLab("dev", { tags: { Team: "web" } });
  expect(stack.only("aws_launch_template").fields.tag_specifications).toEqual([
    {
      resource_type: "volume",
      tags: { Team: "web", Project: "alb-lab", Environment: "dev", ManagedBy: "cdktf" },
    },
  ]);
});

test("an instance stands in a private subnet, without public address, where there are private subnets", () => {
  const stack = synthesize((scope) => {
    const network = new LabNetwork(scope, "network", {
      zones: ["ap-northeast-2a", "ap-northeast-2b"],
      privateSubnets: true,
    });
    new ExpressInstance(scope, "server", {
      alb: albIn(scope, { network }),
      zone: "ap-northeast-2b",
      serverName: "one",
    });
  });
  const { fields } = stack.only("aws_instance");
  expect(hasPublicAddress(stack, stack.only("aws_instance"))).toBe(false);
  expect(stack.resolve(fields.subnet_id).name).toContain("private");
});

test("monitoring and termination protection are off until asked for", () => {
  expect(instanceOf().fields).toMatchObject({ monitoring: false, disable_api_termination: false });
  expect(instanceOf({ detailedMonitoring: true, terminationProtection: true }).fields).toMatchObject({
    monitoring: true,
    disable_api_termination: true,
  });
});
