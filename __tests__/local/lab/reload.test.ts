import { clientOf } from "../conformance/connected-lab";
import { type JournalServer, journalServer } from "./journal-server";
import { forwardTo, groupArn, type LabConfig, labTopology } from "./lab-config";
import { failures, startLoad } from "./load";
import { allHealthy, ask, runLab, targetNamed, until, urlOf } from "./run-lab";

const rounds = 20;

/**
 * Two sets of rules in turn, and other weights in each. Under one /x is answered by a rule and everything else refused,
 * under the other there is no such rule: who took the rules of one and the default of the other would be refused.
 */
function config([blue, green]: readonly JournalServer[], round: number): LabConfig {
  const weighted = {
    type: "forward",
    forward: {
      target_group: [
        { arn: groupArn("blue"), weight: round },
        { arn: groupArn("green"), weight: rounds - round },
      ],
    },
  };
  const refuse = {
    type: "fixed-response",
    fixed_response: { content_type: "text/plain", status_code: "500" },
  };
  const condition = [{ path_pattern: { values: ["/x", "/slow", "/socket"] } }];
  const groups = { blue: { servers: [blue!] }, green: { servers: [green!] } };
  return round % 2 === 0
    ? { groups, defaultAction: refuse, rules: { x: { priority: 10, condition, action: [weighted] } } }
    : { groups, defaultAction: weighted };
}

describe("a reload under load", () => {
  it("twenty times fails no request, and each one sees one set of rules; what is under way ends by its own, a WebSocket with its target [P-53, P-38]", async () => {
    const servers = ["blue", "green"].map(journalServer);
    // Everything goes to green at first.
    const lab = await runLab(config(servers, 0));
    await allHealthy(lab);
    const socket = await clientOf(lab);
    const handshake = "GET /socket HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n";
    expect(await socket.send(handshake).until("\r\n\r\n")).toMatch(/^HTTP\/1\.1 101 /);
    const slow = ask(`${urlOf(lab)}slow`);
    while (servers[1]!.notes().length === 0) await new Promise(setImmediate);
    const load = startLoad(`${urlOf(lab)}x`);
    for (let round = 1; round <= rounds; round += 1) {
      await lab.change(labTopology(config(servers, round)));
      await load.more(40);
    }
    const results = await load.stop();
    expect(failures(results)).toEqual({});
    // The last round gives all to blue.
    expect(new Set(results.slice(-20).map(({ body }) => body.trim()))).toEqual(new Set(["blue"]));
    expect(await slow).toMatchObject({ status: 200, body: "green " });
    expect(await socket.send("still here").until("green:still here")).toContain("green:still here");
    socket.socket.end();
  });

  it("does not wait for what an earlier one has left to drain; its server stops only when it is done", async () => {
    const [blue, green, red] = ["blue", "green", "red"].map((name) => ({ servers: [journalServer(name)] }));
    const toGroup = (group: string) => ({
      priority: 10,
      condition: [{ path_pattern: { values: [`/${group}`] } }],
      action: [forwardTo(group)],
    });
    const slowly = { ...green!, arguments: { deregistration_delay: 3600 } };
    const lab = await runLab({ groups: { blue: blue!, green: slowly }, rules: { green: toGroup("green") } });
    await allHealthy(lab);
    const socket = await clientOf(lab);
    const handshake = "GET /green HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n";
    await socket.send(handshake).until("\r\n\r\n");
    const { pid = 0 } = targetNamed(lab, "green");
    const removed = lab.change(labTopology({ groups: { blue: blue! } }));
    await until(lab, () => targetNamed(lab, "green").health === "draining");
    await lab.change(labTopology({ groups: { blue: blue!, red: red! }, rules: { red: toGroup("red") } }));
    expect((await ask(`${urlOf(lab)}red`)).body.trim()).toBe("red");
    expect(await socket.send("still here").until("still here")).toContain("green:still here");
    socket.socket.end();
    await removed;
    expect(() => process.kill(pid, 0)).toThrow("ESRCH");
  });

  it("takes a rule back to another group at once: the next request sees it [P-53]", async () => {
    const servers = ["blue", "green"].map(journalServer);
    const to = (group: string): LabConfig => ({ ...config(servers, 1), defaultAction: forwardTo(group) });
    const lab = await runLab(to("blue"));
    for (const group of ["green", "blue", "green"]) {
      await lab.change(labTopology(to(group)));
      expect((await ask(urlOf(lab))).body.trim()).toBe(group);
    }
  });
});
