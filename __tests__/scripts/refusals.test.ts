import { type Environment, selectEnvironments } from "../../environments";
import { deployNote, refusals, unattendedWithoutApproval } from "../../scripts/refusals";

const [dev, staging, prod] = selectEnvironments() as [Environment, Environment, Environment];
const ready: Environment = {
  ...prod,
  account: "111122223333",
  https: { domainName: "lab.acme.io", hostedZoneId: "Z2FDTNDATAQYW2" },
};

describe("a deploy", () => {
  test("of an environment that holds placeholders is refused with each key to set and its file", () => {
    expect(refusals("deploy", prod)).toEqual([
      "deploy prod: environments/prod.ts must hold what only your team knows; set there:",
      "  https.domainName: a domain that your team owns",
      "  https.hostedZoneId: the id of the Route 53 hosted zone of that domain",
      "  account: the 12 digits of your AWS account, which the log bucket's policy names",
    ]);
  });

  test("of an environment without placeholders may run", () => {
    expect([dev, staging, ready].flatMap((environment) => refusals("deploy", environment))).toEqual([]);
  });

  test("with a certificate needs no domain", () => {
    const certificateArn = "arn:aws:acm:ap-northeast-2:111122223333:certificate/1";
    expect(refusals("deploy", { ...ready, https: { certificateArn } })).toEqual([]);
  });

  test("with local state says so, except in dev", () => {
    expect(deployNote(dev)).toBeUndefined();
    expect(deployNote({ ...ready, stateBucket: { bucket: "acme-states" } })).toBeUndefined();
    expect(deployNote(ready)).toBe(
      "note: the state of prod is kept in a file here; set stateBucket in environments/prod.ts to share it with your team",
    );
  });
});

describe("a destroy", () => {
  // G31
  test("of a protected environment is refused with the two steps", () => {
    expect(refusals("destroy", prod)).toEqual([
      "destroy prod: deletionProtection must be off, got on; destroy it in two steps:",
      "  1. set retiring: true in environments/prod.ts and run npm run deploy prod",
      "  2. run npm run destroy prod again",
    ]);
  });

  test("minds no protection of instances, which Terraform lifts by itself", () => {
    expect(refusals("destroy", { ...dev, instanceTerminationProtection: true })).toEqual([]);
  });

  test("of an unprotected environment may run", () => {
    expect([dev, staging].flatMap((environment) => refusals("destroy", environment))).toEqual([]);
  });
});

test("a diff is never refused", () => {
  expect(refusals("diff", prod)).toEqual([]);
});

describe("without a terminal", () => {
  const request = (command: "deploy" | "diff", options: string[]) =>
    unattendedWithoutApproval({ command, environments: ["dev"], options, help: false }, false);

  test("a deploy needs its approval beforehand", () => {
    expect(request("deploy", [])).toBe(
      "deploy dev: standard input must be a terminal to approve on, got none; use one, or add -- --auto-approve to approve beforehand",
    );
    expect(request("deploy", ["--auto-approve"])).toBeUndefined();
  });

  test("a diff asks nothing", () => {
    expect(request("diff", [])).toBeUndefined();
  });
});
