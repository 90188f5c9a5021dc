import { join } from "node:path";
import { AwsError, gatherFromAws } from "../../lab/aws";
import { runProgram } from "../e2e/support/child-process";
import { dummyAccount } from "../e2e/support/surroundings";
import { describeAws } from "./support/describe-aws";
import { errorReply, targetHealth } from "./support/replies";

const root = join(__dirname, "../..");

/** What AWS writes into some of its errors, and what must never be printed. */
const secrets = ["AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI", "IQoJb3JpZ2luX2Vj"];
const talkative = `canonical string: Credential=${secrets[0]}, key ${secrets[1]}, token ${secrets[2]}`;

describeAws("faults", (deployed) => {
  const messageOf = async (gathering: Promise<unknown>): Promise<string> => {
    const error = await gathering.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(AwsError);
    return (error as AwsError).message;
  };

  test.each([
    ["DescribeLoadBalancers", "ExpiredToken", /have expired/],
    ["DescribeInstances", "RequestExpired", /have expired/],
    ["SendCommand", "ExpiredTokenException", /have expired/],
    ["DescribeLoadBalancers", "InvalidClientTokenId", /are refused in ap-northeast-2/],
    ["DescribeLoadBalancers", "SignatureDoesNotMatch", /are refused/],
    ["DescribeSubnets", "AuthFailure", /are refused/],
    ["SendCommand", "UnrecognizedClientException", /are refused/],
  ])(
    "%s: %s ends it with one line that says what to do, and no part of what AWS said",
    async (call, code, what) => {
      const { front, gather, lab } = deployed();
      const unhealthy = { id: lab.instances[0], port: 3000, state: "unhealthy" };
      front.answers.set("DescribeTargetHealth", targetHealth([unhealthy]));
      front.answers.set(call, ({ action }) => errorReply(action, code, talkative));

      const message = await messageOf(gather({ runCommands: true }));

      expect(message).toMatch(what);
      expect(message).toMatch(/^aws: [^\n]+; log in, such as by 'aws sso login', or set AWS_PROFILE$/);
      for (const secret of secrets) expect(message).not.toContain(secret);
    },
  );

  test("no credentials at all are an error that says where they were looked for", async () => {
    const { AWS_ACCESS_KEY_ID, ...others } = process.env;
    process.env = others;
    try {
      expect(await messageOf(deployed().gather())).toBe(
        "aws: there are no credentials in the environment, the profile or the machine; log in, such as by 'aws sso login', or set AWS_PROFILE",
      );
    } finally {
      process.env = { ...others, AWS_ACCESS_KEY_ID };
    }
  });

  test("no region is an error that says how to name one", async () => {
    expect(await messageOf(gatherFromAws({ endpoint: deployed().front.url }))).toBe(
      "aws: must have a region, got none; set AWS_REGION, or name one",
    );
  });

  test("the region is taken from AWS_DEFAULT_REGION too, as the command line of AWS does", async () => {
    process.env.AWS_DEFAULT_REGION = "ap-northeast-2";
    try {
      const { deployed: topology } = await deployed().gather({ region: undefined });
      expect(topology?.source.region).toBe("ap-northeast-2");
    } finally {
      delete process.env.AWS_DEFAULT_REGION;
    }
  });

  test("a throttled call is made again until it is answered", async () => {
    const { front, gather } = deployed();
    let throttled = 0;
    front.answers.set("DescribeRules", ({ action }) => {
      throttled += 1;
      return throttled <= 2 ? errorReply(action, "Throttling", "Rate exceeded") : undefined;
    });
    const { gaps } = await gather();

    expect(gaps).toEqual([]);
    expect(front.asked.filter(({ action }) => action === "DescribeRules").length).toBe(3);
  });
});

describe("a program that asks AWS", () => {
  /**
   * Message of the error and everything printed besides, of a process of its own: errors of sockets belong to
   * it.
   */
  const run = async (endpoint: string) => {
    const program = `require("./lab/aws").gatherFromAws({ region: "ap-northeast-2", endpoint: "${endpoint}" })
      .catch(({ name, message }) => process.stdout.write(name + " " + message))`;
    const words = ["--require", "ts-node/register", "--eval", program];
    const { out, err } = await runProgram(process.execPath, words, { cwd: root, env: dummyAccount() });
    return { out, err };
  };

  test("hears where it looked when nobody answers, and nothing of what the SDK thinks of Node.js", async () => {
    expect(await run("http://127.0.0.1:1")).toEqual({
      out: "AwsError aws: nobody answers in ap-northeast-2 (ECONNREFUSED); check the network and the region",
      err: "",
    });
  });
});

describe("without the AWS SDK", () => {
  test("the error says what to install", async () => {
    jest.doMock("@aws-sdk/client-ec2", () => {
      throw Object.assign(new Error("Cannot find module '@aws-sdk/client-ec2'"), {
        code: "MODULE_NOT_FOUND",
      });
    });
    await expect(gatherFromAws({ region: "ap-northeast-2" })).rejects.toThrow(
      "aws: the AWS SDK must be installed to ask AWS; run: npm install @aws-sdk/client-elastic-load-balancing-v2@3 @aws-sdk/client-ec2@3 @aws-sdk/client-ssm@3",
    );
  });
});
