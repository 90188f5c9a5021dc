import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { scripts as npmScripts } from "../../examples/pull-request/package.json";
import { outputOf } from "../e2e/support/child-process";
import { startMoto } from "../e2e/support/moto";
import { dummyAccount } from "../e2e/support/surroundings";
import { initialize } from "../e2e/support/terraform";
import { describeWithTools } from "../e2e/support/tools";
import { root } from "./support/workflows";

jest.mock("alb-lab", () => jest.requireActual("../../constructs"), { virtual: true });

const example = join(root, "examples/pull-request");
const environments = ["dev", "staging", "prod"];
const directory = mkdtempSync(join(tmpdir(), "alb-lab-example-"));
afterAll(() => rmSync(directory, { recursive: true }));

/** Files below a directory with their texts, and whether they may be run. */
function filesIn(path: string) {
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((file) => statSync(join(path, file)).isFile())
    .sort()
    .map((file) => [file, readFileSync(join(path, file), "utf8"), statSync(join(path, file)).mode & 0o111]);
}

describe("the example for a team's own repository", () => {
  it("has the workflows and scripts of this repository, to the letter", () => {
    expect(filesIn(join(example, ".github"))).toEqual(filesIn(join(root, ".github")));
  });

  it("has every npm script that they run", () => {
    const texts = filesIn(join(example, ".github")).map(([, text]) => String(text));
    const named = texts.flatMap((text) => [...text.matchAll(/\bnpm run (?:--silent )?([\w:-]+)/g)]);
    for (const [, script = ""] of named) expect(npmScripts).toHaveProperty([script]);
  });

  it("synthesizes the environments that they plan, each with a state of its own in a bucket", () => {
    process.env.CDKTF_OUTDIR = directory;
    try {
      jest.isolateModules(() => require(join(example, "main")));
    } finally {
      delete process.env.CDKTF_OUTDIR;
    }
    const keys = environments.map((name) => {
      const stack = JSON.parse(readFileSync(join(directory, `stacks/${name}/cdk.tf.json`), "utf8"));
      return stack.terraform.backend.s3.key;
    });
    expect(keys).toEqual(environments.map((name) => `shop/${name}.tfstate`));
    expect(readdirSync(join(directory, "stacks")).sort()).toEqual([...environments].sort());
  });
});

interface Role {
  readonly address: string;
  readonly values: { readonly name: string; readonly assume_role_policy: string; readonly policy: string };
}

describeWithTools("the roles of the example", ["terraform", "aws-provider", "moto_server"], () => {
  let roles: readonly Role[];

  beforeAll(async () => {
    cpSync(join(example, "aws"), directory, { recursive: true });
    const emulated = { skip_credentials_validation: true, s3_use_path_style: true };
    writeFileSync(
      join(directory, "emulated_override.tf.json"),
      JSON.stringify({ provider: { aws: emulated } }),
    );
    const moto = await startMoto();
    try {
      const options = { cwd: directory, env: dummyAccount({ AWS_ENDPOINT_URL: moto.url }) };
      await initialize(options);
      const values = ["repository=team/lab", "region=eu-central-1", "state_bucket=team-state"];
      const words = values.map((value) => `-var=${value}`);
      await outputOf("terraform", ["apply", "-auto-approve", "-no-color", ...words], options);
      const shown = JSON.parse(await outputOf("terraform", ["show", "-json"], options));
      roles = shown.values.root_module.resources;
    } finally {
      await moto.stop();
    }
  });

  /** Statements of the policy at an address. */
  const statements = (address: string, kind: "assume_role_policy" | "policy") => {
    const found = roles.find((role) => role.address === address);
    return JSON.parse(found?.values[kind] ?? "{}").Statement as {
      readonly Action: string | string[];
      readonly Resource: string | string[];
      readonly Condition?: Record<string, Record<string, string>>;
    }[];
  };

  it.each(environments)(
    "trust only their jobs: those of %s, and pull requests of the one repository",
    (name) => {
      const subjects = ["plan", "apply"].map((kind) => {
        const [trust, ...others] = statements(`aws_iam_role.${kind}["${name}"]`, "assume_role_policy");
        expect(others).toEqual([]);
        return trust?.Condition;
      });
      const issuer = "token.actions.githubusercontent.com";
      const only = (subject: string) => ({
        StringEquals: {
          [`${issuer}:aud`]: "sts.amazonaws.com",
          [`${issuer}:sub`]: `repo:team/lab:${subject}`,
        },
      });
      expect(subjects).toEqual([only("pull_request"), only(`environment:${name}`)]);
    },
  );

  it.each(environments)("may only read to plan %s: of all buckets one object, its state", (name) => {
    const granted = statements(`aws_iam_role_policy.plan["${name}"]`, "policy");
    const actions = granted.flatMap(({ Action }) => Action);
    for (const action of actions) expect(action).toMatch(/^\w+:(Describe|Get|List)/);
    const objects = granted.filter(({ Action }) => Action === "s3:GetObject");
    expect(objects).toEqual([
      {
        Effect: "Allow",
        Action: "s3:GetObject",
        Resource: `arn:aws:s3:::team-state/alb-lab/${name}.tfstate`,
      },
    ]);
  });

  it.each(environments)("may change of %s what is named for it, and never the roles themselves", (name) => {
    const granted = statements(`aws_iam_role_policy.apply["${name}"]`, "policy");
    const writing = granted.filter(({ Action }) => /iam:(Put|PassRole|Update)/.test(String(Action)));
    expect(writing).toHaveLength(2);
    for (const { Resource } of writing)
      for (const resource of [Resource].flat()) expect(resource).toMatch(new RegExp(`/${name}-\\*$`));
    for (const { Action } of granted) expect([Action].flat()).not.toContain("*");
  });
});
