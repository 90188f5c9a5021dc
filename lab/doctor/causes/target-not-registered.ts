import { type Instance, isUnknown, type Registration } from "../../topology";
import type { Case } from "../case";
import type { Cause } from "../cause";
import type { Target } from "../target";
import { listed, nameOf } from "../words";

/** A server runs, and no target group has it. */
export const targetNotRegistered: Cause = {
  id: "target-not-registered",
  kind: "broken",
  facts: ["U17", "H37", "H56"],
  rank: 20,
  *find(one) {
    for (const target of one.troubled)
      if (target.seen?.reason === "Target.NotRegistered")
        yield {
          targets: [target],
          certainty: "certain",
          cause: "the target is not registered, or not any more: its deregistration is over",
          place: target.name,
          fix: (places) => `add an aws_lb_target_group_attachment for ${places} and apply it`,
        };
    for (const [fellow, instance] of leftOut(one))
      yield {
        about: [one.about("target", instance)],
        certainty: "certain",
        seen: [
          `${listed(groupsOf(one, fellow).map(nameOf))} has ${fellow.name}, and ${nameOf(instance)} is in no target group`,
        ],
        cause: `${nameOf(instance)} is like ${fellow.name} and no target group has it, so it gets no requests`,
        fix: `add an aws_lb_target_group_attachment for ${one.place(instance)}`,
      };
  },
};

/** Instances in no group whose server is of the same kind as one that is in a group, with that one. */
function leftOut(one: Case): readonly (readonly [Target, Instance])[] {
  const { instances, registrations, autoScalingGroups } = one.topology;
  if (autoScalingGroups.length > 0 || registrations.some(({ target }) => isUnknown(target))) return [];
  const free = instances.filter((instance) => !registrations.some((each) => isOf(each, instance, one)));
  return free.flatMap((instance) => {
    const fellow = one.targets.find(({ server }) => server !== undefined && isAlike(server, instance));
    return fellow === undefined ? [] : [[fellow, instance] as const];
  });
}

function isOf({ target }: Registration, instance: Instance, one: Case): boolean {
  if ("address" in target) return target.address === instance.address;
  const id = one.links.resource(instance.address)?.value("id");
  return "external" in target && (target.external === id || target.external === instance.privateIp);
}

/** The same security groups and user data for the same kind of server: two of a kind. */
function isAlike(server: NonNullable<Target["server"]>, other: Instance): boolean {
  const settings = [server, other].map(({ userData }) =>
    userData === undefined || isUnknown(userData) ? undefined : userData.settings,
  );
  const [one, two] = settings;
  return one !== undefined && two !== undefined && one.basePath === two.basePath && one.port === two.port;
}

function groupsOf(one: Case, { server }: Target): Case["topology"]["targetGroups"] {
  return one.topology.targetGroups.filter((group) =>
    one.links.registrationsOf(group).some((registration) => one.links.serverOf(registration) === server),
  );
}
