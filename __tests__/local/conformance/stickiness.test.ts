import { startHttpTarget, startRawTarget } from "../http/support/lab";
import { openTlsClient } from "../http/support/tls";
import { labTopology } from "../lab/lab-config";
import { type Answer, allHealthy, ask, askTimes, targetNamed, until, urlOf } from "../lab/run-lab";
import { clientOf, labOf, portOf } from "./connected-lab";
import { bodies, named, servers, twoTargets } from "./named-targets";

const cookiesOf = ({ headers }: Answer): readonly string[] => [headers["set-cookie"] ?? []].flat();
const pairOf = (cookie: string | undefined) => cookie?.split(";")[0] ?? "";
const byLoadBalancer = { stickiness: { type: "lb_cookie", enabled: true, cookie_duration: 3600 } };

describe("a sticky client", () => {
  it("gets two cookies of one value for seven days, anew with every answer [S20, S21, S22, S23]", async () => {
    const { lab } = await twoTargets(byLoadBalancer);
    const before = Date.now();
    const first = await ask(urlOf(lab));
    const [plain = "", cors = ""] = cookiesOf(first);
    const [, value = "", expires = ""] = /^AWSALB=([^;]+); Expires=([^;]+ GMT); Path=\/$/.exec(plain) ?? [];
    expect(cors).toBe(`AWSALBCORS=${value}; Expires=${expires}; Path=/; SameSite=None`);
    const days = (Date.parse(expires) - before) / 86_400_000;
    expect(Math.abs(days - 7)).toBeLessThan(0.001);
    const again = await ask(urlOf(lab), { headers: { cookie: pairOf(plain) } });
    expect([again.body, cookiesOf(again).length]).toEqual([first.body, 2]);
  });

  it("gets a secure cookie for other origins over HTTPS [S22]", async () => {
    const one = await named("one");
    const listener = {
      port: 443,
      protocol: "HTTPS",
      certificate_arn: "arn:aws:acm:eu-central-1:123456789012:certificate/1",
    };
    const lab = await labOf({ one }, { listener, group: byLoadBalancer });
    const client = await openTlsClient(portOf(lab), { ALPNProtocols: ["http/1.1"] });
    const [answer] = await client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n").answers(1);
    client.socket.destroy();
    const [plain, cors] = answer?.head.match(/Set-Cookie: [^\r]+/g) ?? [];
    expect(plain).toMatch(/; Path=\/$/);
    expect(cors).toMatch(/; Path=\/; SameSite=None; Secure$/);
  });

  it("follows AWSALBCORS where both cookies come, and none that was encoded on the way [S24, S29]", async () => {
    const { lab } = await twoTargets(byLoadBalancer);
    const one = await ask(urlOf(lab));
    const two = await ask(urlOf(lab));
    expect(two.body).not.toBe(one.body);
    const cookie = `${pairOf(cookiesOf(one)[0])}; ${pairOf(cookiesOf(two)[1])}`;
    const both = await Promise.all([1, 2, 3].map(() => ask(urlOf(lab), { headers: { cookie } })));
    expect(bodies(both)).toEqual(Array(3).fill(two.body));
    const [name = "", value = ""] = pairOf(cookiesOf(one)[0]).split(/=(.*)/s);
    const encoded = { headers: { cookie: `${name}=${encodeURIComponent(`${value}==`)}` } };
    const strangers = [await ask(urlOf(lab), encoded), await ask(urlOf(lab), encoded)];
    expect(new Set(bodies(strangers)).size).toBe(2);
  });

  it("is moved once its target drains, and stays there [S25, S26]", async () => {
    const [one, two] = [await named("one"), await named("two")];
    const config = (...names: string[]) => ({
      groups: { web: { servers: servers(...names), arguments: byLoadBalancer } },
    });
    const lab = await labOf({ one, two }, config("one", "two"));
    await allHealthy(lab);
    const answers = await askTimes(urlOf(lab), 2);
    const tied = answers.find(({ body }) => body === "two");
    const cookie = pairOf(cookiesOf(tied ?? { status: 0, body: "", headers: {} })[0]);
    expect((await ask(urlOf(lab), { headers: { cookie } })).body).toBe("two");
    await lab.change(labTopology(config("one")));
    const moved = await ask(urlOf(lab), { headers: { cookie } });
    expect(moved.body).toBe("one");
    await lab.change(labTopology(config("one", "two")));
    await until(lab, () => targetNamed(lab, "two").health === "healthy");
    const back = await ask(urlOf(lab), { headers: { cookie: pairOf(cookiesOf(moved)[0]) } });
    expect(back.body).toBe("one");
  });

  it("is tied by the application's own cookie, which passes untouched, and only with both [S27]", async () => {
    const login = (name: string) =>
      startHttpTarget((request, response) => {
        if (request.url === "/login") response.setHeader("Set-Cookie", "session=a%3D1; HttpOnly");
        response.end(name);
      });
    const [one, two] = [await login("one"), await login("two")];
    const stickiness = { type: "app_cookie", enabled: true, cookie_name: "session", cookie_duration: 60 };
    const lab = await labOf({ one, two }, { group: { stickiness } });
    await allHealthy(lab);
    const stranger = cookiesOf(await ask(urlOf(lab))).map((cookie) => pairOf(cookie).split("=")[1]);
    expect(stranger).toEqual(["_remove_", "_remove_", "_remove_", "_remove_"]);
    const entered = await ask(`${urlOf(lab)}login`);
    const [session = "", shard = ""] = cookiesOf(entered);
    expect(session).toBe("session=a%3D1; HttpOnly");
    expect(shard).toMatch(/^AWSALBAPP-0=/);
    const times = async (cookie: string) => {
      const answers = [];
      for (let asked = 0; asked < 4; asked += 1) answers.push(await ask(urlOf(lab), { headers: { cookie } }));
      return new Set(bodies(answers));
    };
    expect(await times(`session=changed; ${pairOf(shard)}`)).toEqual(new Set([entered.body]));
    expect((await times(pairOf(shard))).size).toBe(2);
  });

  it("stays with the target of its WebSocket, though the target has left the group [S30, P31]", async () => {
    const target = await startRawTarget((socket, received) => {
      if (received.includes("ELB-HealthChecker")) socket.end("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
      else if (!received.endsWith("\r\n\r\n")) socket.write(`echo ${received.split("\r\n\r\n").at(-1)}`);
      else
        socket.write("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
    });
    const other = await named("other");
    const config = (name: string) => ({
      groups: { web: { servers: servers(name), arguments: { deregistration_delay: 300 } } },
    });
    const lab = await labOf({ target, other }, config("target"));
    await allHealthy(lab);
    const client = await clientOf(lab);
    await client
      .send("GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n")
      .until("101 Switching Protocols");
    const changed = lab.change(labTopology(config("other")));
    await until(lab, () => targetNamed(lab, "target").health === "draining");
    expect((await ask(urlOf(lab))).body).toBe("other");
    expect(await client.send("still").until("echo still")).toContain("echo still");
    client.socket.destroy();
    await changed;
  });
});
