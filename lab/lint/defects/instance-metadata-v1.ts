import type { Defect } from "../defect";
import { textOf } from "../policy";
import { decidersOf } from "../servers";

const path = ["metadata_options", "http_tokens"];

/** Version 1 of the metadata service gives a role's keys to whoever makes a server send a request. */
export const instanceMetadataV1: Defect = {
  id: "instance-metadata-v1",
  severity: "warning",
  facts: ["CKV_AWS_79", "AWS-0028", "AWS-0130", "EC2.8", "EC2.170"],
  *find(subject) {
    const defaults = subject.resources("aws_ec2_instance_metadata_defaults");
    const isRequired = defaults.some((it) => (textOf(it, ["http_tokens"], "") ?? "required") === "required");
    const fallback = isRequired ? "required" : "optional";
    for (const { resource } of decidersOf(subject, { instance: path, template: path, configuration: path })) {
      const endpoint = textOf(resource, ["metadata_options", "http_endpoint"], "enabled");
      if (endpoint !== "enabled" || textOf(resource, path, fallback) !== "optional") continue;
      yield {
        at: resource,
        message: 'metadata_options http_tokens must be required, got "optional"',
        fix: "set http_tokens to required; it is optional where it is not set",
      };
    }
  },
};
