import {
  applyDesyncMode,
  type DesyncTreatment,
  examineRequest,
  isGrpc,
  type PreparedHeaders,
  type RequestExamination,
  type RequestHeaderWriter,
} from "../../alb";
import { HeaderBlock, type RequestHead } from "../http";
import type { LoadBalancerSetup } from "../setup/types";

/** What a request's head says, whoever its client is. */
export interface PreparedRequest {
  readonly treatment: DesyncTreatment;
  readonly examined: RequestExamination;
  readonly grpc: boolean;
  readonly headers: PreparedHeaders;
  /** `headers.common`, as it goes to targets. */
  readonly common: HeaderBlock;
}

/** Clients repeat themselves, and heads that read the same are the same object: each is looked at once. */
export function requestPreparer(
  { preserveHostHeader, desyncMitigationMode }: LoadBalancerSetup["attributes"],
  write: RequestHeaderWriter,
): (head: RequestHead) => PreparedRequest {
  const known = new WeakMap<RequestHead, PreparedRequest>();
  return (head) => {
    const before = known.get(head);
    if (before !== undefined) return before;
    const examined = examineRequest(head, { preserveHostHeader });
    const authority = "destination" in examined ? examined.destination.authority : undefined;
    const headers = write(head.headers, authority);
    const prepared = {
      treatment: applyDesyncMode(desyncMitigationMode, head.desync.class),
      examined,
      grpc: isGrpc(head.version, head.headers),
      headers,
      common: new HeaderBlock(headers.common),
    };
    known.set(head, prepared);
    return prepared;
  };
}
