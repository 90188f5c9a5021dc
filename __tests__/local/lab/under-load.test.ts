import { once } from "node:events";
import { connect } from "node:net";
import { forwardTo, groupArn, type LabConfig, labTopology } from "./lab-config";
import { failures, startLoad } from "./load";
import { allHealthy, ask, runLab, targetNamed, targetsOf, until, urlOf } from "./run-lab";

const three: LabConfig = {
  groups: { web: { servers: [{ name: "Server-1" }, { name: "Server-2" }, { name: "Server-3" }] } },
};
const clients = 8;

describe("under load", () => {
  it("a killed target fails at most the requests in flight on it, and none after its checks have failed [P-01]", async () => {
    const lab = await runLab(three);
    await allHealthy(lab);
    const load = startLoad(urlOf(lab), { clients });
    await load.more(200);
    const { pid = 0 } = targetNamed(lab, "Server-2");
    process.kill(pid, "SIGKILL");
    await until(lab, () => targetNamed(lab, "Server-2").health === "unhealthy");
    const unhealthyAt = performance.now();
    await load.more(200);
    const results = await load.stop();
    const failed = results.filter(({ status }) => status !== 200);
    expect(failed.length).toBeLessThanOrEqual(clients);
    for (const { status, endedAt, startedAt } of failed) {
      expect(status).toBe(502);
      expect(startedAt).toBeLessThan(unhealthyAt);
      expect(endedAt - startedAt).toBeLessThan(1000);
    }
  });

  it("a server that is asked to go fails no request [P-51]", async () => {
    const lab = await runLab(three);
    await allHealthy(lab);
    const load = startLoad(urlOf(lab), { clients });
    await load.more(100);
    const { pid = 0 } = targetNamed(lab, "Server-2");
    process.kill(pid, "SIGTERM");
    await until(lab, () => targetNamed(lab, "Server-2").pid !== pid);
    await load.more(100);
    expect(failures(await load.stop())).toEqual({});
  });

  it("a target that leaves its group fails no request and is shown as draining [P-51, H36, S41, S26]", async () => {
    const lab = await runLab(three);
    await allHealthy(lab);
    const load = startLoad(urlOf(lab), { clients });
    await load.more(100);
    const states = new Set<string>();
    lab.onChange(() => {
      const gone = targetsOf(lab).find(({ name }) => name === "Server-3");
      states.add(gone?.health ?? "gone");
    });
    await lab.change(labTopology({ groups: { web: { servers: three.groups.web!.servers.slice(0, 2) } } }));
    await load.more(100);
    expect(failures(await load.stop())).toEqual({});
    expect(states).toContain("draining");
  });

  it("twenty changes of weights and rules fail no request, and what is long under way finishes by its old rules [P-53]", async () => {
    const config = (round: number): LabConfig => ({
      groups: {
        blue: { servers: [{ name: "Server-1" }] },
        green: { servers: [{ name: "Server-2" }] },
      },
      defaultAction: {
        type: "forward",
        forward: {
          target_group: [
            { arn: groupArn("blue"), weight: round },
            { arn: groupArn("green"), weight: 20 - round },
          ],
        },
      },
      rules:
        round % 2 === 0
          ? {}
          : {
              api: {
                priority: 10,
                condition: [{ path_pattern: { values: ["/api/*"] } }],
                action: [forwardTo("green")],
              },
            },
    });
    const lab = await runLab(config(1));
    await allHealthy(lab);
    const upload = connect(Number(new URL(urlOf(lab)).port), "127.0.0.1");
    await once(upload, "connect");
    upload.write("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nConnection: close\r\n\r\nab");
    const load = startLoad(urlOf(lab), { clients });
    for (let round = 0; round <= 20; round += 1) {
      await lab.change(labTopology(config(round)));
      await load.more(20);
    }
    expect(failures(await load.stop())).toEqual({});
    upload.end("cd");
    const [head] = (await once(upload, "data")) as [Buffer];
    expect(head.toString()).toMatch(/^HTTP\/1\.1 404 /);
  });

  it("a listener that stops finishes what is in flight and frees its port [P-55]", async () => {
    const lab = await runLab(three);
    await allHealthy(lab);
    const url = urlOf(lab);
    const pids = targetsOf(lab).map(({ pid = 0 }) => pid);
    const load = startLoad(url, { clients });
    await load.more(100);
    const stopped = lab.stop();
    await stopped;
    const results = await load.stop();
    const refused = results.filter(({ status }) => status !== 200);
    for (const { error = "" } of refused) expect(error).toMatch(/ECONNREFUSED|socket hang up|ECONNRESET/);
    await expect(ask(url)).rejects.toThrow("ECONNREFUSED");
    for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow("ESRCH");
  });
});
