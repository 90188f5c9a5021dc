import { isUnknown, type Listener } from "../../topology";
import type { Defect } from "../defect";
import { known } from "../values";

/** An HTTP listener is there to send clients to HTTPS. */
export const plainHttpListener: Defect = {
  id: "plain-http-listener",
  severity: "warning",
  facts: [
    "CKV_AWS_2",
    "CKV2_AWS_20",
    "CKV_AWS_378",
    "AWS-0054",
    "ELB.1",
    "ELB.18",
    "NIST.800.53.R5-ALBHttpToHttpsRedirection",
  ],
  profile: "prod",
  *find(subject) {
    for (const listener of subject.listeners()) {
      if (listener.protocol !== "HTTP") continue;
      const got = answerOf(listener);
      if (got === undefined) continue;
      yield {
        at: listener,
        message: `the default action of an HTTP listener must be a redirect to HTTPS, got ${got}`,
        fix: 'make it a redirect with protocol "HTTPS" and port "443", and serve from an HTTPS listener',
      };
    }
  },
};

/** What it does with a request in place of a redirect to HTTPS; undefined: that, or nobody can say. */
function answerOf({ defaultActions, port }: Listener): string | undefined {
  const last = known(defaultActions)?.at(-1);
  if (last === undefined || isUnknown(last)) return undefined;
  if (last.kind !== "redirect") return last.kind;
  if (isUnknown(last.protocol) || isUnknown(last.port)) return undefined;
  if (last.protocol !== "HTTPS") return "a redirect that stays with HTTP";
  const isToPort = last.port === "443" || (port !== 80 && last.port !== "#{port}");
  return isToPort
    ? undefined
    : `a redirect to port ${last.port === "#{port}" ? "of the request" : last.port}`;
}
