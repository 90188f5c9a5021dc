import type { HttpVersion, RawHeaders } from "./types";

/** Whether the client speaks gRPC: HTTP/2 with a content type of `application/grpc`, alone or with `+` or `;` behind it. */
export function isGrpc(version: HttpVersion, headers: RawHeaders): boolean {
  if (version !== "2.0") return false;
  for (let index = 0; index < headers.length; index += 2)
    if (headers[index]?.toLowerCase() === "content-type")
      return /^application\/grpc(?:$|[+; ])/i.test(headers[index + 1] ?? "");
  return false;
}

export interface ClientProtocol {
  readonly version: HttpVersion;
  readonly method: string;
  readonly grpc: boolean;
}

/** Whether a target group of this protocol version takes the request; otherwise the answer is 464 (P50, E464). */
export function takesProtocol(groupVersion: string, { version, method, grpc }: ClientProtocol): boolean {
  if (groupVersion === "HTTP2") return version === "2.0";
  if (groupVersion === "GRPC") return version === "2.0" && (grpc || method === "POST");
  return !grpc;
}
