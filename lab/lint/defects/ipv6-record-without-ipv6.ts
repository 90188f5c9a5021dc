import { follow } from "../../topology";
import type { Defect } from "../defect";
import { known } from "../values";

/** A load balancer with IPv4 addresses only has none for an AAAA record. */
export const ipv6RecordWithoutIpv6: Defect = {
  id: "ipv6-record-without-ipv6",
  severity: "warning",
  facts: ["N6", "B83"],
  *find(subject) {
    for (const record of subject.resources("aws_route53_record")) {
      const lb = follow(subject.loadBalancers(), record.link("alias", "name"));
      if (record.value("type") !== "AAAA" || lb === undefined || known(lb.ipAddressType) !== "ipv4") continue;
      yield {
        at: record,
        message: `type must be A for a load balancer whose ip_address_type is ipv4, got "AAAA" for ${lb.address}`,
        fix: `drop the record, or make ${lb.address} dualstack`,
      };
    }
  },
};
