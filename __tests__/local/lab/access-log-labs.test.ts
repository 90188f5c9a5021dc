import type { Lab } from "../../../lab/local";
import { clientOf, labOf, portOf, rarelyChecked, rawAnswer } from "../conformance/connected-lab";
import { securityGroups } from "../conformance/security-groups";
import { startHttpTarget } from "../http/support/lab";
import { openTlsClient } from "../http/support/tls";
import { accessLog } from "./access-log";
import { journalServer } from "./journal-server";
import { failures, startLoad } from "./load";
import { allHealthy, runLab, targetNamed, until, urlOf } from "./run-lab";

const get = (lines = "", target = "/x") => `GET ${target} HTTP/1.1\r\nHost: a\r\n${lines}\r\n`;
const line = (target = "/x") => `"GET http://a:80${target} HTTP/1.1"`;
const nobody = new URL("http://127.0.0.1:1");

const foreign = (...names: string[]) => names.map((name) => ({ name, foreign: true }));

/** All of it that was written, quotes kept. */
async function logOf(lab: Lab, log: ReturnType<typeof accessLog>): Promise<string> {
  return (await log.lines(lab)).join("\n");
}

describe("one line is logged", () => {
  it("of a request that one target refused and another one answered, with the latter [P-66, P-03]", async () => {
    const target = await startHttpTarget();
    const log = accessLog();
    const targets = new Map([
      ["closed", nobody],
      ["open", new URL(`http://127.0.0.1:${target.endpoint.port}`)],
    ]);
    const groups = { web: { servers: foreign("closed", "open"), arguments: rarelyChecked } };
    const lab = await runLab({ groups }, { targets, accessLog: log.path });
    for (const method of ["GET", "POST"]) {
      const answer = await rawAnswer(lab, `${method} /x HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n`);
      expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    }
    expect(target.journal.filter((entry) => !entry.includes("health"))).toEqual(["GET /x", "POST /x"]);
    const lines = await log.lines(lab);
    expect(lines).toHaveLength(2);
    for (const one of lines) expect(one).toContain(` 127.0.0.1:${target.endpoint.port} 0.`);
  });

  it("of a request that all targets refused [P-66, P-03]", async () => {
    const log = accessLog();
    const groups = { web: { servers: foreign("one", "two"), arguments: rarelyChecked } };
    const targets = new Map([
      ["one", nobody],
      ["two", nobody],
    ]);
    const lab = await runLab({ groups }, { targets, accessLog: log.path });
    expect(await rawAnswer(lab, get())).toMatch(/^HTTP\/1\.1 502 /);
    expect(await log.verdicts(lab)).toEqual([`502 - -1 -1 -1 target ${line()} 0 forward - -`]);
  });

  it("of a request to a target that cannot be connected to [P-66, P-07]", async () => {
    const target = await startHttpTarget();
    const log = accessLog();
    const config = {
      group: rarelyChecked,
      more: securityGroups({ target: [] }),
      loadBalancer: { security_groups: ["${aws_security_group.alb.id}"] },
    };
    const options = { timeouts: { connectMs: 100 }, accessLog: log.path };
    const lab = await labOf({ one: target }, config, options);
    expect(await rawAnswer(lab, get())).toMatch(/^HTTP\/1\.1 504 /);
    expect(target.heads).toEqual([]);
    expect(await log.verdicts(lab)).toEqual([`504 - -1 -1 -1 target ${line()} 0 forward - -`]);
  });

  it("of a request to a group without targets [P-66, P-48]", async () => {
    const log = accessLog();
    const lab = await labOf({}, {}, { accessLog: log.path });
    expect(await rawAnswer(lab, get())).toMatch(/^HTTP\/1\.1 503 /);
    expect(await log.verdicts(lab)).toEqual([`503 - -1 -1 -1 - ${line()} 0 forward - -`]);
  });

  it("of a redirect and of a fixed response, with the rule [P-66]", async () => {
    const log = accessLog();
    const fixed = { content_type: "text/plain", status_code: "418", message_body: "tea" };
    const rule = (priority: number, path: string, action: object) => ({
      priority,
      condition: [{ path_pattern: { values: [path] } }],
      action: [action],
    });
    const rules = {
      moved: rule(7, "/old", { type: "redirect", redirect: { status_code: "HTTP_301", path: "/new" } }),
      tea: rule(8, "/tea", { type: "fixed-response", fixed_response: fixed }),
    };
    const lab = await labOf({}, { rules }, { accessLog: log.path });
    expect(await rawAnswer(lab, get("", "/old"))).toMatch(/^HTTP\/1\.1 301 /);
    expect(await rawAnswer(lab, get("", "/tea"))).toMatch(/^HTTP\/1\.1 418 /);
    const seen = await log.lines(lab);
    expect(seen[0]).toContain(" 7 ");
    expect(seen[0]).toContain('"redirect" "http://a:80/new"');
    expect(seen[1]).toMatch(/ 418 - .* 8 \S+ "fixed-response" /);
  });

  it("of a WebSocket, once it is closed [P-66, P-38]", async () => {
    const log = accessLog();
    const lab = await runLab(
      { groups: { web: { servers: [journalServer("one")] } } },
      { accessLog: log.path },
    );
    const client = await clientOf(lab);
    const handshake = get("Connection: Upgrade\r\nUpgrade: websocket\r\n");
    expect(await client.send(handshake).until("\r\n\r\n")).toMatch(/^HTTP\/1\.1 101 /);
    expect(lab.snapshot().requests).toEqual([]);
    client.socket.destroy();
    await until(lab, () => lab.snapshot().requests.length === 1);
    const lines = await log.lines(lab);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^ws .* 101 101 /);
  });

  it("of what is no TLS at an HTTPS listener, and of TLS with its version and cipher [P-66, P-64]", async () => {
    const log = accessLog();
    const certificate_arn = "arn:aws:acm:eu-central-1:123456789012:certificate/1";
    const listener = { port: 443, protocol: "HTTPS", certificate_arn };
    const lab = await labOf({}, { listener }, { accessLog: log.path });
    expect(await rawAnswer(lab, get())).toMatch(/^HTTP\/1\.1 400 /);
    const client = await openTlsClient(portOf(lab), { ALPNProtocols: ["http/1.1"], servername: "a.test" });
    await client.send(get()).answers(1);
    client.socket.destroy();
    const [plain, secure] = await log.lines(lab);
    expect(plain).toMatch(/^https .* - -1 -1 -1 400 - /);
    expect(secure).toMatch(/^https .* 503 - .*"-" ECDHE-\S+ TLSv1\.2 .* "a\.test" /);
  });

  it("of every request of a load in which a target is killed, with the status that its client saw [P-66, P-01]", async () => {
    const log = accessLog();
    const servers = ["Server-1", "Server-2"].map(journalServer);
    const lab = await runLab({ groups: { web: { servers } } }, { accessLog: log.path });
    await allHealthy(lab);
    const load = startLoad(urlOf(lab));
    await load.more(200);
    process.kill(targetNamed(lab, "Server-2").pid ?? 0, "SIGKILL");
    await load.more(200);
    const results = await load.stop();
    const logged = failures(
      (await log.verdicts(lab)).map((verdict) => ({
        status: Number(verdict.split(" ")[0]),
        body: "",
        startedAt: 0,
        endedAt: 0,
      })),
    );
    expect(logged).toEqual(failures(results));
    expect(await log.lines(lab)).toHaveLength(results.length);
  });
});

describe("whatever a request holds", () => {
  it.each([
    ["quotes and a backslash", 'say "hi" \\ there'],
    ["colours of a terminal", "%1b[31mred"],
    ["8-bit characters", "\xe4\xf6\xfc"],
    ["what looks like the end of a line of the log", '" "-" - -'],
  ])("%s in its user agent is escaped, and it is one line [P-67]", async (_, agent) => {
    const target = await startHttpTarget();
    const log = accessLog();
    const lab = await labOf({ one: target }, { group: rarelyChecked }, { accessLog: log.path });
    await rawAnswer(lab, get(`User-Agent: ${agent}\r\n`));
    const text = await logOf(lab, log);
    expect(text).not.toContain("\n");
    expect(text).toMatch(/^[\x20-\x7e]+$/);
  });

  it("control characters and line breaks never get as far as a field of the log [P-67]", async () => {
    const target = await startHttpTarget();
    const log = accessLog();
    const lab = await labOf({ one: target }, { group: rarelyChecked }, { accessLog: log.path });
    const hostile = [
      get("User-Agent: \x1b[2J\r\n"),
      get("User-Agent: a\rb\r\n"),
      get("User-Agent: a\nhttp 2018-07-02\r\n"),
      get("", "/\x1b[31m"),
      get("", '/"quoted"\\'),
      "\x1b[31m\r\n\r\n",
    ];
    for (const request of hostile) await rawAnswer(lab, request);
    const lines = await log.lines(lab);
    expect(lines).toHaveLength(hostile.length);
    for (const one of lines) expect(one).toMatch(/^http [\x20-\x7e]+$/);
  });

  it("names of prototypes in headers, query and path are text like any other [P-70]", async () => {
    const target = await startHttpTarget();
    const log = accessLog();
    const query = [{ query_string: [{ key: "constructor", value: "1" }] }];
    const rules = { odd: { priority: 1, condition: query, action: [forwardToWeb] } };
    const lab = await labOf({ one: target }, { group: rarelyChecked, rules }, { accessLog: log.path });
    const names = ["__proto__", "constructor", "hasOwnProperty", "toString"];
    const headers = names.map((name) => `${name}: 1\r\n`).join("");
    const asked = get(
      `${headers}Cookie: __proto__=1; constructor=2\r\n`,
      "/__proto__?constructor=1&__proto__=2",
    );
    expect(await rawAnswer(lab, asked)).toMatch(/^HTTP\/1\.1 200 /);
    const head = target.heads.find((one) => one.includes("/__proto__")) ?? "";
    for (const name of names) expect(head).toContain(`\n${name}: 1`);
    expect(({} as Record<string, unknown>).constructor).toBe(Object);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect((await log.verdicts(lab))[0]).toMatch(/^200 200 .* 1 forward - -$/);
  });
});

const forwardToWeb = { type: "forward", target_group_arn: "${aws_lb_target_group.web.arn}" };
