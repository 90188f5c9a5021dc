import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { isToken } from "./prop-checks";

/** Region of the stack's AWS provider, when it is a text known at synth. */
export function providerRegion(construct: IConstruct): string | undefined {
  const providers = TerraformStack.of(construct).node.children.filter(
    (child) => child instanceof AwsProvider,
  );
  const region = providers.find((provider) => !provider.alias)?.region;
  return region === undefined || isToken(region) ? undefined : region;
}
