import { isUnknown, type Registration, type TargetGroup } from "../topology";
import type { Flaw } from "./defect";
import type { Subject } from "./subject";

/** What a registration is said by: the resource itself, or the auto scaling group or service that names the group. */
export function registrarOf(subject: Subject, { address, path, target }: Registration): Flaw["at"] {
  if (subject.resource(address) !== undefined) return { address, ...(path !== undefined && { path }) };
  const registrar = "address" in target ? subject.resource(target.address) : undefined;
  return registrar ?? { address };
}

/** Registrations of a group of which each is there for sure: their number is known. */
export function certainRegistrations(subject: Subject, group: TargetGroup): readonly Registration[] {
  return subject
    .registrationsOf(group)
    .filter(({ instances, target }) => instances === undefined && !isUnknown(target));
}

/** Whether the input shows everything that may be registered, or use a group: nothing is hidden, and nobody else does it. */
export function showsEverything(subject: Subject): boolean {
  const { registrations, ignored, resources } = subject.topology;
  return (
    registrations.every(({ group }) => !isUnknown(group)) &&
    ignored.every(({ type }) => type !== "module") &&
    resources.every(({ type }) => !registrars.test(type)) &&
    subject
      .resources("aws_ecs_service")
      .every((service) => isPlain(service.value("deployment_controller", "type")))
  );
}

/** Types of resources that register targets, or switch groups, by arguments that the model does not read. */
const registrars =
  /^(aws_ecs_task_set|aws_ecs_express.*|aws_spot_fleet_request|aws_ec2_fleet|aws_codedeploy_deployment_group|aws_cloudformation_stack(_set.*)?|aws_elastic_beanstalk_environment|kubernetes_.*|kubectl_.*|helm_release)$/;

/** Other controllers move a service between groups by themselves. */
function isPlain(controller: unknown): boolean {
  return controller === undefined || controller === null || controller === "" || controller === "ECS";
}
