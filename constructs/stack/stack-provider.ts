import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { isToken } from "../checks/values";

/** Region of the stack's AWS provider, when it is a text known at synth. */
export function providerRegion(construct: IConstruct): string | undefined {
  const region = defaultProvider(construct)?.region;
  return region === undefined || isToken(region) ? undefined : region;
}

/** Default tags of the stack's AWS provider. They do not reach volumes of a launch template by themselves. */
export function providerTags(construct: IConstruct): Readonly<Record<string, string>> {
  const given = defaultProvider(construct)?.defaultTagsInput;
  if (!Array.isArray(given)) return {};
  return Object.assign({}, ...given.map(({ tags }) => (isToken(tags) ? {} : tags)));
}

/** Whether the provider asks AWS whose credentials it has; it does unless it was told to skip that. */
export function providerKnowsAccount(construct: IConstruct): boolean {
  return defaultProvider(construct)?.skipRequestingAccountIdInput !== true;
}

function defaultProvider(construct: IConstruct): AwsProvider | undefined {
  const children = TerraformStack.of(construct).node.children;
  return children.find((child): child is AwsProvider => child instanceof AwsProvider && !child.alias);
}
