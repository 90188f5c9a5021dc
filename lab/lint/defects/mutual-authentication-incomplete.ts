import type { Block, Listener } from "../../topology";
import { applicationListeners } from "../application-listeners";
import type { Defect, Flaw } from "../defect";
import type { Subject } from "../subject";
import { known, quoted } from "../values";

/** Certificates of clients are asked for over TLS, and verified against a trust store. */
export const mutualAuthenticationIncomplete: Defect = {
  id: "mutual-authentication-incomplete",
  severity: "error",
  facts: ["TF58"],
  *find(subject) {
    for (const listener of applicationListeners(subject)) {
      for (const block of blocksOf(listener, subject)) yield* judge(listener, block);
    }
  },
};

function blocksOf({ address }: Listener, subject: Subject): readonly Block[] {
  return known(subject.resource(address)?.blocks("mutual_authentication")) ?? [];
}

function* judge(listener: Listener, block: Block): Iterable<Flaw> {
  const mode = block.value("mode");
  const trustStore = block.link("trust_store_arn");
  const protocol = known(listener.protocol);
  if (typeof mode !== "string") return;
  if (protocol === "HTTP" && mode !== "off") {
    yield {
      at: listener,
      message: `mutual_authentication must be on an HTTPS listener, got mode ${quoted(mode)} on HTTP`,
      fix: "remove the block, or make the listener HTTPS",
    };
  } else if (mode === "verify" && trustStore === undefined) {
    yield {
      at: listener,
      message: 'trust_store_arn must be set where the mode of mutual_authentication is "verify", got none',
      fix: "set it to the arn of an aws_lb_trust_store, or set mode to passthrough or off",
    };
  } else if ((mode === "off" || mode === "passthrough") && isThere(trustStore)) {
    yield {
      at: listener,
      message: `mode of mutual_authentication must be "verify" for a trust store to be used, got ${quoted(mode)}`,
      fix: "set mode to verify, or remove trust_store_arn",
      severity: "warning",
    };
  }
}

function isThere(link: ReturnType<Block["link"]>): boolean {
  return link !== undefined && !("unknown" in link);
}
