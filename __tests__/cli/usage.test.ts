import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { version } from "../../package.json";
import { runHere } from "./support/run-here";
import { shop } from "./support/shop";

const directory = mkdtempSync(join(tmpdir(), "alb-lab-cli-"));
afterAll(() => rmSync(directory, { recursive: true }));

function written(name: string, text: string): string {
  const file = join(directory, name);
  writeFileSync(file, text);
  return file;
}

describe("--help", () => {
  it("of alb-lab lists every command, with examples and exit codes", async () => {
    const { exitCode, out, err } = await runHere(["--help"]);
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: "" });
    for (const command of ["up", "verify", "topology", "explain", "lint", "doctor"])
      expect(out).toMatch(new RegExp(`^  ${command} +\\S`, "m"));
    expect(out).toContain("Examples:\n  alb-lab up");
    expect(out).toContain("Exit codes: 0 all is well, 1 it found something, 2 it cannot run.");
  });

  it.each(["up", "verify", "topology", "explain", "lint", "doctor"])(
    "of %s has an example and the exit codes, within 80 columns",
    async (command) => {
      const { exitCode, out, err } = await runHere([command, "--help"]);
      expect({ exitCode, err }).toEqual({ exitCode: 0, err: "" });
      expect(out).toMatch(new RegExp(`Examples?:\n  alb-lab ${command} `));
      expect(out).toContain("Exit codes:");
      expect(out).toContain("--json");
      expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
    },
  );

  it("of up tells the local ports, and how to connect a server and write an access log", async () => {
    const { out } = await runHere(["up", "--help"]);
    expect(out).toContain("Declared port 80 is 8080 here, 443 is 8443");
    expect(out).toMatch(/\n {2}alb-lab up .* --target Server-1=http:\S+ \\\n {4}--access-log /);
  });

  it("has a --version beside it, that of the package", async () => {
    const { exitCode, out } = await runHere(["--version"]);
    expect({ exitCode, out }).toEqual({ exitCode: 0, out: `${version}\n` });
  });

  it("is what a call without a command shows, which cannot run", async () => {
    const { exitCode, out, err } = await runHere([]);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: "" });
    expect(err).toContain("Usage: alb-lab");
  });
});

/** Command lines that cannot run, and how the one line begins that says why. */
const wrong: readonly (readonly [words: readonly string[], line: string])[] = [
  [["nonsense"], "alb-lab: unknown command 'nonsense'; alb-lab --help shows what there is"],
  [["topolgy"], "alb-lab: unknown command 'topolgy' (Did you mean topology?); alb-lab --help"],
  [["--nonsense"], "alb-lab: unknown option '--nonsense'; "],
  [
    ["topology", "--jsn"],
    "alb-lab topology: unknown option '--jsn' (Did you mean --json?); alb-lab topology --help",
  ],
  [
    ["topology", "a", "b"],
    "alb-lab topology: too many arguments for 'topology'. Expected 1 argument but got 2; ",
  ],
  [["topology", "--stack"], "alb-lab topology: option '--stack <name>' argument missing; "],
  [["explain", "cdktf.out"], "alb-lab explain: missing required argument 'method'; alb-lab explain --help"],
  [["explain", "-", "GET"], "alb-lab explain: missing required argument 'url'; "],
  [["explain", "-", "GE T", "http://a/"], '<method>: must be a method, such as GET, got "GE T"'],
  [["explain", "-", "", "http://a/"], '<method>: must be a method, such as GET, got ""'],
  [
    ["explain", "-", "GET", "example.com/a"],
    "<url>: must be a whole URL, such as http://shop.example.com/api, got",
  ],
  [["explain", "-", "GET", "ftp://example.com/"], "<url>: must be a whole URL"],
  [["explain", "-", "GET", "http://"], "<url>: must be a whole URL"],
  [["explain", "-", "GET", "http://a:99999/"], "<url>: must be a whole URL"],
  [["explain", "-", "GET", "http://user:secret@a/"], "<url>: must be a whole URL"],
  [
    ["explain", "-", "GET", "http://a/", "--header", "X"],
    '--header: must be <name>: <value>, such as "X-Stage: beta"',
  ],
  [["explain", "-", "GET", "http://a/", "--header", ": x"], "--header: must be <name>: <value>"],
  [["explain", "-", "GET", "http://a/", "--source-ip", "10.0.0.0/8"], "--source-ip: must be an IP address"],
  [
    ["explain", "-", "GET", "http://a/", "--load-balancer", "no"],
    '--load-balancer: must be one of shop-alb, got "no"',
  ],
  [["verify"], "alb-lab verify: missing required argument 'url'; "],
  [["verify", "ftp://a/"], "alb-lab verify: <url>: must be a URL, such as http://localhost:8080, got"],
  [["verify", "a b"], "alb-lab verify: <url>: must be a URL"],
  [
    ["verify", "a", "--servers", "0"],
    'alb-lab verify: --servers <count>: must be a whole number from 1 to 999999, got "0"',
  ],
  [["verify", "a", "--requests", "1e3"], "alb-lab verify: --requests <count>: must be a whole number"],
  [
    ["verify", "a", "--health-path", "health"],
    "alb-lab verify: --health-path <path>: must be a path, such as /health",
  ],
  [
    ["up", "--port", "80"],
    "alb-lab up: --port <declared=local>: must be <declared>=<local>, such as 80=9000, got",
  ],
  [
    ["up", "--port", "80=9000", "--port", "443=9000"],
    'alb-lab up: --port <declared=local>: must differ from 80=9000, got "443=9000"',
  ],
  [
    ["up", "--port", "80=9000", "--port", "80=9001"],
    'alb-lab up: --port <declared=local>: must differ from 80=9000, got "80=9001"',
  ],
  [["up", "--port", "80=70000"], "alb-lab up: --port <declared=local>: must be"],
  [["up", "--target", "Server-1"], "alb-lab up: --target <target=url>: must be <target>=<url>"],
  [["up", "--speed", "fast"], "alb-lab up: --speed <times>: must be a number from 0.01 to 1000"],
  [["up", "--dashboard-port", "-1"], "alb-lab up: --dashboard-port <port>: must be a number"],
  [
    ["up", join(directory, "nothing")],
    `${directory}/nothing: must be a file that can be read, got no such file`,
  ],
];

describe("a command line that cannot run", () => {
  it.each(wrong)("%j is told in one line, with exit code 2", async (words, line) => {
    const { exitCode, out, err } = await runHere(words, { input: shop() });
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: "" });
    expect(err.startsWith(line) ? line : err).toBe(line);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
  });
});

/** Inputs that are no topology, and what the one line says. */
const inputs: Readonly<Record<string, readonly [text: string, says: string]>> = {
  "empty.json": ["", "must be JSON, got nothing"],
  "cut.json": [shop().slice(0, 5000), "must be whole, got JSON that ends in the middle"],
  "list.json": ["[]", "got a list"],
  "package.json": ['{"name":"a","version":"1"}', "got the package a"],
  "main.tf": ['resource "aws_lb" "a" {}', "got Terraform's own language"],
  "deep.json": ["[".repeat(10_000), "must be nested at most 200 levels deep"],
  "broken\nname.json": ["{", "must be"],
};

describe.each(["topology", "explain", "up"])("%s of an input that is no topology", (command) => {
  const more = command === "explain" ? ["GET", "http://a/"] : [];

  it.each(Object.entries(inputs))("%j is told in one line, with exit code 2", async (name, [text, says]) => {
    const { exitCode, out, err } = await runHere([command, written(name, text), ...more]);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: "" });
    expect(err).toContain(says);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
    expect(err).not.toMatch(/\n\s+at /);
  });
});

describe("an input", () => {
  it("of standard input is named so in an error", async () => {
    const { exitCode, err } = await runHere(["topology", "-"], { input: "" });
    expect({ exitCode, err }).toEqual({
      exitCode: 2,
      err: expect.stringMatching(/^standard input: must be JSON/),
    });
  });

  it("may come in UTF-16, as PowerShell pipes it", async () => {
    const input = Buffer.from(`\ufeff${shop()}`, "utf16le");
    expect((await runHere(["topology", "-"], { input })).out).toContain("Load balancer shop-alb");
  });

  it("without a load balancer is shown, but no request can be explained with it", async () => {
    const input = JSON.stringify({ resource: { aws_vpc: { main: { cidr_block: "10.0.0.0/16" } } } });
    const shown = await runHere(["topology", "-"], { input });
    expect(shown).toMatchObject({
      exitCode: 0,
      out: expect.stringContaining("0 load balancers, 0 listeners"),
    });
    const explained = await runHere(["explain", "-", "GET", "http://a/"], { input });
    expect(explained).toMatchObject({
      exitCode: 2,
      err: "standard input: must declare an application load balancer, got none; look at alb-lab topology\n",
    });
  });

  it("with several load balancers needs --load-balancer to explain a request: name or address", async () => {
    const second = { name: "second", load_balancer_type: "application", subnets: [] };
    const input = shop({ aws_lb: { second } });
    const asked = ["explain", "-", "GET", "http://a/"];
    expect(await runHere(asked, { input })).toMatchObject({
      exitCode: 2,
      err: "standard input: must be one load balancer, got shop-alb, second; name it with --load-balancer\n",
    });
    for (const name of ["shop-alb", "aws_lb.main", "shop/alb/load-balancer"])
      expect(await runHere([...asked, "--load-balancer", name], { input })).toMatchObject({ exitCode: 0 });
    expect(await runHere([...asked, "--load-balancer", "second"], { input })).toMatchObject({
      exitCode: 1,
      out: expect.stringContaining("the load balancer has no listener for HTTP on port 80: it has none"),
    });
  });

  it("with several stacks needs --stack", async () => {
    const stacks = Object.fromEntries(
      ["dev", "prod"].map((name) => [name, { name, synthesizedStackPath: `${name}.json` }]),
    );
    written("manifest.json", JSON.stringify({ version: "0.21.0", stacks }));
    written("dev.json", shop());
    expect(await runHere(["topology", directory])).toMatchObject({
      exitCode: 2,
      err: expect.stringContaining("must be one stack, got dev, prod"),
    });
    expect(await runHere(["topology", directory, "--stack", "dev"])).toMatchObject({ exitCode: 0 });
  });

  it.each(["topology", "explain", "up"])(
    "of %s that is another stack than --stack is not taken",
    async (command) => {
      const words = [...(command === "explain" ? ["GET", "http://a/"] : []), "--stack", "nope"];
      const file = written("one.json", shop());
      expect(await runHere([command, file, ...words])).toEqual({
        exitCode: 2,
        out: "",
        err: `${file}: must hold the stack nope, got shop; leave --stack out or give another input\n`,
      });
      const bare = written("bare.json", JSON.stringify({ resource: {} }));
      expect((await runHere([command, bare, ...words])).err).toContain("got an input without stacks;");
    },
  );
});
