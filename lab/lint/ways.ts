import type { LoadBalancer, Registration, TargetGroup } from "../topology";
import { isHttp, type Server } from "./group-users";
import type { Subject } from "./subject";
import { known } from "./values";

/** A server that is registered in a group that an application load balancer may use. */
export interface Registered {
  readonly group: TargetGroup;
  readonly registration: Registration;
  readonly server: Server;
}

/** Every registered instance and auto scaling group, once for each registration. */
export function registeredServers(subject: Subject): readonly Registered[] {
  return subject
    .targetGroups()
    .filter(isHttp)
    .flatMap((group) =>
      subject.registrationsOf(group).flatMap((registration) => {
        const server = subject.serverOf(registration);
        return server === undefined ? [] : [{ group, registration, server }];
      }),
    );
}

/** The way of requests from a load balancer to a registered target. */
export interface Way {
  readonly lb: LoadBalancer;
  readonly group: TargetGroup;
  readonly registration: Registration;
  /** Absent: an address, or something else without security groups of its own here. */
  readonly server: Server | undefined;
}

/** Every way there is, without functions, which no security group guards. */
export function waysOf(subject: Subject): readonly Way[] {
  return subject.loadBalancers().flatMap((lb) =>
    subject
      .groupsOf(lb)
      .filter(({ targetType }) => known(targetType) === "instance" || known(targetType) === "ip")
      .flatMap((group) =>
        subject
          .registrationsOf(group)
          .map((registration) => ({ lb, group, registration, server: subject.serverOf(registration) })),
      ),
  );
}

/** Port that health checks go to where it is not the port of the target itself; `undefined`: no such port. */
export function ownHealthPort({ healthCheck: { enabled, port } }: TargetGroup): number | undefined {
  const number = known(port);
  return known(enabled) === true && typeof number === "number" ? number : undefined;
}
