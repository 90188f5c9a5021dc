import { readFileSync } from "node:fs";
import { join } from "node:path";
import { startHttpTarget, startRawTarget } from "../http/support/lab";
import { labTls } from "../http/support/tls";
import { forwardTo, labTopology } from "../lab/lab-config";
import { allHealthy, ask, runLab, targetNamed, until, urlOf } from "../lab/run-lab";
import { checked, headsOf, labOf, probesOf, urlsOf } from "./connected-lab";
import { startHttpsTarget } from "./https-target";
import { temporaryDirectory } from "./temporary-directory";

describe("a probe", () => {
  it("is a GET with AWS's user agent, the target's address and port as Host, and CRLF line ends [H16, H17, H18, H19, H2, H3]", async () => {
    const received: string[] = [];
    const target = await startRawTarget((socket, text) => {
      received.push(text);
      socket.end("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    });
    const lab = await labOf({ one: target }, { group: checked({ path: "/health?deep=1" }) });
    await allHealthy(lab);
    expect(received[0]).toBe(
      "GET /health?deep=1 HTTP/1.1\r\nHost: 127.0.0.1:3000\r\nConnection: close\r\n" +
        "User-Agent: ELB-HealthChecker/2.0\r\n\r\n",
    );
  });

  it("names no port in its Host where that is the protocol's own [H18]", async () => {
    const target = await startHttpTarget();
    const lab = await labOf({ one: target }, { group: checked({ port: "80" }) });
    await allHealthy(lab);
    expect(probesOf(target)[0]).toContain("\nHost: 127.0.0.1\n");
  });

  it("has a connection of its own that is closed after it, even where the target would keep it [H20]", async () => {
    const connections = new Set<unknown>();
    const requests: string[] = [];
    const target = await startRawTarget((socket, text) => {
      connections.add(socket);
      requests.push(text);
      socket.write("HTTP/1.1 200 OK\r\nConnection: keep-alive\r\nContent-Length: 2\r\n\r\nok");
    });
    const lab = await labOf({ one: target });
    await until(lab, () => targetNamed(lab, "one").probes.length >= 4);
    expect(connections.size).toBe(requests.length);
    // The one of the last probe may be about to close.
    expect(target.sockets.size).toBeLessThanOrEqual(1);
  });

  it("asks for no WebSocket and takes none [H21]", async () => {
    const target = await startRawTarget((socket) =>
      socket.write("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n"),
    );
    const lab = await labOf({ one: target }, { group: checked({ matcher: "200-399" }) });
    await until(lab, () => targetNamed(lab, "one").health === "unhealthy");
    expect(targetNamed(lab, "one").reason).toBe("Target.FailedHealthChecks");
  });

  it("over HTTPS does not look at the certificate of the target [H1, H22]", async () => {
    const { options } = await labTls();
    const url = await startHttpsTarget(options);
    const lab = await runLab(
      {
        groups: {
          web: { servers: [{ name: "one", foreign: true }], arguments: checked({ protocol: "HTTPS" }) },
        },
      },
      { targets: new Map([["one", url]]) },
    );
    await allHealthy(lab);
  });

  it("is judged by its status alone, and does not follow a redirect [H8, H23, H24]", async () => {
    const target = await startHttpTarget((request, response) => {
      const isMoved = request.url === "/health";
      response.writeHead(isMoved ? 302 : 200, isMoved ? { Location: "/fine" } : {});
      response.end("everything is broken");
    });
    const strict = await labOf({ one: target });
    await until(strict, () => targetNamed(strict, "one").health === "unhealthy");
    expect(targetNamed(strict, "one").description).toBe("Health checks failed with these codes: [302]");
    const lenient = await labOf({ one: target }, { group: checked({ matcher: "200,302" }) });
    await allHealthy(lenient);
    expect(target.heads.every((head) => head.startsWith("GET /health\n"))).toBe(true);
  });

  it("stands neither in the access log nor among the requests [H25]", async () => {
    const accessLog = join(temporaryDirectory(), "access.log");
    const target = await startHttpTarget();
    const lab = await labOf({ one: target }, {}, { accessLog });
    await until(lab, () => targetNamed(lab, "one").probes.length >= 3);
    await ask(urlOf(lab));
    expect(lab.snapshot().requests.map(({ path }) => path)).toEqual(["/"]);
    await lab.stop();
    const lines = readFileSync(accessLog, "utf8").trim().split("\n");
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toContain("ELB-HealthChecker");
    expect(headsOf(target)).toHaveLength(1);
    expect(probesOf(target).length).toBeGreaterThanOrEqual(3);
  });

  it("is only made once a listener or rule leads to the group and its zone is enabled [H26, H30, H57, U14, U15]", async () => {
    const [idle, elsewhere, used] = [
      await startHttpTarget(),
      await startHttpTarget(),
      await startHttpTarget(),
    ];
    const config = {
      groups: {
        web: {
          servers: [
            { name: "used", foreign: true },
            { name: "elsewhere", foreign: true, zone: "eu-central-1b" },
          ],
        },
        spare: { servers: [{ name: "idle", foreign: true }] },
      },
      loadBalancer: { subnets: ["${aws_subnet.eu-central-1a.id}"] },
    };
    const lab = await runLab(config, { targets: urlsOf({ idle, elsewhere, used }) });
    await until(lab, () => targetNamed(lab, "used").probes.length >= 2);
    expect(targetNamed(lab, "idle")).toMatchObject({
      health: "unused",
      reason: "Target.NotInUse",
      description: "Target group is not configured to receive traffic from the load balancer",
    });
    expect(targetNamed(lab, "elsewhere")).toMatchObject({
      health: "unused",
      reason: "Target.NotInUse",
      description: "Target is in an Availability Zone that is not enabled for the load balancer",
    });
    expect([idle.heads, elsewhere.heads]).toEqual([[], []]);
    const condition = [{ path_pattern: { values: ["/spare"] } }];
    const rules = { spare: { priority: 1, condition, action: [forwardTo("spare")] } };
    const { loadBalancer: _, ...everywhere } = config;
    await lab.change(labTopology({ ...everywhere, rules }));
    await allHealthy(lab);
    expect((await ask(`${urlOf(lab)}spare`)).status).toBe(200);
  });
});
