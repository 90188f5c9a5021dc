import type { Defect } from "../defect";
import { numberOf } from "../policy";
import { decidersOf } from "../servers";

const path = ["metadata_options", "http_put_response_hop_limit"];

/** Answers of the metadata service stay on the instance when they may travel one hop. */
export const metadataHopLimit: Defect = {
  id: "metadata-hop-limit",
  severity: "warning",
  facts: ["CKV_AWS_341", "OWN-13"],
  *find(subject) {
    for (const { resource } of decidersOf(subject, { instance: path, template: path, configuration: path })) {
      const hops = numberOf(resource, path, 1);
      if (hops === undefined || hops <= 1) continue;
      yield {
        at: resource,
        message: `metadata_options http_put_response_hop_limit must be 1, got ${hops}`,
        fix: "set http_put_response_hop_limit to 1; only containers with a network of their own need 2",
      };
    }
  },
};
