import { requiredPermissions } from "../../lab/aws";
import { diagnose } from "../../lab/doctor";
import { describeAws } from "./support/describe-aws";
import { denial, targetHealth } from "./support/replies";

describeAws("the doctor, handed what AWS says", (deployed) => {
  const permissions = requiredPermissions.map(({ permission }) => permission);
  const refuse = (denied: readonly string[]) => {
    for (const permission of denied)
      deployed().front.answers.set(permission.split(":")[1] ?? "", ({ action }) => denial(action));
  };

  test.each(permissions)("claims nothing of a healthy lab without %s", async (permission) => {
    const { deployed: declared } = await deployed().gather();
    refuse([permission]);
    expect(diagnose(await deployed().gather()).diagnoses).toEqual([]);
    expect(diagnose(await deployed().gather({ declared })).diagnoses).toEqual([]);
  });

  test("claims nothing of a healthy lab of which it may see nothing at all", async () => {
    refuse(permissions);
    expect(diagnose(await deployed().gather()).diagnoses).toEqual([]);
  });

  test("finds the closed security group behind requests that time out", async () => {
    const { front, gather, lab } = deployed();
    const timeout = { reason: "Target.Timeout", description: "Request timed out" };
    const target = { id: lab.instances[0], port: 3000, state: "unhealthy", ...timeout };
    front.answers.set("DescribeTargetHealth", targetHealth([target]));

    const [first] = diagnose(await gather()).diagnoses;

    expect(first).toMatchObject({ id: "target-security-group-closed", certainty: "certain" });
  });

  test("does not call a security group closed whose rules it may not see", async () => {
    const { front, gather, lab } = deployed();
    const timeout = { reason: "Target.Timeout", description: "Request timed out" };
    const target = { id: lab.instances[0], port: 3000, state: "unhealthy", ...timeout };
    front.answers.set("DescribeTargetHealth", targetHealth([target]));
    refuse(["ec2:DescribeSecurityGroupRules"]);

    const certain = diagnose(await gather()).diagnoses.filter(({ certainty }) => certainty === "certain");

    expect(certain.map(({ id }) => id)).not.toContain("target-security-group-closed");
  });
});
