import { tmpdir } from "node:os";
import { Testing } from "cdktf";
import { LabStack, type LabStackProps } from "../../constructs";
import { selectEnvironments } from "../../environments";
import { SynthesizedStack, valueAt } from "../support/synthesized-stack";

function labStack(changes: Partial<LabStackProps> = {}): SynthesizedStack {
  const [environment] = selectEnvironments(["dev"]);
  const app = Testing.app({ outdir: tmpdir() });
  return new SynthesizedStack(Testing.synth(new LabStack(app, "dev", { ...environment!, ...changes })));
}

const provider = (stack: SynthesizedStack) => stack.json.provider?.aws?.[0] ?? {};

test("state is kept in a local file unless a bucket is named", () => {
  expect(Object.keys(labStack().json.terraform?.backend ?? {})).not.toContain("s3");
});

// G47: the argument of the lock table prints a deprecation that corrupts JSON output
test("state in a bucket is encrypted and locked by a file beside it", () => {
  const { backend } = labStack({ stateBucket: { bucket: "team-state" } }).json.terraform ?? {};
  expect(backend).toEqual({
    s3: {
      bucket: "team-state",
      key: "alb-lab/dev.tfstate",
      region: "ap-northeast-2",
      encrypt: true,
      use_lockfile: true,
    },
  });
});

test("region and key of the state can be set", () => {
  const stateBucket = { bucket: "team-state", region: "us-east-1", key: "x/y.tfstate" };
  expect(labStack({ stateBucket }).json.terraform?.backend?.s3).toMatchObject(stateBucket);
});

// G10, G11: tags are known at synth
test("the three tags and the environment's own are on everything by default", () => {
  const stack = labStack({ tags: { Team: "web" } });
  expect(valueAt(provider(stack), "default_tags.tags")).toEqual({
    Team: "web",
    Project: "alb-lab",
    Environment: "dev",
    ManagedBy: "cdktf",
  });
});

test("without an account, planning asks AWS for nothing", () => {
  expect(provider(labStack())).toMatchObject({
    region: "ap-northeast-2",
    skip_credentials_validation: true,
    skip_requesting_account_id: true,
  });
});

test("with an account, credentials of another are refused", () => {
  const aws = provider(labStack({ account: "123456789012" }));
  expect(aws.allowed_account_ids).toEqual(["123456789012"]);
  expect(aws.skip_requesting_account_id).toBeUndefined();
});

// G44
test("a recorded move becomes a moved block where the new address is, and nowhere else", () => {
  const to = labStack().only("aws_lb").address;
  const moves = [
    { from: "aws_lb.old", to },
    { from: "aws_lb.other", to: "aws_lb.of-another-environment" },
  ];
  expect(labStack({ moves }).json.moved).toEqual([{ from: "aws_lb.old", to }]);
  expect(labStack().json.moved).toBeUndefined();
});

// G44
test("moves that follow each other are all written, for states of every age", () => {
  const to = labStack().only("aws_lb").address;
  const moves = [
    { from: "aws_lb.first", to: "aws_lb.second" },
    { from: "aws_lb.second", to },
  ];
  expect(labStack({ moves }).json.moved).toEqual(moves);
});

test("credentials of an instance role are not switched off", () => {
  expect(JSON.stringify(labStack().json.provider)).not.toContain("metadata");
});

// G31
test("a retiring stack has no protection left, and its log bucket goes with its logs", () => {
  const props = {
    deletionProtection: true,
    instanceTerminationProtection: true,
    accessLogs: { retentionDays: 1 },
  };
  const isProtected = (stack: SynthesizedStack) => [
    stack.only("aws_lb").fields.enable_deletion_protection,
    ...stack.all("aws_instance").map(({ fields }) => fields.disable_api_termination),
    !stack.only("aws_s3_bucket").fields.force_destroy,
  ];
  expect(new Set(isProtected(labStack(props)))).toEqual(new Set([true]));
  expect(new Set(isProtected(labStack({ ...props, retiring: true })))).toEqual(new Set([false]));
});

test("a lab without a default service answers unmatched requests with 404", () => {
  const [environment] = selectEnvironments(["dev"]);
  const [web] = environment!.services;
  const stack = labStack({ services: [{ ...web!, pathPrefix: "/web" }] });
  expect(valueAt(stack.only("aws_lb_listener").fields, "default_action.fixed_response.status_code")).toBe(
    "404",
  );
});

// G4: a registration that goes does not wait for the requests of its instance
test("a protected stack warns that a replaced instance ends its requests with the server's drain time", () => {
  const [environment] = selectEnvironments(["prod"]);
  const warningsOf = (deletionProtection: boolean) => {
    const app = Testing.app({ outdir: tmpdir() });
    const stack = new LabStack(app, "prod", { ...environment!, account: "123456789012", deletionProtection });
    return stack.node.metadata.filter(({ type }) => type.endsWith("warn")).map(({ data }) => data);
  };
  expect(warningsOf(true)).toEqual([expect.stringContaining("-target takes one instance at a time")]);
  expect(warningsOf(false)).toEqual([]);
});
