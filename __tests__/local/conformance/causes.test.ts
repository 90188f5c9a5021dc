import { type AddressInfo, createServer } from "node:net";
import type { Lab } from "../../../lab/local";
import { startAnswering, startHttpTarget, startRawTarget } from "../http/support/lab";
import { labTls } from "../http/support/tls";
import { ask, targetNamed, until, urlOf } from "../lab/run-lab";
import { checked, labOf } from "./connected-lab";
import { startHttpsTarget } from "./https-target";
import { securityGroups } from "./security-groups";

async function unhealthy(lab: Lab) {
  await until(lab, () => targetNamed(lab, "one").health === "unhealthy");
  const { reason, description, probes } = targetNamed(lab, "one");
  return { reason, description, seen: probes.at(-1)?.result };
}

/** A port at which nothing listens, because it did a moment ago. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe("Target.ResponseCodeMismatch", () => {
  it.each<[string, number]>([
    ["a health path that the server does not have [U1]", 404],
    ["a redirect to a login page [U2]", 302],
    ["a health path behind a login [U4]", 401],
    ["a server whose database is away [U5]", 503],
  ])("is what AWS calls %s", async (_, status) => {
    const target = await startHttpTarget((request, response) =>
      response.writeHead(request.url === "/health" ? status : 200).end(),
    );
    expect(await unhealthy(await labOf({ one: target }))).toEqual({
      reason: "Target.ResponseCodeMismatch",
      description: `Health checks failed with these codes: [${status}]`,
      seen: String(status),
    });
  });

  it("is what a server gives that knows its public name only, while clients are served [U3]", async () => {
    const target = await startHttpTarget(({ headers }, response) =>
      response.writeHead(headers.host === "shop.example" ? 200 : 400).end(),
    );
    const lab = await labOf({ one: target });
    expect(await unhealthy(lab)).toMatchObject({ reason: "Target.ResponseCodeMismatch", seen: "400" });
    expect((await ask(urlOf(lab), { headers: { host: "shop.example" } })).status).toBe(200);
  });

  it("cannot be turned off for a 5xx: a matcher that lists one lets nothing pass [U5, H8]", async () => {
    const target = await startHttpTarget((_request, response) => response.writeHead(503).end());
    const lab = await labOf({ one: target }, { group: checked({ matcher: "200-599" }) });
    expect(await unhealthy(lab)).toMatchObject({ reason: "Target.ResponseCodeMismatch", seen: "503" });
  });
});

describe("Target.Timeout", () => {
  it("is a page that takes longer than the timeout [H53, H62, U9]", async () => {
    const target = await startHttpTarget(() => {});
    expect(await unhealthy(await labOf({ one: target }))).toEqual({
      reason: "Target.Timeout",
      description: "Request timed out",
      seen: "no answer in time",
    });
  });

  it("is an answer that begins in time and does not end [H62]", async () => {
    const target = await startAnswering("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
    expect(await unhealthy(await labOf({ one: target }))).toMatchObject({ reason: "Target.Timeout" });
  });

  it("is a target whose security group does not admit the load balancer, and says so [U6, U31]", async () => {
    const target = await startHttpTarget();
    const more = securityGroups({ target: [] });
    const lab = await labOf(
      { one: target },
      { more, loadBalancer: { security_groups: ["${aws_security_group.alb.id}"] } },
    );
    const { reason, description } = await unhealthy(lab);
    expect(reason).toBe("Target.Timeout");
    expect(description).toBe(
      "Request timed out: no rule of the target's security groups admits port 3000 from the load balancer",
    );
    expect(target.heads).toEqual([]);
  });

  it("is a load balancer whose security group does not let it out [U7, U31]", async () => {
    const target = await startHttpTarget();
    const more = securityGroups({ out: [] });
    const lab = await labOf(
      { one: target },
      { more, loadBalancer: { security_groups: ["${aws_security_group.alb.id}"] } },
    );
    expect((await unhealthy(lab)).description).toBe(
      "Request timed out: no rule of the load balancer's security groups lets it out to port 3000",
    );
  });

  it("is an HTTPS probe to a server that waits for a line of HTTP [U10]", async () => {
    const target = await startRawTarget(() => {});
    const lab = await labOf({ one: target }, { group: checked({ protocol: "HTTPS" }) });
    expect(await unhealthy(lab)).toMatchObject({ reason: "Target.Timeout" });
  });
});

describe("Target.FailedHealthChecks", () => {
  it("is a port at which nothing listens [H54, H62, U11]", async () => {
    const port = await closedPort();
    const lab = await labOf(
      {},
      { groups: { web: { servers: [{ name: "one", foreign: true }] } } },
      {
        targets: new Map([["one", new URL(`http://127.0.0.1:${port}`)]]),
      },
    );
    expect(await unhealthy(lab)).toEqual({
      reason: "Target.FailedHealthChecks",
      description: "Health checks failed",
      seen: "connection refused",
    });
    expect((await ask(urlOf(lab))).status).toBe(502);
  });

  it("is a server that closes before it has answered [U11, H62]", async () => {
    const target = await startRawTarget((socket) => socket.end());
    expect(await unhealthy(await labOf({ one: target }))).toMatchObject({
      reason: "Target.FailedHealthChecks",
      seen: "connection closed before an answer",
    });
  });

  it("is a server that speaks no HTTP [U12, H62]", async () => {
    const target = await startRawTarget((socket) => socket.end("220 mail.example ESMTP\r\n"));
    expect(await unhealthy(await labOf({ one: target }))).toMatchObject({
      reason: "Target.FailedHealthChecks",
      seen: "an answer that is no HTTP",
    });
  });

  it("is an HTTP probe to a port that speaks TLS [U12]", async () => {
    const { port } = await startHttpsTarget((await labTls()).options);
    const lab = await labOf(
      {},
      { groups: { web: { servers: [{ name: "one", foreign: true }] } } },
      {
        targets: new Map([["one", new URL(`http://127.0.0.1:${port}`)]]),
      },
    );
    expect(await unhealthy(lab)).toMatchObject({ reason: "Target.FailedHealthChecks" });
  });

  it("is an HTTPS target with which no handshake is possible, as it has no certificate [U13, E502]", async () => {
    const url = await startHttpsTarget({});
    const lab = await labOf(
      {},
      {
        groups: {
          web: {
            servers: [{ name: "one", foreign: true }],
            arguments: { protocol: "HTTPS", ...checked({ protocol: "HTTPS" }) },
          },
        },
      },
      { targets: new Map([["one", url]]) },
    );
    expect(await unhealthy(lab)).toMatchObject({ reason: "Target.FailedHealthChecks" });
    expect((await ask(urlOf(lab))).status).toBe(502);
  });
});

describe("security groups", () => {
  const loadBalancer = { security_groups: ["${aws_security_group.alb.id}"] };

  it("that admit clients to the listener and the load balancer to its targets let everything work [U31]", async () => {
    const target = await startHttpTarget();
    const lab = await labOf({ one: target }, { more: securityGroups({}), loadBalancer });
    await until(lab, () => targetNamed(lab, "one").health === "healthy");
    expect((await ask(urlOf(lab))).status).toBe(200);
  });

  it("that admit nobody to a listener's port keep it shut, and the lab says why [U31]", async () => {
    const target = await startHttpTarget();
    const lab = await labOf({ one: target }, { more: securityGroups({ clients: [443] }), loadBalancer });
    const [listener] = lab.snapshot().loadBalancers[0]?.listeners ?? [];
    expect(listener?.url).toBeUndefined();
    expect(listener?.unreachable).toBe("no rule of the load balancer's security groups admits port 80");
    await until(lab, () => targetNamed(lab, "one").health === "healthy");
  });

  it("that admit the port of health checks but not that of requests leave a target healthy and clients with 504 [U23, E504, P29, U31]", async () => {
    const target = await startHttpTarget();
    const lab = await labOf(
      { one: target },
      {
        more: securityGroups({ target: [9000], out: [3000, 9000] }),
        loadBalancer,
        group: checked({ port: "9000" }),
      },
      { timeouts: { connectMs: 50 } },
    );
    await until(lab, () => targetNamed(lab, "one").health === "healthy");
    const { status, headers } = await ask(urlOf(lab));
    expect([status, headers.server]).toEqual([504, "awselb/2.0"]);
  });
});
