import { networkOf, writtenOf } from "../cidr";
import { valuesIn } from "../conditions";
import type { Defect } from "../defect";
import { ipv6NetworkOf } from "../ipv6";
import { quoted } from "../values";

/** The addresses that a condition asks for are networks. */
export const sourceIpMalformed: Defect = {
  id: "source-ip-malformed",
  severity: "error",
  facts: ["R25", "B34", "TF68"],
  *find(subject) {
    for (const { rule, value } of valuesIn(subject, "source-ip")) {
      const problem = value === "" ? undefined : problemOf(value);
      if (problem === undefined) continue;
      const { must, fix } = problem;
      yield { at: rule, message: `source_ip value must be ${must}, got ${quoted(value)}`, fix };
    }
  },
};

interface Problem {
  readonly must: string;
  readonly fix: string;
}

const HOST_BITS = "the first address of its network";
const CIDR = "a network in CIDR form";

function problemOf(value: string): Problem | undefined {
  const ipv4 = networkOf(value);
  const ipv6 = ipv6NetworkOf(value);
  if (ipv4?.address === BROADCAST && ipv4.prefix === 32)
    return { must: "another network than that of the broadcast address", fix: "name the clients' network" };
  if (ipv4 && ipv4.address !== ipv4.first) return { must: HOST_BITS, fix: `write ${writtenOf(ipv4)}` };
  if (ipv6 && ipv6.address !== ipv6.first)
    return { must: HOST_BITS, fix: `make the bits behind /${ipv6.prefix} zero, or write /128` };
  if (ipv4 || ipv6) return undefined;
  if (networkOf(`${value}/32`)) return { must: CIDR, fix: `write ${value}/32` };
  if (ipv6NetworkOf(`${value}/128`)) return { must: CIDR, fix: `write ${value}/128` };
  return { must: CIDR, fix: "write it as 10.0.0.0/24 or 2001:db8::/32" };
}

const BROADCAST = 2 ** 32 - 1;
