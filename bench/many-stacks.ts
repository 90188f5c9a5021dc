type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
interface Module {
  resources: Json[];
}
interface Plan {
  resource_changes: Json[];
  resource_drift?: Json[];
  planned_values: { root_module: Module };
  prior_state: { values: { root_module: Module } };
  configuration: { root_module: Module };
}

/** A plan of many stacks in one: everything in it so many times, each time under names and ids of its own. */
export function multiply(text: string, times: number): string {
  const plan = JSON.parse(text) as Plan;
  const copies = Array.from({ length: times }, (_, number) => copyOf(plan, number));
  const all = <Part>(part: (copy: Plan) => readonly Part[]) => copies.flatMap(part);
  return JSON.stringify({
    ...plan,
    resource_changes: all((copy) => copy.resource_changes),
    resource_drift: all((copy) => copy.resource_drift ?? []),
    planned_values: { root_module: { resources: all((copy) => copy.planned_values.root_module.resources) } },
    prior_state: {
      ...plan.prior_state,
      values: { root_module: { resources: all((copy) => copy.prior_state.values.root_module.resources) } },
    },
    configuration: {
      ...plan.configuration,
      root_module: { resources: all((copy) => copy.configuration.root_module.resources) },
    },
  });
}

function copyOf(
  { resource_changes, resource_drift = [], planned_values, prior_state, configuration }: Plan,
  number: number,
): Plan {
  const parts = {
    resource_changes,
    resource_drift,
    planned_values,
    prior_state: { values: prior_state.values },
    configuration: { root_module: { resources: configuration.root_module.resources } },
  };
  const text = JSON.stringify(parts)
    .replace(
      /(aws_[a-z0-9_]+\.)([A-Za-z][\w-]*)/g,
      (_, type: string, name: string) => `${type}${name}-${number}`,
    )
    .replace(/"name":"([A-Za-z][\w-]*_[0-9A-F]{8})"/g, (_, name: string) => `"name":"${name}-${number}"`)
    .replace(
      /(arn:aws:[^"]*|sg-|vpc-|subnet-|i-|rtb-|igw-)([0-9a-f]{8,17})/g,
      (_, kind: string, id: string) => kind + id.slice(0, -4) + String(number).padStart(4, "0"),
    );
  return JSON.parse(text) as Plan;
}
