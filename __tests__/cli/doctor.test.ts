import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { shop } from "../lint/support/shop";
import { flat, runHere } from "./support/run-here";

const directory = mkdtempSync(join(tmpdir(), "alb-lab-doctor-"));
afterAll(() => rmSync(directory, { recursive: true }));

let count = 0;

function written(value: unknown): string {
  const file = join(directory, `${count++}.json`);
  writeFileSync(file, typeof value === "string" ? value : JSON.stringify(value));
  return file;
}

/** What describe-target-health prints of one group. */
function printed(
  ...targets: readonly (readonly [id: string, state: string, reason?: string, port?: number])[]
) {
  return {
    TargetHealthDescriptions: targets.map(([Id, State, Reason, Port = 3000]) => ({
      Target: { Id, Port },
      HealthCheckPort: String(Port),
      TargetHealth: { State, ...(Reason !== undefined && { Reason, Description: "Request timed out" }) },
    })),
  };
}

/** The shop with literal ids of its instances, as a state or a plan would know them. */
function shopFile(change: (resource: ReturnType<typeof shop>) => void = () => {}): string {
  const whole = shop();
  const { aws_lb_target_group_attachment: attachments } = whole.resource;
  attachments.web.target_id = "i-0aaaaaaaaaaaaaaaa";
  attachments.api.target_id = "i-0bbbbbbbbbbbbbbbb";
  change(whole.resource);
  return written(whole);
}

const health = (value: unknown) => ["--target-health", written(value)];
const doctor = (...words: string[]) => runHere(["doctor", ...words]);

describe("doctor --target-health", () => {
  it("says that everything is healthy, and ends with 0", async () => {
    const { exitCode, out, err } = await doctor(...health(printed(["i-01", "healthy"], ["i-02", "healthy"])));
    expect({ exitCode, out, err }).toEqual({
      exitCode: 0,
      out: "everything is healthy: 2 of 2 targets\n",
      err: "",
    });
  });

  it("shows one cause of several targets once, within 80 columns, and ends with 1", async () => {
    const targets = printed(
      ["i-01", "unused", "Target.NotRegistered"],
      ["i-02", "unused", "Target.NotRegistered"],
    );
    const { exitCode, out } = await doctor(...health(targets));
    expect(exitCode).toBe(1);
    expect(out).toBe(
      [
        "1 cause explains 2 unhealthy targets; 0 of 2 targets healthy",
        "",
        "broken i-01, i-02: the target is not registered, or not any more: its",
        "       deregistration is over",
        "  seen   i-01 and i-02: unused, Target.NotRegistered (Request timed out)",
        "  to do  add an aws_lb_target_group_attachment for i-01 and i-02 and apply it",
        "  more   docs/causes/target-not-registered.md (certain, target-not-registered)",
        "",
      ].join("\n"),
    );
  });

  it("joins targets with the input by their ids, and files of several groups", async () => {
    const input = shopFile((resource) => {
      resource.aws_vpc_security_group_egress_rule.servers.to_port = 2999;
      resource.aws_vpc_security_group_egress_rule.servers.from_port = 2999;
    });
    const { out } = await doctor(
      ...health(printed(["i-0aaaaaaaaaaaaaaaa", "unhealthy", "Target.Timeout"])),
      ...health(printed(["i-0bbbbbbbbbbbbbbbb", "draining", "Target.DeregistrationInProgress"])),
      "--input",
      input,
      "--json",
    );
    const { diagnoses } = JSON.parse(out);
    expect(diagnoses).toHaveLength(2);
    expect(diagnoses[0]).toMatchObject({
      id: "load-balancer-egress-closed",
      kind: "broken",
      certainty: "certain",
    });
    expect(diagnoses[0].about).toEqual([
      {
        kind: "target",
        name: "i-0aaaaaaaaaaaaaaaa",
        address: "aws_lb_target_group_attachment.web",
        path: null,
      },
    ]);
    expect(diagnoses[0].fix).toContain("add an egress rule to aws_security_group.alb");
    expect(diagnoses[1]).toMatchObject({ id: "target-draining", expectedAtMs: null });
    expect(diagnoses[1].fix).toContain("5 min at most");
  });

  it("joins a whole group by its port where no id leads there", async () => {
    const input = shopFile((resource) => {
      resource.aws_lb_target_group.api.port = 8080;
    });
    const targets = printed(["i-0cccccccccccccccc", "draining", "Target.DeregistrationInProgress", 8080]);
    const { out } = await doctor(...health(targets), "--input", input);
    expect(flat(out)).toContain("deregistration_delay, 5 min at most");
  });

  it("ends with 0 where all is as it was set", async () => {
    const { exitCode, out } = await doctor(
      ...health(printed(["arn:f", "unavailable", "Target.HealthCheckDisabled"])),
    );
    expect(exitCode).toBe(0);
    expect(out).toMatch(/^everything is healthy: 1 of 1 target\n\nas set arn:f: /);
  });

  it.each<[string, unknown, RegExp]>([
    ["no JSON", "i-01 healthy", /: must be JSON, got "i-01 healthy"; add --output json/],
    ["another answer of AWS", { TargetGroups: [] }, /: must have TargetHealthDescriptions, got nothing; /],
    [
      "a target without an id",
      { TargetHealthDescriptions: [{}] },
      /TargetHealthDescriptions\[0\]: Target\.Id must be/,
    ],
    [
      "a state that there is not",
      printed(["i-01", "sick"]),
      /State must be one of initial, healthy, .*, got "sick"/,
    ],
    [
      "a reason of another kind",
      printed(["i-01", "unhealthy", "Elb.Moon"]),
      /Reason must be .*, got "Elb\.Moon"/,
    ],
    [
      "a port that there is not",
      printed(["i-01", "healthy", undefined, 0]),
      /Target\.Port must be a port, got 0/,
    ],
  ])("refuses %s in one line, with 2", async (_, value, message) => {
    const { exitCode, out, err } = await doctor(...health(value));
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: "" });
    expect(err.trimEnd()).not.toContain("\n");
    expect(err).toMatch(message);
  });

  it("shows hostile texts as text", async () => {
    const { out } = await doctor(
      ...health(printed(["\u001b[31m\nall well", "unused", "Target.InvalidState"])),
    );
    expect(out).not.toContain("\u001b");
    expect(out).not.toMatch(/^all well/m);
  });
});

describe("doctor --input", () => {
  it("says what the input alone tells, without any target seen", async () => {
    const input = shopFile((resource) => {
      delete resource.aws_vpc_security_group_ingress_rule.http;
    });
    const { exitCode, out } = await doctor("--input", input);
    expect(exitCode).toBe(1);
    expect(out).toMatch(/^1 cause found; 2 targets in the input, none seen\n/);
    expect(out).toContain("listener-port-closed");
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it("says nothing of an input with which nothing is wrong, and ends with 0", async () => {
    const { exitCode, out } = await doctor("--input", shopFile());
    expect({ exitCode, out }).toEqual({
      exitCode: 0,
      out: "nothing is wrong with what the input says: 2 targets in the input, none seen\n",
    });
  });
});

describe("doctor cannot run", () => {
  it.each<[string, string[], RegExp]>([
    [
      "of two sources",
      ["--aws", "dev", "--input", "x"],
      /'--aws <environment>' cannot be used with .*--input/,
    ],
    ["on an environment that was not synthesized", ["--aws", "nowhere"], /synthesize nowhere first/],
    ["on an environment that is a path", ["--aws", "../x"], /must find what was synthesized/],
    [
      "on a file that is not there",
      ["--target-health", "nowhere.json"],
      /nowhere\.json: must be a file .*ENOENT/,
    ],
    ["on a lab of another machine", ["--local", "http://example.com/"], /a dashboard on this machine/],
  ])("%s, and says so in one line, with 2", async (_, words, message) => {
    const { exitCode, out, err } = await doctor(...words);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: "" });
    expect(err.trimEnd()).not.toContain("\n");
    expect(err).toMatch(message);
  });
});
