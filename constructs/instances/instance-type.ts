import type { PropChecks } from "../checks/prop-checks";
import { isToken, show } from "../checks/values";
import type { Architecture } from "./server-launch-template";

/** The smallest current type that AWS offers for the architecture. */
export function defaultInstanceType(architecture: Architecture): string {
  return architecture === "arm64" ? "t4g.micro" : "t3.micro";
}

/**
 * Architecture of an instance family by its name: families of Graviton processors carry a `g` right after the
 * generation, as in `t4g`, `m7gd` and `c8gn`; `a1` was the first.
 */
function architectureOf(instanceType: string): Architecture {
  const family = instanceType.split(".")[0] ?? "";
  return family === "a1" || /^[a-z]+\d+g[a-z]*$/.test(family) ? "arm64" : "x86_64";
}

/** Families of which EC2 refuses some or all sizes when a volume's own bandwidth (EBS optimization) is asked for. */
const PREVIOUS_FAMILIES = ["t1", "t2", "m1", "m2", "m3", "c1", "c3", "g2", "r3", "i2", "hs1"];

/**
 * Reports a type that is not of the form family.size, is of a previous generation, or does not run the
 * architecture's image.
 */
export function checkInstanceType(check: PropChecks, instanceType: string, architecture: Architecture): void {
  if (isToken(instanceType)) return;
  const sizes = "nano|micro|small|medium|large|xlarge|\\d+xlarge|metal(-\\d+xl)?";
  if (!new RegExp(`^[a-z][a-z0-9-]*\\d[a-z0-9-]*\\.(${sizes})$`).test(instanceType)) {
    const got = show(instanceType);
    check.refuse(
      "instance-type-malformed",
      `instanceType must be of the form family.size, got ${got}; such as t3.micro`,
    );
    return;
  }
  if (PREVIOUS_FAMILIES.includes(instanceType.split(".")[0] ?? "")) {
    const rule = `instanceType must be of a current generation, got ${show(instanceType)}`;
    check.refuse("instance-type-previous-generation", `${rule}; use a type of t3 or t4g`);
    return;
  }
  const runs = architectureOf(instanceType);
  if (runs === architecture) return;
  const rule = `instanceType must be a type for ${architecture}, got ${show(instanceType)}, which is ${runs}`;
  check.refuse(
    "instance-type-architecture",
    `${rule}; use ${defaultInstanceType(architecture)} or set architecture`,
  );
}
