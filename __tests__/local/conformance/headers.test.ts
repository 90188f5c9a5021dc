import { startHttpTarget } from "../http/support/lab";
import { openTlsClient } from "../http/support/tls";
import { ask, urlOf } from "../lab/run-lab";
import { type ConnectedConfig, headsOf, labOf, portOf, rawAnswer } from "./connected-lab";

/** What a target gets for these lines of a request, without its request line, as `name: value`. */
async function forwarded(
  lines: readonly string[],
  config: ConnectedConfig = {},
  start = "GET / HTTP/1.1",
): Promise<readonly string[]> {
  const target = await startHttpTarget();
  const lab = await labOf({ one: target }, config, {
    ports: new Map([
      [80, 0],
      [8080, 0],
    ]),
  });
  await rawAnswer(lab, [start, ...lines, "", ""].join("\r\n"));
  const [, ...received] = headsOf(target)[0]?.split("\n") ?? [];
  return received;
}

const values = (lines: readonly string[], name: string) =>
  lines.filter((line) => line.startsWith(`${name}: `)).map((line) => line.slice(name.length + 2));

const host = "Host: Shop.Example";
const on8080 = { listener: { port: 8080 } };

describe("a target gets", () => {
  it("the headers of the client with those of the load balancer, and no X-Forwarded-Host or Via [P1, P5, P9]", async () => {
    const lines = await forwarded([host, "Accept: */*", "X-Forwarded-Proto: gopher", "X-Forwarded-Port: 70"]);
    expect(lines.map((line) => line.replace(/Root=1-[\da-f]{8}-[\da-f]{24}$/, "Root=id"))).toEqual([
      "Host: shop.example",
      "Accept: */*",
      "X-Forwarded-Proto: http",
      "X-Forwarded-Port: 80",
      "X-Amzn-Trace-Id: Root=id",
      "X-Forwarded-For: 127.0.0.1",
    ]);
  });

  it.each<[string, string | undefined, string, readonly string[]]>([
    ["appended", undefined, "append", ["127.0.0.1"]],
    ["appended to one", "192.0.2.4", "append", ["192.0.2.4, 127.0.0.1"]],
    ["appended to two", "192.0.2.4, 192.0.2.8", "append", ["192.0.2.4, 192.0.2.8, 127.0.0.1"]],
    ["not there to be preserved", undefined, "preserve", []],
    ["preserved", "192.0.2.4, 192.0.2.8", "preserve", ["192.0.2.4, 192.0.2.8"]],
    ["removed", "192.0.2.4", "remove", []],
  ])("its peer in X-Forwarded-For as the mode says: %s [P2]", async (_, sent, mode, expected) => {
    const lines = await forwarded([host, ...(sent === undefined ? [] : [`X-Forwarded-For: ${sent}`])], {
      loadBalancer: { xff_header_processing_mode: mode },
    });
    expect(values(lines, "X-Forwarded-For")).toEqual(expected);
  });

  it("the peer's port in X-Forwarded-For where that is on, and the mode appends [P3]", async () => {
    const loadBalancer = { enable_xff_client_port: true };
    const [value = ""] = values(await forwarded([host], { loadBalancer }), "X-Forwarded-For");
    expect(value).toMatch(/^127\.0\.0\.1:\d+$/);
    const removed = { ...loadBalancer, xff_header_processing_mode: "remove" };
    expect(values(await forwarded([host], { loadBalancer: removed }), "X-Forwarded-For")).toEqual([]);
  });

  it.each<[string, readonly string[], RegExp]>([
    ["of its own", [], /^Root=1-[\da-f]{8}-[\da-f]{24}$/],
    ["with Self before the client's root", ["Root=1-5;A=b"], /^Self=1-[\da-f]{8}-[\da-f]{24};Root=1-5;A=b$/],
    ["with another Self", ["Self=1-9;Root=1-5"], /^Self=1-[\da-f]{8}-[\da-f]{24};Root=1-5$/],
  ])("a trace id %s [P6]", async (_, sent, expected) => {
    const lines = await forwarded([host, ...sent.map((value) => `X-Amzn-Trace-Id: ${value}`)]);
    expect(values(lines, "X-Amzn-Trace-Id")).toEqual([expect.stringMatching(expected)]);
  });

  it.each<[string, string, ConnectedConfig, string]>([
    ["as it is on port 80", "a.example", {}, "a.example"],
    ["without a port on 80", "a.example:80", {}, "a.example"],
    ["with the listener's port elsewhere", "a.example", on8080, "a.example:8080"],
    ["with its port elsewhere", "a.example:8080", on8080, "a.example:8080"],
    [
      "as sent, where preserved",
      "A.example:80",
      { loadBalancer: { preserve_host_header: true } },
      "A.example:80",
    ],
  ])("its Host %s [P10]", async (_, sent, config, expected) => {
    expect(values(await forwarded([`Host: ${sent}`], config), "Host")).toEqual([expected]);
  });

  it("the host of an absolute request line instead of Host [P10]", async () => {
    const lines = await forwarded(["Host: a.example"], {}, "GET http://b.example/x HTTP/1.1");
    expect(values(lines, "Host")).toEqual(["b.example"]);
  });

  it("the load balancer's own name as Host where an HTTP/1.0 client sends none [P11, P20]", async () => {
    const lines = await forwarded([], {}, "GET / HTTP/1.0");
    expect(values(lines, "Host")).toEqual([expect.stringMatching(/^[\w.-]+$/)]);
  });

  it("names with odd characters unless they are to be dropped [P12]", async () => {
    const sent = [host, "X_Trace: 1", "X-Trace: 2"];
    expect(values(await forwarded(sent), "X_Trace")).toEqual(["1"]);
    const strict = await forwarded(sent, { loadBalancer: { drop_invalid_header_fields: true } });
    expect([values(strict, "X_Trace"), values(strict, "X-Trace")]).toEqual([[], ["2"]]);
  });

  it("version and cipher of the client's TLS where that is on, under the listener's names [P7, P8, P5]", async () => {
    const target = await startHttpTarget();
    const listener = {
      port: 443,
      protocol: "HTTPS",
      certificate_arn: "arn:aws:acm:eu-central-1:123456789012:certificate/1",
      routing_http_request_x_amzn_tls_version_header_name: "X-Tls",
    };
    const loadBalancer = { enable_tls_version_and_cipher_suite_headers: true };
    const lab = await labOf({ one: target }, { listener, loadBalancer });
    const client = await openTlsClient(portOf(lab), { maxVersion: "TLSv1.2", ALPNProtocols: ["http/1.1"] });
    await client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n").answers(1);
    client.socket.destroy();
    const lines = headsOf(target)[0]?.split("\n") ?? [];
    expect(values(lines, "X-Tls")).toEqual(["TLSv1.2"]);
    expect(values(lines, "x-amzn-tls-cipher-suite")).toEqual([expect.stringMatching(/^ECDHE-/)]);
    expect([values(lines, "X-Forwarded-Proto"), values(lines, "X-Forwarded-Port")]).toEqual([
      ["https"],
      ["443"],
    ]);
  });
});

describe("a client gets", () => {
  const say = (name: string) =>
    startHttpTarget((_request, response) => {
      response.setHeader("Server", name);
      response.setHeader("X-Frame-Options", "ALLOWALL");
      response.setHeader("X-Own", "1");
      response.end();
    });

  it("the headers of the target, Server included, with those that the listener sets in their place [P8, P16]", async () => {
    const target = await say("express");
    const listener = { routing_http_response_x_frame_options_header_value: "DENY" };
    const lab = await labOf({ one: target }, { listener });
    const { headers } = await ask(urlOf(lab));
    expect(headers).toMatchObject({ server: "express", "x-frame-options": "DENY", "x-own": "1" });
  });

  it("awselb/2.0 as Server of the load balancer's own answers, unless that is off [P16, P-E1]", async () => {
    expect((await ask(urlOf(await labOf({})))).headers.server).toBe("awselb/2.0");
    const silent = await labOf({}, { listener: { routing_http_response_server_enabled: false } });
    expect((await ask(urlOf(silent))).headers).not.toHaveProperty("server");
  });
});
