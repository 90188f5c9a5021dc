import { type LoadBalancer, labelOf, placeOf, type Topology } from "../../topology";
import { QuestionError } from "./question-error";

/** What an error calls the input, and what a user names a load balancer by. */
export interface Words {
  readonly input: string;
  readonly option: string;
}

/**
 * The load balancer that is asked: the one of that name, address, path or DNS name; without `wanted` the only one.
 * @throws QuestionError where it is not one
 */
export function findLoadBalancer(
  { loadBalancers }: Topology,
  wanted: string | undefined,
  { input, option }: Words,
): LoadBalancer {
  const application = loadBalancers.filter(({ loadBalancerType }) => loadBalancerType === "application");
  if (application.length === 0)
    throw new QuestionError(
      `${input}: must declare an application load balancer, got none; look at alb-lab topology`,
    );
  const found = wanted === undefined ? application : application.filter((lb) => namesOf(lb).includes(wanted));
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return only;
  if (wanted === undefined)
    throw new QuestionError(
      `${input}: must be one load balancer, got ${choiceOf(found)}; name it with ${option}`,
    );
  const choice = choiceOf(only === undefined ? application : found, only === undefined ? labelOf : placeOf);
  throw new QuestionError(`${option}: must be one of ${choice}, got ${JSON.stringify(wanted)}`);
}

function choiceOf(
  loadBalancers: readonly LoadBalancer[],
  nameOf: (lb: LoadBalancer) => string = labelOf,
): string {
  const names = loadBalancers.map(nameOf);
  return names.length > 10
    ? `${names.slice(0, 10).join(", ")} and ${names.length - 10} more`
    : names.join(", ");
}

function namesOf({ address, path, name, dnsName }: LoadBalancer): readonly unknown[] {
  return [address, path, name, dnsName];
}
