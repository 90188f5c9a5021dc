import { certificateNames } from "../certificate-names";
import type { Defect } from "../defect";
import { quoted } from "../values";

const LABEL = "(?!-)[a-z0-9-]{1,63}(?<!-)";
const DOMAIN = new RegExp(`^(\\*\\.)?(${LABEL}\\.)+${LABEL}$`, "i");

/** Certificates are for host names; a wildcard stands for the whole first label. */
export const certificateDomainMalformed: Defect = {
  id: "certificate-domain-malformed",
  severity: "error",
  facts: ["B83", "B84"],
  *find(subject) {
    for (const { certificate, argument, name } of certificateNames(subject)) {
      // longer ones are too long, whatever they hold
      if (name.length > 253 || DOMAIN.test(name)) continue;
      yield {
        at: certificate,
        message: `${argument} must be a host name such as shop.example.com, got ${quoted(name)}`,
        fix: "write letters, digits and hyphens between dots, *. in front for a wildcard, and no dot at the end",
      };
    }
  },
};
