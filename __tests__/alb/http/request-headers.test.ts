import {
  type ClientFacts,
  type RequestHeaderSettings,
  readAuthority,
  requestHeaders,
  traceId,
} from "../../../lab/alb";
import { namesOf, valuesOf } from "./heads";

type Lines = readonly (readonly [string, string])[];
type Changes = Partial<RequestHeaderSettings["attributes"]> &
  Partial<Omit<RequestHeaderSettings, "attributes">>;

const CLIENT: ClientFacts = { clientAddress: "203.0.113.9", clientPort: 40_001 };
const ID = "1-67891233-abcdef012345678912345678";

function write(lines: Lines, changes: Changes = {}, client = CLIENT, authority = "shop.example"): string[] {
  const { protocol = "http", port = 80, dnsName = "lb.example", tlsHeaderNames, ...attributes } = changes;
  const settings: RequestHeaderSettings = {
    attributes: {
      dropInvalidHeaderFields: false,
      preserveHostHeader: false,
      tlsVersionAndCipherHeaders: false,
      xffClientPort: false,
      xffHeaderProcessingMode: "append",
      ...attributes,
    },
    protocol,
    port,
    dnsName,
    ...(tlsHeaderNames === undefined ? {} : { tlsHeaderNames }),
  };
  const { common, own } = requestHeaders(settings)(lines.flat(), readAuthority(authority));
  return [...common, ...own(client, ID).headers];
}

describe("what is added", () => {
  it("four headers, no Via, no X-Forwarded-Host [P1]", () => {
    expect(
      write([
        ["Host", "shop.example"],
        ["Accept", "*/*"],
      ]),
    ).toEqual([
      ...["Host", "shop.example", "Accept", "*/*", "X-Forwarded-Proto", "http", "X-Forwarded-Port", "80"],
      ...["X-Amzn-Trace-Id", `Root=${ID}`, "X-Forwarded-For", "203.0.113.9"],
    ]);
  });

  it("what the client says of protocol, port and host is not believed [P5, P-31]", () => {
    const out = write(
      [
        ["X-Forwarded-Proto", "ftp"],
        ["x-forwarded-port", "1"],
        ["X-Forwarded-Host", "evil.example"],
      ],
      { protocol: "https", port: 443 },
    );
    expect(valuesOf(out, "x-forwarded-proto")).toEqual(["https"]);
    expect(valuesOf(out, "x-forwarded-port")).toEqual(["443"]);
    expect(valuesOf(out, "x-forwarded-host")).toEqual([]);
  });

  it("headers of HTTP/2 keep their lower case, only the known ones are mixed [P13]", () => {
    const out = write([
      [":authority", "shop.example"],
      ["user-agent", "x"],
      ["x-forwarded-for", "1.2.3.4"],
    ]);
    expect(namesOf(out)).toEqual([
      "Host",
      "user-agent",
      ...["X-Forwarded-Proto", "X-Forwarded-Port", "X-Amzn-Trace-Id", "X-Forwarded-For"],
    ]);
  });
});

describe("X-Forwarded-For", () => {
  it.each<[string, string[], string[]]>([
    ["append", [], ["203.0.113.9"]],
    ["append", ["127.0.0.4"], ["127.0.0.4, 203.0.113.9"]],
    ["append", ["127.0.0.4, 127.0.0.8"], ["127.0.0.4, 127.0.0.8, 203.0.113.9"]],
    ["append", ["127.0.0.4", "127.0.0.8"], ["127.0.0.4, 127.0.0.8, 203.0.113.9"]],
    ["append", [""], ["203.0.113.9"]],
    ["preserve", [], []],
    ["preserve", ["127.0.0.4"], ["127.0.0.4"]],
    ["preserve", ["127.0.0.4, 127.0.0.8"], ["127.0.0.4, 127.0.0.8"]],
    ["remove", [], []],
    ["remove", ["127.0.0.4"], []],
    ["remove", ["127.0.0.4, 127.0.0.8"], []],
  ])("%s makes %j into %j [P2, N51, P-29]", (mode, sent, arrives) => {
    const out = write(
      sent.map((value) => ["x-forwarded-for", value]),
      { xffHeaderProcessingMode: mode },
    );
    expect(valuesOf(out, "X-Forwarded-For")).toEqual(arrives);
  });

  it.each<[string, string, string]>([
    ["12.34.56.78", "append", "12.34.56.78:8080"],
    ["2001:db8::1", "append", "[2001:db8::1]:8080"],
  ])("the port of %s is added when asked for [P3, N50]", (clientAddress, mode, arrives) => {
    const out = write(
      [],
      { xffClientPort: true, xffHeaderProcessingMode: mode },
      { clientAddress, clientPort: 8080 },
    );
    expect(valuesOf(out, "x-forwarded-for")).toEqual([arrives]);
  });

  it("the port counts in append mode only [P3]", () => {
    const lines = [["X-Forwarded-For", "1.2.3.4"]] as const;
    const ported = (mode: string) => write(lines, { xffClientPort: true, xffHeaderProcessingMode: mode });
    expect(valuesOf(ported("preserve"), "x-forwarded-for")).toEqual(["1.2.3.4"]);
    expect(valuesOf(ported("remove"), "x-forwarded-for")).toEqual([]);
  });

  it("IPv6 without port is bare [P4]", () => {
    const out = write([], {}, { clientAddress: "2001:db8::1", clientPort: 8080 });
    expect(valuesOf(out, "x-forwarded-for")).toEqual(["2001:db8::1"]);
  });
});

describe("X-Amzn-Trace-Id", () => {
  const ROOT = "Root=1-5759e988-bd862e3fe1be46a994272793";

  it.each<[string[], string]>([
    [[], `Root=${ID}`],
    [[ROOT], `Self=${ID};${ROOT}`],
    [[`${ROOT};CalledFrom=app`], `Self=${ID};${ROOT};CalledFrom=app`],
    [[`Self=1-5-5;${ROOT}`], `Self=${ID};${ROOT}`],
    [[`${ROOT};self=1-5-5;A=b`], `Self=${ID};${ROOT};A=b`],
    [["CalledFrom=app"], `Root=${ID};CalledFrom=app`],
  ])("%j becomes %s [P6]", (sent, arrives) => {
    const out = write(sent.map((value) => ["x-amzn-trace-id", value]));
    expect(valuesOf(out, "x-amzn-trace-id")).toEqual([arrives]);
  });

  it("more than 7 KB of headers leave a Root only [P6]", () => {
    const out = write([
      ["X-Amzn-Trace-Id", `${ROOT};A=b`],
      ["X-A", "a".repeat(7168)],
    ]);
    expect(valuesOf(out, "x-amzn-trace-id")).toEqual([`Root=${ID}`]);
  });

  it("an id holds the seconds in 8 and the trace in 24 hexadecimal digits [P6]", () => {
    expect(traceId(0x67891233 * 1000 + 999, "abcdef012345678912345678")).toBe(ID);
    expect(traceId(1000, "abcdef012345678912345678")).toBe("1-00000001-abcdef012345678912345678");
  });
});

describe("TLS headers", () => {
  const tls: ClientFacts = { ...CLIENT, tls: { version: "TLSv1.3", cipher: "TLS_AES_128_GCM_SHA256" } };

  it("come when asked for, and take the place of the client's [P7, N49]", () => {
    const out = write([["X-Amzn-Tls-Version", "spoof"]], { tlsVersionAndCipherHeaders: true }, tls);
    expect(valuesOf(out, "x-amzn-tls-version")).toEqual(["TLSv1.3"]);
    expect(valuesOf(out, "x-amzn-tls-cipher-suite")).toEqual(["TLS_AES_128_GCM_SHA256"]);
  });

  it("do not come by default [P7]", () => {
    expect(valuesOf(write([], {}, tls), "x-amzn-tls-version")).toEqual([]);
  });

  it("may have other names [P8]", () => {
    const names = {
      tlsHeaderNames: { version: "My-Version", cipher: "My-Cipher" },
      tlsVersionAndCipherHeaders: true,
    };
    expect(write([["my-version", "spoof"]], names, tls).slice(-4)).toEqual([
      ...["My-Version", "TLSv1.3", "My-Cipher", "TLS_AES_128_GCM_SHA256"],
    ]);
  });
});

describe("Host", () => {
  it.each<[number, string, string, string]>([
    [80, "example.com", "example.com", "example.com"],
    [443, "example.com", "example.com", "example.com"],
    [80, "example.com:80", "example.com", "example.com:80"],
    [443, "Example.COM:8443", "example.com", "Example.COM:8443"],
    [8080, "example.com", "example.com:8080", "example.com"],
    [8080, "example.com:8080", "example.com:8080", "example.com:8080"],
    [80, "[::1]:8080", "[::1]", "[::1]:8080"],
  ])("listener %d makes %s into %s, preserved %s [P9, P10, N48]", (port, sent, rewritten, preserved) => {
    const host = (preserveHostHeader: boolean) =>
      valuesOf(write([["Host", sent]], { port, preserveHostHeader }, CLIENT, sent), "host");
    expect(host(false)).toEqual([rewritten]);
    expect(host(true)).toEqual([preserved]);
  });

  it("of an absolute target replaces the header, unless that is preserved [P10, P-35, smuggling R29]", () => {
    const host = (preserveHostHeader: boolean) =>
      valuesOf(write([["Host", "example.com"]], { preserveHostHeader }, CLIENT, "dns_name"), "host");
    expect(host(false)).toEqual(["dns_name"]);
    expect(host(true)).toEqual(["example.com"]);
  });

  it("several are all kept when preserved [P10]", () => {
    const out = write(
      [
        ["Host", "a"],
        ["Host", "b"],
      ],
      { preserveHostHeader: true },
    );
    expect(valuesOf(out, "host")).toEqual(["a", "b"]);
  });

  it("is the load balancer's own name where HTTP/1.0 has none [P11]", () => {
    expect(valuesOf(write([], {}, CLIENT, ""), "host")).toEqual(["lb.example"]);
    expect(valuesOf(write([], { preserveHostHeader: true }, CLIENT, ""), "host")).toEqual(["lb.example"]);
  });
});

describe("what is left out", () => {
  it("headers of the client's connection, and those that Connection names [P23, P-26, smuggling R38]", () => {
    const out = write([
      ...([
        ["X-A", "1"],
        ["Connection", "X-A, keep-alive, Upgrade"],
        ["Keep-Alive", "timeout=5"],
      ] as const),
      ...([
        ["TE", "gzip"],
        ["Upgrade", "h2c"],
        ["HTTP2-Settings", "AA"],
        ["Proxy-Connection", "close"],
      ] as const),
      ...([
        ["Proxy-Authorization", "Basic x"],
        ["Trailer", "X-T"],
        ["Transfer-Encoding", "chunked"],
      ] as const),
      ...([
        ["Content-Length", "5"],
        ["X-B", "2"],
        ["connection", "X-C"],
        ["x-c", "3"],
      ] as const),
    ]);
    expect(namesOf(out)).toEqual([
      ...["Host", "X-B", "X-Forwarded-Proto", "X-Forwarded-Port", "X-Amzn-Trace-Id", "X-Forwarded-For"],
    ]);
  });

  it("Connection cannot take away what the load balancer adds", () => {
    const out = write([
      ["Connection", "X-Forwarded-For, Host, X-Amzn-Trace-Id"],
      ["Host", "shop.example"],
    ]);
    expect(namesOf(out)).toEqual([
      ...["Host", "X-Forwarded-Proto", "X-Forwarded-Port", "X-Amzn-Trace-Id", "X-Forwarded-For"],
    ]);
  });

  it("Expect [P25]", () => {
    expect(valuesOf(write([["Expect", "100-continue"]]), "expect")).toEqual([]);
  });

  it("unfit names, when those are to be dropped [P12, N47, P-32]", () => {
    const lines = [
      ["X_Forwarded_For", "1"],
      ["Transfer_Encoding", "chunked"],
      ["X-Trace.Id", "2"],
      ["X-0k", "3"],
    ] as const;
    expect(namesOf(write(lines)).slice(1, 5)).toEqual([
      "X_Forwarded_For",
      "Transfer_Encoding",
      "X-Trace.Id",
      "X-0k",
    ]);
    expect(namesOf(write(lines, { dropInvalidHeaderFields: true })).slice(1, 2)).toEqual(["X-0k"]);
  });

  it("nothing else: order, case and repetition stay", () => {
    const lines = [
      ["COOKIE", "a=1"],
      ["Cookie", "b=2"],
      ["__proto__", "x"],
      ["constructor", "y"],
    ] as const;
    expect(write(lines).slice(2, 10)).toEqual(lines.flat());
  });
});
