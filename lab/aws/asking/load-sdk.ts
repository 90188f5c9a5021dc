import type { EC2 } from "@aws-sdk/client-ec2";
import type { ElasticLoadBalancingV2 } from "@aws-sdk/client-elastic-load-balancing-v2";
import type { SSM } from "@aws-sdk/client-ssm";
import { AwsError } from "../aws-error";

/** Clients of the AWS SDK, which is not installed with everything else. */
export interface Sdk {
  readonly elb: ElasticLoadBalancingV2;
  readonly ec2: EC2;
  /** Only where commands may be run. */
  readonly ssm?: SSM;
  /** Closes the connections. */
  close(): void;
}

export interface SdkOptions {
  /** Absent: what the profile says. */
  readonly region?: string;
  readonly endpoint?: string;
  readonly runCommands: boolean;
}

/** Loads what is needed; the credentials are found the way that every AWS tool finds them. */
export async function loadSdk({ region, endpoint, runCommands }: SdkOptions): Promise<Sdk> {
  const settings = {
    ...(region === undefined ? {} : { region }),
    ...(endpoint === undefined ? {} : { endpoint }),
    // a throttled account is asked more slowly, so that a large lab can be read as well
    retryMode: "adaptive",
    maxAttempts: 5,
    requestHandler: { connectionTimeout: 5_000, requestTimeout: 30_000 },
  };
  // it would warn on stderr of versions to come, while the installed one is what is used
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";
  const [elbModule, ec2Module, ssmModule] = await Promise.all([
    installed(() => import("@aws-sdk/client-elastic-load-balancing-v2")),
    installed(() => import("@aws-sdk/client-ec2")),
    runCommands ? installed(() => import("@aws-sdk/client-ssm")) : undefined,
  ]);
  const elb = new elbModule.ElasticLoadBalancingV2(settings);
  const ec2 = new ec2Module.EC2(settings);
  const ssm = ssmModule && new ssmModule.SSM(settings);
  const close = () => {
    for (const client of [elb, ec2, ssm]) client?.destroy();
  };
  return { elb, ec2, ...(ssm && { ssm }), close };
}

const PACKAGES = ["client-elastic-load-balancing-v2", "client-ec2", "client-ssm"];

async function installed<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "MODULE_NOT_FOUND") throw error;
    const packages = PACKAGES.map((name) => `@aws-sdk/${name}@3`).join(" ");
    throw new AwsError(`aws: the AWS SDK must be installed to ask AWS; run: npm install ${packages}`);
  }
}
