import { type ClientProtocol, isGrpc, takesProtocol } from "../../../lab/alb";

const client = (version: "1.0" | "1.1" | "2.0", method = "GET", grpc = false): ClientProtocol => ({
  version,
  method,
  grpc,
});

it.each<[string, ClientProtocol, boolean, boolean, boolean]>([
  ["HTTP/1.0", client("1.0"), true, false, false],
  ["HTTP/1.1", client("1.1", "POST"), true, false, false],
  ["HTTP/2", client("2.0"), true, true, false],
  ["HTTP/2 with POST", client("2.0", "POST"), true, true, true],
  ["gRPC", client("2.0", "POST", true), false, true, true],
])(
  "%s: groups HTTP1 %s, HTTP2 %s, GRPC %s; the others answer 464 [P50, E464]",
  (_, protocol, http1, http2, grpc) => {
    expect(["HTTP1", "HTTP2", "GRPC"].map((group) => takesProtocol(group, protocol))).toEqual([
      http1,
      http2,
      grpc,
    ]);
  },
);

it.each<[string, boolean]>([
  ["application/grpc", true],
  ["Application/gRPC+proto", true],
  ["application/grpc; charset=utf-8", true],
  ["application/grpc-web", false],
  ["application/json", false],
])("a content type of %s is gRPC: %s", (type, grpc) => {
  expect(isGrpc("2.0", ["content-type", type])).toBe(grpc);
  expect(isGrpc("1.1", ["Content-Type", type])).toBe(false);
});
