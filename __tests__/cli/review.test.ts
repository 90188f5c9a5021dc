import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Shape, shop } from "../lint/support/shop";
import { readPlan } from "../review/corpus/stored-plans";
import { flat, runHere } from "./support/run-here";

const place = mkdtempSync(join(tmpdir(), "alb-lab-review-"));
afterAll(() => rmSync(place, { recursive: true }));

const planNamed = (name: string) => Buffer.from(readPlan(name) ?? "");
const swapped = planNamed("two-rules-swap-their-priorities");
const harmless = planNamed("a-third-server-joins-dev");

function write(name: string, content: string | Uint8Array): string {
  const file = join(place, name);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, content);
  return file;
}

const review = (input: string | Uint8Array, ...words: string[]) =>
  runHere(["review", "-", ...words], { input });

describe("review of plans", () => {
  it("says the verdict first, within 80 columns, and ends with 1 where traffic is dropped", async () => {
    const { exitCode, out, err } = await review(planNamed("all-targets-of-the-api-are-deregistered"));
    expect({ exitCode, err }).toEqual({ exitCode: 1, err: "" });
    expect(out).toMatch(/^drops traffic: /);
    const lines = out.split("\n").filter((line) => line.includes(" ") && !/^ *\S+$/.test(line.trim()));
    expect(lines.filter((line) => line.length > 80 && !/\S{60}/.test(line))).toEqual([]);
  });

  it("ends with 0 where nothing is risky, and where only more than what is found shall fail", async () => {
    expect(await review(harmless)).toMatchObject({ exitCode: 0, out: expect.stringMatching(/^safe: /) });
    const emptied = planNamed("all-targets-of-the-api-are-deregistered");
    expect(await review(emptied, "--fail-on", "never")).toMatchObject({ exitCode: 0 });
    expect(await review(emptied, "--fail-on", "destroys-data")).toMatchObject({ exitCode: 0 });
    expect(await review(swapped, "--fail-on", "needs-care")).toMatchObject({ exitCode: 1 });
  });

  it("prints one JSON value with --json, in which nothing sensitive stands", async () => {
    const { out } = await review(swapped, "--json");
    const { verdict, stacks } = JSON.parse(out);
    expect(verdict.isComplete).toBe(true);
    expect(stacks[0].risks.map(({ id }: { id: string }) => id)).toContain("rule-priorities-swapped");
    expect(stacks[0].changes.unchanged).toBeGreaterThan(5);
  });

  it("prints the same bytes every time", async () => {
    for (const format of ["text", "markdown", "json"])
      expect(await review(swapped, "--format", format)).toEqual(await review(swapped, "--format", format));
  });

  it("reviews several stacks, and one that cannot be read hides no other", async () => {
    const [dev, prod] = [write("dev.json", harmless), write("prod/plan.json", swapped)];
    const broken = write("staging.json", swapped.subarray(0, 5_000));
    const { exitCode, out } = await runHere(["review", dev, prod, broken]);
    expect(exitCode).toBe(2);
    expect(out).toMatch(/^cannot be reviewed: staging: /);
    expect(out).toMatch(/^ {2}staging {3}cannot be reviewed\n {2}prod {6}[a-z ]+, ?|^ {2}prod /m);
    expect(out).toContain("== prod: ");
    expect(out).toContain("== dev: safe");
  });

  it.each([
    ["nothing", "", "must be JSON"],
    [
      "a plan that is cut off",
      swapped.subarray(0, 20_000),
      "must be whole, got JSON that ends in the middle",
    ],
    ["JSON of something else", '{"a": 1}', "must be a synthesized stack, or a plan or state"],
    ["a list", "[]", "must be a synthesized stack, or a plan or state"],
    ["a synthesized stack", JSON.stringify(shop()), "must be a plan as 'terraform show -json' prints it"],
    ["a state", '{"format_version":"1.0","values":{"root_module":{}}}', "must be a plan"],
    [
      "a plan that ended in an error",
      '{"format_version":"1.2","errored":true,"planned_values":{}}',
      "must be a whole plan",
    ],
    [
      "a plan of a format to come",
      '{"format_version":"2.0","planned_values":{}}',
      "must have format version 1",
    ],
    [
      "changes that are no list",
      '{"format_version":"1.2","resource_changes":{}}',
      "resource_changes of another",
    ],
    ["a plan without a change", '{"format_version":"1.2","configuration":{}}', "without planned values"],
    ["bytes that are no text", new Uint8Array([0xff, 0xfe, 0x00, 0x01]), "must be"],
  ])("cannot review %s, and says so in one line", async (_, input, message) => {
    const { exitCode, out, err } = await review(input);
    expect({ exitCode, err }).toEqual({ exitCode: 2, err: "" });
    expect(flat(out)).toContain(message);
    expect(out).not.toMatch(/\n {4}at |undefined/);
    const { verdict } = JSON.parse((await review(input, "--json")).out);
    expect(verdict).toMatchObject({ level: null, isComplete: false });
  });

  it("understands a plan of shapes that it does not know as far as it goes", async () => {
    const plan = {
      format_version: "1.9",
      resource_changes: [
        { address: "aws_lb.new", type: "aws_lb", change: { actions: ["transmute"], before: null, after: 7 } },
        { change: null },
        null,
        {
          address: "aws_lb.odd",
          type: "aws_lb",
          change: { actions: ["update"], before: [1], after: { a: [null] } },
        },
      ],
    };
    const { exitCode, out } = await review(JSON.stringify(plan));
    expect(exitCode).toBe(0);
    expect(flat(out)).toMatch(
      /^needs care: not understood: aws_lb.new has an action that this version does not know /,
    );
    expect(out).toContain("not understood aws_lb.new");
  });
});

it("does not call safe what it cannot judge: the end of something of another provider", async () => {
  const change = { actions: ["delete"], before: { name: "orders" }, after: null };
  const address = "google_sql_database_instance.orders";
  const plan = {
    format_version: "1.2",
    resource_changes: [{ address, type: address.split(".")[0], change }],
  };
  const { exitCode, out } = await review(JSON.stringify(plan));
  expect(exitCode).toBe(0);
  expect(flat(out)).toMatch(
    /^needs care: not understood: google_sql_database_instance.orders is to be destroyed/,
  );
});

describe("review of two synths", () => {
  const stack = (change: (resource: Shape) => void = () => {}) => {
    const whole = shop();
    change(whole.resource);
    return JSON.stringify(whole);
  };
  const otherPort = (resource: Shape) => {
    resource.aws_lb_target_group.web.port = 8080;
  };
  const synth = (name: string, stacks: Readonly<Record<string, string>>) => {
    for (const [stackName, text] of Object.entries(stacks))
      write(`${name}/stacks/${stackName}/cdk.tf.json`, text);
    const listed = Object.keys(stacks).map((one) => [
      one,
      { name: one, synthesizedStackPath: `stacks/${one}/cdk.tf.json` },
    ]);
    write(`${name}/manifest.json`, JSON.stringify({ version: "0.21.0", stacks: Object.fromEntries(listed) }));
    return join(place, name);
  };

  it("needs neither a plan nor Terraform, and pairs stacks by name", async () => {
    const base = synth("base", { dev: stack(), old: stack() });
    const head = synth("head", { dev: stack(otherPort), fresh: stack() });
    const { exitCode, out } = await runHere(["review", "--base", base, "--head", head]);
    expect(exitCode).toBe(1);
    expect(out).toMatch(/^ {2}dev {5}drops traffic/m);
    expect(out).toMatch(/^ {2}fresh {3}safe .* to create$/m);
    expect(out).toMatch(/^ {2}old {5}[a-z ]+ .* to destroy$/m);
  });

  it("tells of a stack that cannot be read, and of the others", async () => {
    const base = synth("whole", { dev: stack(), prod: stack() });
    const head = synth("torn", { dev: stack(otherPort), prod: "{" });
    const { exitCode, out, err } = await runHere(["review", "--base", base, "--head", head]);
    expect({ exitCode, err }).toEqual({ exitCode: 2, err: "" });
    expect(flat(out)).toMatch(/^cannot be reviewed: prod: .* must be JSON, got a mistake/);
    expect(out).toMatch(/^ {2}prod {3}cannot be reviewed\n {2}dev {4}drops traffic/m);
  });

  it("compares one stack with another one", async () => {
    const [base, head] = [write("a/cdk.tf.json", stack()), write("b/cdk.tf.json", stack())];
    const { exitCode, out } = await runHere(["review", "--base", base, "--head", head]);
    expect(exitCode).toBe(0);
    expect(out).toMatch(/^safe: nothing changes\n/);
  });

  it.each([
    [[], "what is to be reviewed must be given"],
    [["plan.json", "--base", "x"], "either plans or two synths"],
    [["--head", "x"], "either plans or two synths"],
    [["--base", ".", "--head", "no/such/place"], "no/such/place"],
    [["-", "--fail-on", "safe"], "--fail-on"],
  ])("refuses %j with one line", async (words, message) => {
    const { exitCode, out, err } = await runHere(["review", ...words]);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: "" });
    expect(err).toContain(message);
    expect(err.trimEnd()).not.toContain("\n");
  });

  describe("from a commit", () => {
    const repository = join(place, "repository");
    const before = process.cwd();
    const git = (...words: string[]) =>
      execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...words], {
        cwd: repository,
      });

    beforeAll(() => {
      write("repository/cdktf.json", JSON.stringify({ app: "node app.js" }));
      write(
        "repository/app.js",
        `const { mkdirSync, writeFileSync, readFileSync } = require("node:fs");
const out = process.env.CDKTF_OUTDIR;
mkdirSync(out + "/stacks/dev", { recursive: true });
writeFileSync(out + "/manifest.json", JSON.stringify({ stacks: { dev: { synthesizedStackPath: "stacks/dev/cdk.tf.json" } } }));
writeFileSync(out + "/stacks/dev/cdk.tf.json", readFileSync("stack.json"));
`,
      );
      write("repository/stack.json", stack());
      git("init", "--quiet");
      git("add", "--all");
      git("commit", "--quiet", "--message", "one");
      write("repository/stack.json", stack(otherPort));
      write("repository/out/cdk.tf.json", stack(otherPort));
      process.chdir(repository);
    });
    afterAll(() => process.chdir(before));

    it("synthesizes it beside the working tree, and leaves nothing behind", async () => {
      write("repository/head/stacks/dev/cdk.tf.json", stack(otherPort));
      write("repository/head/manifest.json", JSON.stringify({ stacks: { dev: {} } }));
      const { exitCode, out, err } = await runHere(["review", "--base", "HEAD", "--head", "head"]);
      expect({ exitCode, err }).toEqual({ exitCode: 1, err: "" });
      expect(out).toContain("replaces a target group that is in use");
      expect(git("worktree", "list").toString().trim().split("\n").length).toBe(1);
      expect(readdirSync(tmpdir()).filter((name) => name.startsWith("alb-lab-base-"))).toEqual([]);
    });

    it.each(["no-such-branch", "--upload-pack=x"])("says that %s is none", async (name) => {
      const { exitCode, err } = await runHere(["review", `--base=${name}`, "--head", "out"]);
      expect(exitCode).toBe(2);
      expect(err).toContain("must be a synth directory or a commit");
    });

    it("says what the commit's own app complained of", async () => {
      write("repository/app.js", 'console.error("dev/web: port must be below 65536");process.exit(1);');
      git("commit", "--quiet", "--all", "--message", "two");
      const { exitCode, err } = await runHere(["review", "--base", "HEAD", "--head", "out"]);
      expect(exitCode).toBe(2);
      expect(err).toMatch(/node app.js must succeed for the base, got dev\/web: port must be below 65536\n/);
    });
  });
});
