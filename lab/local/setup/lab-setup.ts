import type { Topology } from "../../topology";
import { setUpGroups } from "./groups";
import { setUpLoadBalancers } from "./listeners";
import { Notices } from "./notices";
import type { LabSetup } from "./types";

/** What of a topology can run on this machine. Whatever cannot is left out, and a notice says why. */
export function setUpLab(topology: Topology): LabSetup {
  const notices = new Notices();
  const loadBalancers = setUpLoadBalancers(topology, notices);
  const { groups, machines } = setUpGroups(topology, loadBalancers, notices);
  const title = topology.source.stack ?? `Terraform ${topology.source.kind}`;
  return { title, loadBalancers, groups, machines, notices: notices.lines() };
}
