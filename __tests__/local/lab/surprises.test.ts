import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startLab } from "../../../lab/local";
import { labTopology } from "./lab-config";
import { allHealthy, ask, askTimes, runLab, targetNamed, targetsOf, until, urlOf } from "./run-lab";

const directory = mkdtempSync(join(tmpdir(), "surprises-"));
afterAll(() => rmSync(directory, { recursive: true }));

const two = { groups: { web: { servers: [{ name: "Server-1" }, { name: "Server-2" }] } } };

describe("a lab", () => {
  it("takes the next free port where one is taken, and says so", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((done) => other.once("listening", done));
    const { port } = other.address() as AddressInfo;
    const lab = await runLab(two, { ports: new Map([[80, port]]) });
    expect(Number(new URL(urlOf(lab)).port)).toBeGreaterThan(port);
    expect(lab.snapshot().notices).toContainEqual(expect.stringContaining(`port ${port} is taken`));
    other.close();
  });

  it("runs a stand-in where the user data holds no server that is known", async () => {
    const lab = await runLab({ groups: { web: { servers: [{ name: "legacy", foreign: true }] } } });
    await allHealthy(lab);
    expect(targetNamed(lab, "legacy").kind).toBe("stand-in");
    expect((await ask(`${urlOf(lab)}any/path`)).body).toContain("legacy");
  });

  it("sends the requests of a connected target to the server that runs already", async () => {
    const real = createServer((request, response) => response.end(`real ${request.url}`)).listen(
      0,
      "127.0.0.1",
    );
    await new Promise((done) => real.once("listening", done));
    const url = new URL(`http://127.0.0.1:${(real.address() as AddressInfo).port}`);
    const lab = await runLab(two, { targets: new Map([["Server-2", url]]) });
    await allHealthy(lab);
    const bodies = (await askTimes(urlOf(lab), 2)).map(({ body }) => body);
    expect(bodies.sort()).toEqual(["Hello World", "real /"]);
    expect(targetNamed(lab, "Server-2")).toMatchObject({ kind: "external", process: "external" });
    real.close();
  });

  it("does not open a listener that no security group admits, and says why", async () => {
    const closed = {
      ...two,
      loadBalancer: { security_groups: ["${aws_security_group.alb.id}"] },
      more: {
        aws_security_group: {
          alb: { ingress: [{ protocol: "tcp", from_port: 443, to_port: 443, cidr_blocks: ["0.0.0.0/0"] }] },
        },
      },
    };
    const lab = await runLab(closed);
    const [listener] = lab.snapshot().loadBalancers[0]?.listeners ?? [];
    expect(listener).not.toHaveProperty("url");
    expect(listener?.unreachable).toBe("no rule of the load balancer's security groups admits port 80");
  });

  it("writes one line a request to the access log, whatever the request holds [P-66, P-67]", async () => {
    const accessLog = join(directory, "access.log");
    const lab = await runLab(two, { accessLog });
    await allHealthy(lab);
    await askTimes(urlOf(lab), 3);
    await ask(urlOf(lab), { headers: { "user-agent": 'a"b\u001b[31m' } }).catch(() => undefined);
    await lab.stop();
    const lines = readFileSync(accessLog, "utf8").trimEnd().split("\n");
    expect(lines.length).toBeGreaterThanOrEqual(3);
    for (const line of lines) expect(line).toMatch(/^http \S+Z app\/alb\/local 127\.0\.0\.1:\d+ /);
  });

  it("serves on when the access log cannot be written [P-66]", async () => {
    const file = join(directory, "file");
    writeFileSync(file, "");
    const lab = await runLab(two, { accessLog: join(file, "access.log") });
    await allHealthy(lab);
    await ask(urlOf(lab));
    await until(lab, () =>
      lab.snapshot().notices.some((notice) => notice.startsWith("the access log is not written")),
    );
    expect((await ask(urlOf(lab))).status).toBe(200);
  });

  it("leaves out what nobody can know, and says which", async () => {
    const lab = await runLab({
      ...two,
      rules: {
        secret: {
          priority: 5,
          condition: [{ path_pattern: { values: ["${var.path}"] } }],
          action: [
            { type: "fixed-response", fixed_response: { content_type: "text/plain", status_code: "404" } },
          ],
        },
      },
    });
    expect(lab.snapshot().notices).toContainEqual(
      expect.stringMatching(/^aws_lb_listener_rule\.secret is left out: .*var\.path/),
    );
    expect((await ask(urlOf(lab))).status).toBe(200);
  });

  it("starts a crashed server again after a while that grows [P-57]", async () => {
    const lab = await runLab(two);
    await allHealthy(lab);
    const { pid = 0 } = targetNamed(lab, "Server-1");
    process.kill(pid, "SIGKILL");
    await until(lab, () => targetNamed(lab, "Server-1").process === "crashed");
    expect(targetNamed(lab, "Server-1").restartAtMs).toBeGreaterThan(Date.now() - 1000);
    await until(lab, () => targetNamed(lab, "Server-1").process === "running");
    expect(targetNamed(lab, "Server-1").pid).not.toBe(pid);
  });

  it("leaves no process behind when it cannot start", async () => {
    const taken = startLab(labTopology(two), { host: "192.0.2.1", cacheDirectory: directory });
    await expect(taken).rejects.toThrow(/192\.0\.2\.1/);
  });

  it("runs one server for an instance in two groups, each with a health of its own [S2]", async () => {
    const [server] = two.groups.web.servers;
    const lab = await runLab({
      groups: {
        web: { servers: [server!] },
        broken: {
          servers: [server!],
          arguments: { health_check: { path: "/none", interval: 5, timeout: 2 } },
        },
      },
      rules: {
        other: {
          priority: 1,
          condition: [{ path_pattern: { values: ["/other"] } }],
          action: [{ type: "forward", target_group_arn: "${aws_lb_target_group.broken.arn}" }],
        },
      },
    });
    await until(
      lab,
      () =>
        targetsOf(lab)
          .map(({ health }) => health)
          .sort()
          .join() === "healthy,unhealthy",
    );
    expect(new Set(targetsOf(lab).map(({ pid }) => pid)).size).toBe(1);
  });
});
