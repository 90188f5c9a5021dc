/** One entry of a plan's `resource_changes`; by default one that changes nothing. */
export interface PlannedChange {
  readonly address: string;
  readonly actions?: readonly string[];
  readonly replacePaths?: readonly (readonly (string | number)[])[];
  readonly [key: string]: unknown;
}

/** A plan as `terraform show -json` prints it, with these changes. */
export function planWith(changes: readonly PlannedChange[], more: object = {}): object {
  return {
    format_version: "1.2",
    terraform_version: "1.13.0",
    planned_values: { root_module: {} },
    resource_changes: changes.map(changeOf),
    ...more,
  };
}

export function changeOf({ address, actions = ["no-op"], replacePaths, ...more }: PlannedChange): object {
  const [type, name] = address.split(".").slice(-2);
  const change = { actions, before: null, after: null, ...(replacePaths && { replace_paths: replacePaths }) };
  return {
    address,
    mode: "managed",
    type,
    name,
    provider_name: "registry.terraform.io/hashicorp/aws",
    change,
    ...more,
  };
}
