import { recordFates } from "../records/record-fates";
import { hazardOfRecord } from "../records/record-words";
import type { Risk } from "../risk";

/** A name that leads to a load balancer is gone for a while or for good, or leads elsewhere. */
export const dnsRecordChanged: Risk = {
  id: "dns-record-changed",
  level: "drops-traffic",
  facts: ["H79"],
  rank: 10,
  *find(comparison) {
    for (const fate of recordFates(comparison)) {
      const { address, path } = fate.record.resource;
      yield { at: { address, ...(path !== undefined && { path }) }, ...hazardOfRecord(comparison, fate) };
    }
  },
};
