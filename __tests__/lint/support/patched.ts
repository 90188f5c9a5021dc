import { type Defect, type LintOptions, lint } from "../../../lab/lint";
import { parseTopology } from "../../../lab/topology";
import { findIn } from "./find";
import { mergeIntoShop } from "./pages";
import type { Shape } from "./shop";

/** Where one defect is found in the shop after a change, written as pages write it. */
export function foundAt(defect: Defect, patch: Shape, options?: LintOptions): readonly string[] {
  return findIn(defect, (_, whole) => mergeIntoShop(whole, patch), options).map(({ address }) => address);
}

/** What it says then. */
export function messagesOf(defect: Defect, patch: Shape): readonly string[] {
  return findIn(defect, (_, whole) => mergeIntoShop(whole, patch)).map(({ message }) => message);
}

/** Where one defect is found in a state of these resources, by address, as `terraform show -json` prints it. */
export function foundInState(defect: Defect, resources: Readonly<Record<string, Shape>>): readonly string[] {
  const recorded = Object.entries(resources).map(([address, values]) => {
    const [type, name] = address.split(".");
    const provider_name = "registry.terraform.io/hashicorp/aws";
    return { address, mode: "managed", type, name, provider_name, schema_version: 0, values };
  });
  const state = {
    format_version: "1.0",
    terraform_version: "1.11.4",
    values: { root_module: { resources: recorded } },
  };
  const profile = defect.profile === undefined ? {} : { profile: defect.profile };
  const { findings } = lint(parseTopology(JSON.stringify(state)), { ...profile, defects: [defect] });
  return findings.map(({ address }) => address);
}
