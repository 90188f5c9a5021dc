import { isUnknown } from "../../topology";
import type { Ground } from "../ground";
import { type Grant, grantsOf } from "./grants";

/** A rule of which nobody can say what it opens. */
export interface Doubt {
  readonly rule: string;
  readonly reason: string;
}

/** Rules of the security groups of everything here of which not all is known, each once. */
export function doubtsIn(ground: Ground): readonly Doubt[] {
  const found = new Map<string, Doubt>();
  for (const end of ground.ends)
    for (const grant of [...grantsOf(ground, end, "ingress"), ...grantsOf(ground, end, "egress")]) {
      const reason = reasonOf(grant);
      if (reason !== undefined) found.set(`${grant.rule} ${reason}`, { rule: grant.rule, reason });
    }
  return [...found.values()];
}

function reasonOf({ peer, services }: Grant): string | undefined {
  if (isUnknown(services)) return services.unknown;
  if (isUnknown(peer)) return peer.unknown;
  return "prefixList" in peer ? `what is in ${peer.text} is not declared here` : undefined;
}
