import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { S3Backend, TerraformResource, type TerraformStack } from "cdktf";
import { literal } from "../terraform/literal";
import type { RecordedMove } from "./lab-stack-props";

/** An S3 bucket for Terraform's state. */
export interface StateBucket {
  readonly bucket: string;
  /** @default the stack's region */
  readonly region?: string;
  /** @default alb-lab/<stack>.tfstate */
  readonly key?: string;
}

interface Foundation {
  readonly region: string;
  readonly account?: string;
  readonly stateBucket?: StateBucket;
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * The provider and the backend. With an account, credentials for another are refused; without one, AWS is
 * asked for nothing before the first resource, so that a plan works offline with any credentials.
 */
export function declareFoundation(stack: TerraformStack, props: Foundation): AwsProvider {
  const { region, account, stateBucket } = props;
  const offline = { skipCredentialsValidation: true, skipRequestingAccountId: true };
  const tags = Object.entries(props.tags ?? {}).map(([key, value]) => [literal(key), literal(value)]);
  const provider = new AwsProvider(stack, "aws", {
    region,
    ...(account === undefined ? offline : { allowedAccountIds: [account] }),
    defaultTags: [
      {
        tags: {
          ...Object.fromEntries(tags),
          Project: "alb-lab",
          Environment: stack.node.id,
          ManagedBy: "cdktf",
        },
      },
    ],
  });
  if (stateBucket) {
    new S3Backend(stack, {
      bucket: stateBucket.bucket,
      key: stateBucket.key ?? `alb-lab/${stack.node.id}.tfstate`,
      region: stateBucket.region ?? region,
      encrypt: true,
    });
    // cdktf's backend does not know the argument; a lock table would print a deprecation instead
    stack.addOverride("terraform.backend.s3.use_lockfile", true);
  }
  return provider;
}

/** Writes a `moved` block for each recorded move that leads, perhaps through others, to an address of the stack. */
export function declareMoves(stack: TerraformStack, moves: readonly RecordedMove[]): void {
  if (moves.length === 0) return;
  const resources = stack.node.findAll().filter(TerraformResource.isTerraformResource);
  const addresses = new Set(
    resources.map((resource) => `${resource.terraformResourceType}.${resource.friendlyUniqueId}`),
  );
  // in order, because a later move starts where an earlier one ended
  const end = (address: string) => moves.reduce((at, { from, to }) => (from === at ? to : at), address);
  const here = moves.filter(({ from }) => addresses.has(end(from))).map(({ from, to }) => ({ from, to }));
  if (here.length > 0) stack.addOverride("moved", here);
}
