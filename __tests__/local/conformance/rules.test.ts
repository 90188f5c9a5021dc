import { startHttpTarget } from "../http/support/lab";
import { headsOf, labOf, rawAnswer } from "./connected-lab";

/** Says by which rule it was given. */
function answerOf(name: string): unknown {
  return {
    type: "fixed-response",
    fixed_response: { content_type: "text/plain", message_body: name, status_code: "200" },
  };
}

const otherwise = answerOf("default");

function rule(name: string, priority: number, ...condition: readonly unknown[]): object {
  return { priority, condition, action: [answerOf(name)] };
}

const path = (...values: string[]) => ({ path_pattern: { values } });
const host = (...values: string[]) => ({ host_header: { values } });
const header = (http_header_name: string, ...values: string[]) => ({
  http_header: { http_header_name, values },
});
const query = (...pairs: { key?: string; value: string }[]) => ({ query_string: pairs });

interface Asked {
  readonly path?: string;
  readonly host?: string;
  readonly method?: string;
  readonly headers?: string;
}

/** The rule that answered a request, which is sent byte for byte. */
async function ruleFor(lab: Awaited<ReturnType<typeof labOf>>, asked: Asked): Promise<string> {
  const { path: target = "/", host: name = "a.example", method = "GET", headers = "" } = asked;
  const answer = await rawAnswer(lab, `${method} ${target} HTTP/1.1\r\nHost: ${name}\r\n${headers}\r\n`);
  return answer.slice(answer.indexOf("\r\n\r\n") + 4);
}

describe("rules", () => {
  it("are tried by their priority, the default last, and the first that holds answers [R3, R4, R5]", async () => {
    const rules = {
      last: rule("last", 50_000, path("/*")),
      second: rule("second", 200, path("/a/*")),
      first: rule("first", 3, path("/a/b")),
      third: rule("third", 201, path("/a/*")),
    };
    const lab = await labOf({}, { rules, defaultAction: otherwise });
    const answers = await Promise.all(["/a/b", "/a/c", "/c"].map((target) => ruleFor(lab, { path: target })));
    expect(answers).toEqual(["first", "second", "last"]);
    const shown = lab.snapshot().loadBalancers[0]?.listeners[0]?.rules.map(({ priority }) => priority);
    expect(shown).toEqual(["3", "200", "201", "50000", "default"]);
  });

  it("without a match leave the request to the default action [R3]", async () => {
    const lab = await labOf({}, { rules: { a: rule("a", 1, path("/a")) }, defaultAction: otherwise });
    expect(await ruleFor(lab, { path: "/b" })).toBe("default");
  });

  it("hold when every condition does, by any of its values [R6]", async () => {
    const both = rule("both", 1, path("/a", "/b"), header("X-One", "1"), header("X-Two", "2"));
    const lab = await labOf({}, { rules: { both }, defaultAction: otherwise });
    const headers = "X-One: 1\r\nX-Two: 2\r\n";
    expect(await ruleFor(lab, { path: "/a", headers })).toBe("both");
    expect(await ruleFor(lab, { path: "/b", headers })).toBe("both");
    expect(await ruleFor(lab, { path: "/a", headers: "X-One: 1\r\n" })).toBe("default");
    expect(await ruleFor(lab, { path: "/c", headers })).toBe("default");
  });
});

const any = [{ key: "v", value: "1" }, { value: "Beta*" }];

describe("a condition", () => {
  it.each<[string, object, readonly Asked[], readonly Asked[]]>([
    [
      "with * stands for any characters, also / and ., and ? for exactly one [R10, R11, R12]",
      path("/img/*/p?c"),
      [{ path: "/img/a/pic" }, { path: "/img/a/b.c/d/pic" }, { path: "/img//pac" }],
      [{ path: "/img/pic" }, { path: "/img/a/pc" }, { path: "/img/a/pics" }, { path: "/x/img/a/pic" }],
    ],
    [
      "on the host matches the whole name, in any case and on any port [R11, R20, R27]",
      host("*.shop.example"),
      [{ host: "www.shop.example" }, { host: "WWW.Shop.EXAMPLE" }, { host: "a.b.shop.example:8080" }],
      [{ host: "shop.example" }, { host: "www.shop.example.org" }],
    ],
    [
      "on the path looks at case, and never at the query [R21]",
      path("/Cart"),
      [{ path: "/Cart" }, { path: "/Cart?a=/b" }],
      [{ path: "/cart" }, { path: "/x?/Cart" }],
    ],
    [
      "on a header looks at case neither in the name nor in the value, and at every line [R22]",
      header("X-Stage", "beta*"),
      [{ headers: "x-stage: BETA-2\r\n" }, { headers: "X-Stage: alpha\r\nX-STAGE: beta\r\n" }],
      [{ headers: "X-Stage: a beta\r\n" }, { headers: "X-Stages: beta\r\n" }, {}],
    ],
    [
      "on the method matches it exactly, a custom one as well [R23]",
      { http_request_method: { values: ["PURGE", "POST"] } },
      [{ method: "PURGE" }, { method: "POST", headers: "Content-Length: 0\r\n" }],
      [{ method: "purge" }, { method: "GET" }, { method: "POSTS" }],
    ],
    [
      "on the query matches one pair or a value under any key, in any case [R24, R30]",
      query(...any),
      [{ path: "/?V=1" }, { path: "/?a=2&v=1" }, { path: "/?x=beta-9" }],
      [{ path: "/?v=2" }, { path: "/?w=1" }, { path: "/v=1" }, { path: "/?betas" }],
    ],
    [
      "on the source looks at the connection, not at X-Forwarded-For [R25]",
      { source_ip: { values: ["127.0.0.0/8", "10.9.0.0/16"] } },
      [{}, { headers: "X-Forwarded-For: 192.0.2.1\r\n" }],
      [],
    ],
    [
      "on a source elsewhere does not believe X-Forwarded-For [R25]",
      { source_ip: { values: ["192.0.2.0/24"] } },
      [],
      [{}, { headers: "X-Forwarded-For: 192.0.2.1\r\n" }],
    ],
  ])("%s", async (_, condition, matching, others) => {
    const lab = await labOf({}, { rules: { rule: rule("rule", 1, condition) }, defaultAction: otherwise });
    for (const asked of matching) expect([asked, await ruleFor(lab, asked)]).toEqual([asked, "rule"]);
    for (const asked of others) expect([asked, await ruleFor(lab, asked)]).toEqual([asked, "default"]);
  });

  it("sees the first of several Host headers, where these are preserved [R26, P10]", async () => {
    const lab = await labOf(
      {},
      {
        rules: { first: rule("first", 1, host("one.example")) },
        defaultAction: otherwise,
        loadBalancer: { preserve_host_header: true },
      },
    );
    expect(await ruleFor(lab, { host: "one.example", headers: "Host: two.example\r\n" })).toBe("first");
    expect(await ruleFor(lab, { host: "two.example", headers: "Host: one.example\r\n" })).toBe("default");
  });

  it("does not change the path that the target gets [R28]", async () => {
    const target = await startHttpTarget();
    const rules = {
      api: {
        priority: 1,
        condition: [path("/api/*")],
        action: [{ type: "forward", target_group_arn: "${aws_lb_target_group.web.arn}" }],
      },
    };
    const lab = await labOf({ one: target }, { rules, defaultAction: otherwise });
    await rawAnswer(lab, "GET /api/v1/..//x%2Fy?a=%20b HTTP/1.1\r\nHost: a\r\n\r\n");
    expect(headsOf(target)[0]).toMatch(/^GET \/api\/v1\/\.\.\/\/x%2Fy\?a=%20b\n/);
  });
});
