import { listenerHeaders, responseHeaders } from "../../../lab/alb";

const PLAIN = listenerHeaders({});

describe("headers of an answer", () => {
  it("pass as they are, Server included [P16]", () => {
    const headers = ["Server", "nginx", "X-A", "1", "x-a", "2", "Set-Cookie", "a=1", "Set-Cookie", "b=2"];
    expect(responseHeaders(PLAIN)(headers, [])).toEqual(headers);
  });

  it("of the target's connection do not pass, nor those that Connection names [P-28]", () => {
    const headers = [
      ...["X-B", "1", "Connection", "X-B, keep-alive", "Keep-Alive", "timeout=5", "Proxy-Connection", "x"],
      ...[
        "Transfer-Encoding",
        "chunked",
        "Content-Length",
        "5",
        "Trailer",
        "x",
        "Upgrade",
        "h2c",
        "TE",
        "x",
        "Date",
        "d",
      ],
    ];
    expect(responseHeaders(PLAIN)(headers, [])).toEqual(["Date", "d"]);
  });

  it("are followed by the load balancer's cookies", () => {
    expect(responseHeaders(PLAIN)(["Set-Cookie", "a=1"], ["AWSALB=x", "AWSALBCORS=x"])).toEqual([
      ...["Set-Cookie", "a=1", "Set-Cookie", "AWSALB=x", "Set-Cookie", "AWSALBCORS=x"],
    ]);
  });

  it("are replaced by what the listener sets [P8]", () => {
    const listener = listenerHeaders({ "routing.http.response.x_frame_options.header_value": "DENY" });
    const headers = ["x-frame-options", "SAMEORIGIN", "X-Frame-Options", "x", "X-A", "1"];
    expect(responseHeaders(listener)(headers, [])).toEqual(["X-A", "1", "X-Frame-Options", "DENY"]);
  });
});

describe("attributes of a listener", () => {
  it("set ten response headers [P8, TF57]", () => {
    const keys = [
      ...["strict_transport_security", "access_control_allow_origin", "access_control_allow_methods"],
      ...[
        "access_control_allow_headers",
        "access_control_allow_credentials",
        "access_control_expose_headers",
      ],
      ...["access_control_max_age", "content_security_policy", "x_content_type_options", "x_frame_options"],
    ];
    const attributes = Object.fromEntries(
      keys.map((key) => [`routing.http.response.${key}.header_value`, key]),
    );
    expect(listenerHeaders(attributes).response).toEqual(
      keys.map((key) => [expect.stringMatching(new RegExp(`^${key.replaceAll("_", "-")}$`, "i")), key]),
    );
  });

  it("rename the TLS headers [P8, TF57]", () => {
    const attributes = {
      "routing.http.request.x_amzn_tls_version.header_name": "My-Version",
      "routing.http.request.x_amzn_tls_cipher_suite.header_name": "My-Cipher",
    };
    expect(listenerHeaders(attributes).tlsHeaderNames).toEqual({
      version: "My-Version",
      cipher: "My-Cipher",
    });
  });

  it.each<[unknown, boolean]>([
    [undefined, true],
    [true, true],
    ["true", true],
    [false, false],
    ["false", false],
  ])("Server with %j: %s [P16]", (value, server) => {
    expect(listenerHeaders({ "routing.http.response.server.enabled": value }).server).toBe(server);
  });

  it.each(["", "a\r\nX-Evil: 1", "a\nb", "\u00e4", 5])("a value of %j counts as not set", (value) => {
    expect(listenerHeaders({ "routing.http.response.x_frame_options.header_value": value }).response).toEqual(
      [],
    );
  });

  it.each(["", "a b", "a\r\nb", "a:b", "a".repeat(64)])("a header name of %j counts as not set", (value) => {
    const { tlsHeaderNames } = listenerHeaders({
      "routing.http.request.x_amzn_tls_version.header_name": value,
    });
    expect(tlsHeaderNames.version).toBe("x-amzn-tls-version");
  });
});
