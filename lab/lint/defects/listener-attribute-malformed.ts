import { isToken } from "../../alb";
import type { Listener } from "../../topology";
import { applicationListeners } from "../application-listeners";
import type { Defect, Flaw } from "../defect";
import type { Subject } from "../subject";
import { known, quoted } from "../values";

const MOST_BYTES = 1024;

/** What a listener writes into headers must be able to stand in them. */
export const listenerAttributeMalformed: Defect = {
  id: "listener-attribute-malformed",
  severity: "error",
  facts: ["TF57", "P8", "P7", "P16", "TF58"],
  *find(subject) {
    for (const listener of applicationListeners(subject)) {
      for (const [name, value] of Object.entries(listener.attributes)) {
        const text = known(value);
        if (typeof text === "string") yield* judge(listener, name.replaceAll(".", "_"), text);
      }
      yield* ofNetwork(listener, subject);
    }
  },
};

function* judge(listener: Listener, argument: string, text: string): Iterable<Flaw> {
  const isName = argument.endsWith("_header_name");
  const bytes = Buffer.byteLength(text);
  if (isName && known(listener.protocol) === "HTTP") {
    yield {
      at: listener,
      message: `${argument} must be on an HTTPS listener, got it on HTTP, where it does nothing`,
      fix: `remove ${argument}, or make the listener HTTPS`,
      severity: "warning",
    };
  } else if (bytes > MOST_BYTES) {
    yield {
      at: listener,
      message: `${argument} must be at most ${MOST_BYTES} bytes, got ${bytes}`,
      fix: "shorten it, or have the targets send the header",
    };
  } else if (isName && !isToken(text)) {
    yield {
      at: listener,
      message: `${argument} must be the name of a header: letters, digits and hyphens, got ${quoted(text)}`,
      fix: "remove spaces, colons and other characters that a header name cannot hold",
    };
  } else if (!isName && !/^[\x20-\x7e\t]*$/.test(text)) {
    yield {
      at: listener,
      message: `${argument} must be printable ASCII on one line, got ${quoted(text)}`,
      fix: "remove line breaks, other control characters and those that are not ASCII",
    };
  }
}

function* ofNetwork(listener: Listener, subject: Subject): Iterable<Flaw> {
  const policy = subject.resource(listener.address)?.value("alpn_policy");
  if (typeof policy !== "string" || policy === "" || policy === "None") return;
  yield {
    at: listener,
    message: `alpn_policy must be on a TLS listener of a network load balancer, got ${quoted(policy)}`,
    fix: "remove alpn_policy; enable_http2 of the load balancer decides on HTTP/2",
    severity: "warning",
  };
}
