import { isUnknown, type Knowable, type LoadBalancer } from "../../topology";
import type { Weakened } from "./weakened";

/** From weakest to strictest. */
const MODES: readonly unknown[] = ["monitor", "defensive", "strictest"];

/** Attributes of a load balancer that stop fewer requests than before. */
export function* weakenedAttributes(before: LoadBalancer, after: LoadBalancer): Generator<Weakened> {
  const [was, is] = [before.attributes, after.attributes];
  const weaken = (message: string, course: string, fix: string): Weakened => ({
    at: after,
    message,
    course,
    fix,
  });
  if (was.dropInvalidHeaderFields === true && is.dropInvalidHeaderFields === false)
    yield weaken(
      "no longer drops headers with invalid names",
      "from then on servers get headers whose names hold other than letters, digits and hyphens",
      "leave drop_invalid_header_fields true",
    );
  const [mode, next] = [MODES.indexOf(was.desyncMitigationMode), MODES.indexOf(is.desyncMitigationMode)];
  if (next >= 0 && next < mode)
    yield weaken(
      `lowers the desync mitigation mode from ${MODES[mode]} to ${MODES[next]}`,
      "from then on requests get to servers that might be read in two ways, by which one client's request ends up in another's",
      `leave desync_mitigation_mode ${MODES[mode]}`,
    );
  if (was.wafFailOpen === false && is.wafFailOpen === true)
    yield weaken(
      "lets requests through when the firewall cannot be asked",
      "from then on requests are forwarded unchecked while AWS WAF is not reachable, where they were answered 500",
      "leave enable_waf_fail_open false",
    );
  const xff = is.xffHeaderProcessingMode;
  if (xff === "preserve" && isKnownOther(was.xffHeaderProcessingMode, xff))
    yield weaken(
      "passes X-Forwarded-For on as the client wrote it",
      "from then on servers that trust the header believe any address that a client makes up",
      "leave xff_header_processing_mode append",
    );
}

function isKnownOther(value: Knowable<string>, other: string): boolean {
  return !isUnknown(value) && value !== other;
}
