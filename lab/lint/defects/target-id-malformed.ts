import type { Registration } from "../../topology";
import { applicationGroups } from "../application-groups";
import type { Defect } from "../defect";
import { isIpv4, isIpv6 } from "../ip-address";
import { known, quoted } from "../values";

/** What is registered is named in the way of its group: by an id, an address or an ARN. */
export const targetIdMalformed: Defect = {
  id: "target-id-malformed",
  severity: "error",
  facts: ["N7", "TF21", "TF40"],
  *find(subject) {
    for (const group of applicationGroups(subject)) {
      const type = known(group.targetType);
      const family = subject.resource(group.address)?.value("ip_address_type");
      const form = type === undefined ? undefined : formOf(type, family);
      if (type === undefined || form === undefined) continue;
      for (const registration of subject.registrationsOf(group)) {
        const id = writtenIn(registration);
        if (id === undefined || form.fits(id)) continue;
        yield {
          at: registration,
          message: `target_id must be ${form.name} in a group of type ${type}, got ${quoted(id)}`,
          fix: "give what the group holds, or change target_type of the group",
        };
      }
    }
  },
};

/** An auto scaling group is attached by its name. */
function writtenIn({ type, target }: Registration): string | undefined {
  if (!type.endsWith("_target_group_attachment")) return undefined;
  return "external" in target ? target.external : undefined;
}

interface Form {
  readonly name: string;
  readonly fits: (id: string) => boolean;
}

function formOf(type: string, family: unknown): Form | undefined {
  if (type === "instance")
    return {
      name: "the id of an instance such as i-0123456789abcdef0",
      fits: (id) => /^i-[0-9a-f]{8,32}$/.test(id),
    };
  if (type === "lambda")
    return {
      name: "the ARN of a function",
      fits: (id) => /^arn:[^:]*:lambda:[^:]+:\d{12}:function:./.test(id),
    };
  if (type !== "ip") return undefined;
  if (family === "ipv6") return { name: "an IPv6 address", fits: isIpv6 };
  if (typeof family === "object") return { name: "an IP address", fits: (id) => isIpv4(id) || isIpv6(id) };
  return { name: "an IPv4 address", fits: isIpv4 };
}
