import type { Defect } from "../defect";
import { blocksOf, flagOf } from "../policy";
import { INSTANCES } from "../servers";

/** A server with an address of the internet can be reached past its load balancer. */
export const instancePublicAddress: Defect = {
  id: "instance-public-address",
  severity: "warning",
  facts: ["CKV_AWS_88", "EC2.9", "EC2.25"],
  profile: "prod",
  *find(subject) {
    const flaw = {
      message: "associate_public_ip_address must not be true, got true",
      fix: "set associate_public_ip_address to false and put the servers into private subnets",
    };
    for (const server of subject.resources(...INSTANCES, "aws_launch_configuration"))
      if (flagOf(server, ["associate_public_ip_address"], false) === true) yield { at: server, ...flaw };
    for (const template of subject.resources("aws_launch_template")) {
      const interfaces = blocksOf(template, "network_interfaces") ?? [];
      if (interfaces.some((it) => flagOf(it, ["associate_public_ip_address"], false) === true))
        yield { at: template, ...flaw };
    }
  },
};
