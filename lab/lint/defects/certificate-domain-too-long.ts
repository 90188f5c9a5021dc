import { certificateNames } from "../certificate-names";
import type { Defect } from "../defect";
import { quoted } from "../values";

/** The first name of a certificate has 64 characters at most, the others 253. */
export const certificateDomainTooLong: Defect = {
  id: "certificate-domain-too-long",
  severity: "error",
  facts: ["B84"],
  *find(subject) {
    for (const { certificate, argument, name } of certificateNames(subject)) {
      const most = argument === "domain_name" ? 64 : 253;
      if (name.length <= most) continue;
      yield {
        at: certificate,
        message: `${argument} must have at most ${most} characters, got ${name.length} in ${quoted(name)}`,
        fix: most === 64 ? "make a shorter name the first one, this one an alternative name" : "shorten it",
      };
    }
  },
};
