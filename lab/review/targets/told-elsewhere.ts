import type { ResourceChange } from "../../topology";
import type { Comparison } from "../comparison";
import { reasonFor } from "../consequence";

const TOLD = /^aws_(?:subnet|vpc|network_interface|a?lb|a?lb_target_group)$/;

/** Whether a replacement follows from that of a network, a load balancer or a group, which is told with all that follows. */
export function isToldElsewhere(comparison: Comparison, change: ResourceChange): boolean {
  const reason = reasonFor(comparison, change);
  return reason !== change && TOLD.test(reason.type);
}
