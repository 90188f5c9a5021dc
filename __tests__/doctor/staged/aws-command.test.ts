import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describeAws } from "../../aws/support/describe-aws";
import { type TargetReply, targetHealth } from "../../aws/support/replies";
import { flat, runHere } from "../../cli/support/run-here";
import { smallLabText } from "../support/small-lab-text";

const directory = mkdtempSync(join(tmpdir(), "alb-lab-doctor-aws-"));
const before = process.cwd();

beforeAll(() => {
  const stack = join(directory, "cdktf.out/stacks/dev");
  mkdirSync(stack, { recursive: true });
  writeFileSync(join(stack, "cdk.tf.json"), smallLabText());
  process.chdir(directory);
});
afterAll(() => {
  process.chdir(before);
  rmSync(directory, { recursive: true });
});

describeAws("alb-lab doctor --aws dev", (deployed) => {
  const doctor = (...words: readonly string[]) => {
    process.env.AWS_ENDPOINT_URL = deployed().front.url;
    return runHere(["doctor", "--aws", "dev", ...words]);
  };
  /** Both targets, as AWS says of the one and of the other. */
  const health = (...standings: readonly Omit<TargetReply, "id" | "port">[]) => {
    const { front, lab } = deployed();
    const targets = standings.map((standing, at) => ({
      id: lab.instances[at] ?? "",
      port: 3000,
      ...standing,
    }));
    front.answers.set("DescribeTargetHealth", targetHealth(targets));
  };
  const first = async () => JSON.parse((await doctor("--json")).out).diagnoses[0];

  it("says that a deployment is healthy which is, and ends with 0", async () => {
    const { exitCode, out } = await doctor();
    expect({ exitCode, out }).toEqual({ exitCode: 0, out: "everything is healthy: 2 of 2 targets\n" });
  });

  it("says first that an instance is stopped, and which [U16, H58]", async () => {
    const reason = { reason: "Target.InvalidState", description: "Target is in the stopped state" };
    health({ state: "unused", ...reason }, { state: "healthy" });
    const { exitCode, out } = await doctor();
    expect(exitCode).toBe(1);
    expect(flat(out)).toMatch(
      /^1 cause explains 1 unhealthy target; 1 of 2 targets healthy broken shop-1: the instance is stopped/,
    );
  });

  it("says first which security group is closed to requests that time out [U6, H53]", async () => {
    const timeout = { reason: "Target.Timeout", description: "Request timed out" };
    health({ state: "unhealthy", ...timeout }, { state: "unhealthy", ...timeout });
    const { id, certainty, about } = await first();
    expect({ id, certainty }).toEqual({ id: "target-security-group-closed", certainty: "certain" });
    expect(about.map(({ address }: { address: string }) => address)).toEqual([
      "aws_instance.one",
      "aws_instance.two",
    ]);
  });

  it("says first that a server is still starting whose instance was launched a moment ago [U20]", async () => {
    const reason = { reason: "Target.FailedHealthChecks", description: "Health checks failed" };
    health({ state: "unhealthy", ...reason }, { state: "healthy" });
    const { id, expectedAtMs } = await first();
    expect(id).toBe("still-starting");
    expect(expectedAtMs).toBeGreaterThan(Date.now());
  });

  it.each<[string, string, string]>([
    ["404", "health-path-not-found", "set health_check path of aws_lb_target_group.shop"],
    ["503", "health-check-server-error", "no matcher can allow a 5xx"],
  ])(
    "says first what %s means, once the server has had the time to start [U1, U5, H52]",
    async (status, cause, fix) => {
      const later = Date.now() + 600_000;
      jest.spyOn(Date, "now").mockReturnValue(later);
      const description = `Health checks failed with these codes: [${status}]`;
      health(
        { state: "unhealthy", reason: "Target.ResponseCodeMismatch", description },
        { state: "healthy" },
      );
      const said = await first();
      expect(said.id).toBe(cause);
      expect(said.fix).toContain(fix);
    },
  );
});
