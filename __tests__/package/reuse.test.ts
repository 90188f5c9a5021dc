import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { parseUserData } from "../../userdata";
import { describeWithTools } from "../e2e/support/tools";
import { addAssertions, runAssertions } from "./assertions";
import { type Packed, packAndInstall, readRequired, readStack, root, run, runInstalled } from "./packed";
import { type InstalledLab, startLab } from "./start-lab";

jest.setTimeout(300_000);

let packed: Packed;
beforeAll(() => {
  packed = packAndInstall();
  run(packed.project, "npm", ["run", "synth"]);
});
afterAll(() => packed && rmSync(packed.directory, { recursive: true, force: true }));

const resources = (stack: string, type: string) =>
  Object.values(readStack(packed.project, stack).resource[type] ?? {});

describe("the package", () => {
  test("holds what was built, the manifest, the readme and the licence, and nothing else", () => {
    const others = packed.files.filter((file) => !file.startsWith("dist/"));
    expect(others.sort()).toEqual(["LICENSE", "README.md", "package.json"]);
    const rooms = new Set(
      packed.files.filter((file) => file.startsWith("dist/")).map((file) => file.split("/")[1]),
    );
    expect([...rooms].sort()).toEqual(["cli", "constructs", "lab", "server", "userdata"]);
  });

  test("has types for every module that can be imported", () => {
    const modules = packed.files.filter((file) =>
      /^dist\/(constructs|userdata|lab\/(testing|simulation|topology))\/.*\.js$/.test(file),
    );
    expect(modules.length).toBeGreaterThan(40);
    for (const file of modules) expect(packed.files).toContain(file.replace(/\.js$/, ".d.ts"));
  });

  test.each(["server", "lab/local/dashboard/page", "lab/local/processes/child"])(
    "has every file of %s as it is",
    (folder) => {
      const isOwn = (name: string) => !name.startsWith(".") && name !== "node_modules";
      const names = readdirSync(join(root, folder)).filter(isOwn);
      expect(names.length).toBeGreaterThan(4);
      for (const name of names) {
        const file = join(packed.project, "node_modules/alb-lab/dist", folder, name);
        expect(readFileSync(file, "utf8")).toBe(readFileSync(join(root, folder, name), "utf8"));
      }
    },
  );

  test("names no path of the machine that built it", () => {
    for (const file of packed.files) {
      const text = readFileSync(join(packed.project, "node_modules/alb-lab", file), "utf8");
      for (const path of [root, packed.directory, `${homedir()}/`]) {
        expect(`${file}: ${text.includes(path) ? path : "none"}`).toBe(`${file}: none`);
      }
    }
  });

  test("brings what its commands and constructs load and nothing that only its own development needs", () => {
    const { dependencies, optionalDependencies, peerDependencies, devDependencies } = JSON.parse(
      readFileSync(join(root, "package.json"), "utf8"),
    );
    const brought = Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies });
    // whoever has Jest has its globals
    const required = readRequired(packed).map((name) => (name === "@jest/globals" ? "jest" : name));
    expect(brought.sort()).toEqual(required.sort());
    expect(Object.keys(peerDependencies).sort()).toEqual([
      "@cdktf/provider-aws",
      "cdktf",
      "constructs",
      "jest",
    ]);
    const { devDependencies: ownTools } = JSON.parse(
      readFileSync(join(packed.project, "package.json"), "utf8"),
    );
    const tools = Object.keys(devDependencies).filter(
      (name) => !(name in ownTools) && !(name in peerDependencies),
    );
    expect(tools).toContain("zod");
    for (const name of tools) expect(existsSync(join(packed.project, "node_modules", name))).toBe(false);
  });

  test("gives the same names to require as its sources do, and works by them", () => {
    const print = "const m = require(process.argv[1]); console.log(JSON.stringify(Object.keys(m).sort()))";
    const names = (module: string) =>
      JSON.parse(run(packed.project, process.execPath, ["-e", print, module]));
    expect(names("alb-lab")).toEqual(Object.keys(jest.requireActual("../../constructs")).sort());
    expect(() => names("alb-lab/testing")).toThrow("must be imported where Jest runs");
    expect(names("alb-lab/userdata")).toEqual(Object.keys(jest.requireActual("../../userdata")).sort());
  });
});

describe("a project that has it installed", () => {
  beforeAll(() => addAssertions(packed.project));

  const use = [
    'import { AlbWithTargetGroup, LabNetwork } from "alb-lab";',
    'import { renderUserData, type ServerSettings } from "alb-lab/userdata";',
    'import type { TerraformStack } from "cdktf";',
    "export const text = (settings: ServerSettings): string => renderUserData(settings);",
    "export function use(stack: TerraformStack): string {",
    '  const network = new LabNetwork(stack, "network", { zones: ["eu-central-1a", "eu-central-1b"] });',
    "  // @ts-expect-error: a port is a number",
    '  return new AlbWithTargetGroup(stack, "alb", { network, targetGroup: { port: "3000" } }).url;',
    "}",
    "",
  ].join("\n");

  test.each([
    ["node16", "node16"],
    ["esnext", "bundler"],
    ["commonjs", "node10"],
  ])("is type-checked with module %s and resolution %s", (module, resolution) => {
    writeFileSync(join(packed.project, "use.ts"), use);
    const types = ["--types", "node,jest,alb-lab/testing"];
    const options = ["--noEmit", "--module", module, "--moduleResolution", resolution, ...types];
    expect(runInstalled(packed.project, "tsc", options)).toBe("");
  });

  test("asserts on its stacks, with the globals of Jest and without, and without the AWS SDK", () => {
    const wrong = [
      "expected GET http://orders.example.com/stock/7 to go to shop",
      expect.stringMatching(/^test\/alb\/http\/stock\/rule \(priority \d+\) forwards it to stock$/),
    ];
    const said = Object.entries(runAssertions(packed.project)).map(([name, text]) => [
      name,
      text.split("\n"),
    ]);
    expect(Object.fromEntries(said)).toEqual({
      "globals.test.ts passes": [""],
      "globals.test.ts fails": wrong,
      "imports.test.ts passes": [""],
      "imports.test.ts fails": wrong,
      "imports.test.ts drills": [""],
    });
  });

  test("has a network of its own in test and the company's in live", () => {
    expect(resources("test", "aws_vpc")).toHaveLength(1);
    expect(resources("test", "aws_nat_gateway")).toHaveLength(1);
    expect(resources("live", "aws_vpc")).toHaveLength(0);
    expect(resources("live", "aws_instance").map(({ subnet_id }) => subnet_id)).toEqual(
      expect.arrayContaining(["subnet-0a1b2c3d4e5f60712", "subnet-0a1b2c3d4e5f60713"]),
    );
    const [alb] = resources("live", "aws_lb");
    expect(alb.subnets).toEqual(["subnet-0a1b2c3d4e5f60710", "subnet-0a1b2c3d4e5f60711"]);
    expect(alb.enable_deletion_protection).toBe(true);
  });

  test("serves HTTP in test and HTTPS under its domain in live", () => {
    const ports = (stack: string) => resources(stack, "aws_lb_listener").map(({ port }) => port);
    expect(ports("test")).toEqual([80]);
    expect(ports("live").sort()).toEqual([443, 80]);
    const [record] = resources("live", "aws_route53_record").filter(({ type }) => type === "A");
    expect(record.name).toBe("orders.example.com");
    expect(readStack(packed.project, "live").output.url.value).toBe("https://orders.example.com");
  });

  test("shares the checkout between two target groups by the weights of each environment", () => {
    const weights = (stack: string) =>
      resources(stack, "aws_lb_listener_rule").flatMap(({ action }) =>
        (action[0].forward?.target_group ?? []).map(({ weight }: { weight: number }) => weight),
      );
    expect(weights("test")).toEqual([50, 50]);
    expect(weights("live")).toEqual([95, 5]);
  });

  test("has its own resources beside, which refer to what the package made", () => {
    for (const stack of ["test", "live"]) {
      expect(resources(stack, "aws_sqs_queue")).toHaveLength(1);
      const [alarm] = resources(stack, "aws_cloudwatch_metric_alarm");
      expect(alarm.dimensions.LoadBalancer).toMatch(/^\$\{aws_lb\.alb_load-balancer_\w+\.arn_suffix\}$/);
      const hidden = resources(stack, "aws_lb_listener_rule").find(({ priority }) => priority === 10);
      const listener = stack === "live" ? "https" : "http";
      expect(hidden.listener_arn).toMatch(
        new RegExp(`^\\$\\{aws_lb_listener\\.alb_${listener}_listener_\\w+\\.arn\\}$`),
      );
    }
  });

  test("writes the packed server into its instances' user data", () => {
    const [instance] = resources("test", "aws_instance");
    const { files, settings } = parseUserData(instance.user_data_base64);
    const server = files.find(({ path }) => path.endsWith("/app.js"));
    expect(server?.content).toBe(readFileSync(join(root, "server/app.js"), "utf8"));
    expect(files.some(({ path }) => path.endsWith("/package-lock.json"))).toBe(true);
    expect(settings?.port).toBe(3000);
  });
});

describe("the command of the package", () => {
  const stack = join("cdktf.out", "stacks", "test");

  test("says what to install where AWS is asked and its SDK is not there", () => {
    expect(() => runInstalled(packed.project, "alb-lab", ["doctor", "--aws", "test"])).toThrow(
      "the AWS SDK must be installed to ask AWS; run: npm install @aws-sdk/",
    );
  });

  test("is found by npx and shows the stacks of the project", () => {
    expect(run(packed.project, "npx", ["--no", "alb-lab", "--", "topology", stack])).toMatch(
      /^test, synthesized stack, eu-central-1\n1 load balancer, 1 listener, /,
    );
  });

  test("explains who gets a request", () => {
    const words = ["explain", stack, "GET", "http://orders.example.com/stock", "--json"];
    const { problem, answer } = JSON.parse(runInstalled(packed.project, "alb-lab", words));
    expect(problem).toBeNull();
    expect(answer.action.groups).toMatchObject([{ share: 100, hasAllTargets: true }]);
    expect(answer.action.groups[0].path).toMatch(/^test\/stock\//);
  });

  describe("up", () => {
    let lab: InstalledLab;
    beforeAll(async () => {
      lab = await startLab(packed.project, join(packed.directory, "cache"), stack);
    });
    afterAll(() => lab?.stop());

    test("runs the packed server behind the declared load balancer", async () => {
      const answers = new Set<string>();
      for (let request = 0; request < 4; request += 1) answers.add(await (await fetch(lab.url)).text());
      expect([...answers].sort()).toEqual(["Hello World", "Hello World from Server-2"]);
    });

    test("shows its dashboard from the packed files", async () => {
      const page = await fetch(lab.dashboard);
      expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
      expect((await fetch(new URL("dashboard.js", lab.dashboard))).status).toBe(200);
    });

    test("ends in order", async () => {
      expect(await lab.stop()).toBe(0);
    });
  });
});

describeWithTools("its stacks in real Terraform", ["terraform", "aws-provider"], () => {
  test.each(["test", "live"])("%s is valid", (stack) => {
    const directory = join(packed.project, "cdktf.out/stacks", stack);
    run(directory, "terraform", ["init", "-backend=false", "-input=false", "-no-color"]);
    expect(run(directory, "terraform", ["validate", "-no-color"])).toContain("The configuration is valid");
  });
});
