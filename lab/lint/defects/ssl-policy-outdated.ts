import { tlsVersions } from "../../alb";
import { listenersOver } from "../application-listeners";
import type { Defect } from "../defect";
import { isPublishedPolicy } from "../ssl-policies";
import type { Subject } from "../subject";
import { known, quoted } from "../values";

const OUTDATED = new Map([
  ["TLSv1", "TLS 1.0"],
  ["TLSv1.1", "TLS 1.1"],
]);

/** TLS 1.0 and 1.1 are broken, and on where no policy is set. */
export const sslPolicyOutdated: Defect = {
  id: "ssl-policy-outdated",
  severity: "warning",
  facts: ["N71", "N73", "B7", "CKV_AWS_103", "CKV2_AWS_74", "AWS-0047", "ELB.17"],
  *find(subject) {
    for (const listener of listenersOver(subject, "HTTPS")) {
      const policy = known(listener.sslPolicy);
      if (policy === undefined || !isPublishedPolicy(policy)) continue;
      const version = OUTDATED.get(tlsVersions(policy).minVersion);
      if (version === undefined) continue;
      const got = isSet(subject, listener.address) ? quoted(policy) : `none, which means ${policy}`;
      yield {
        at: listener,
        message: `ssl_policy must allow TLS 1.2 and newer only, got ${got} with ${version}`,
        fix: "set ssl_policy to ELBSecurityPolicy-TLS13-1-2-2021-06",
      };
    }
  },
};

function isSet(subject: Subject, address: string): boolean {
  const written = subject.resource(address)?.value("ssl_policy");
  return typeof written === "string" && written !== "";
}
