import { examineRequest, type ReadRequest } from "../../../lab/alb";

type Lines = readonly (readonly [string, string])[];

const REWRITTEN = { preserveHostHeader: false };
const PRESERVED = { preserveHostHeader: true };

function request(lines: Lines, parts: Partial<ReadRequest> = {}): ReadRequest {
  return { method: "GET", target: "/", version: "1.1", headers: lines.flat(), ...parts };
}

const host = (value: string) => request([["Host", value]]);
const statusOf = (asked: ReadRequest, rules = REWRITTEN) => {
  const examined = examineRequest(asked, rules);
  return "status" in examined ? examined.status : undefined;
};
const destinationOf = (asked: ReadRequest, rules = REWRITTEN) => {
  const examined = examineRequest(asked, rules);
  if ("status" in examined) throw new Error(`refused with ${examined.status}`);
  return examined.destination;
};

describe("methods", () => {
  it.each(["TRACE", "CONNECT"])("%s is not allowed [E405, P22, P-36]", (method) => {
    expect(statusOf(request([["Host", "a"]], { method }))).toBe(405);
  });

  it.each(["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "GEET", "CUSTOM-METHOD", "trace"])(
    "%s is let through [P22, P-36]",
    (method) => {
      expect(statusOf(request([["Host", "a"]], { method }))).toBeUndefined();
    },
  );
});

describe("Host", () => {
  it.each([
    "",
    "a.example/path",
    "user@a.example",
    "a b.example",
    "a.example:98777",
    "a.example:80:80",
    "a.example:x",
    "a.example:-1",
    "[::1",
    "::1",
    "a\\b",
    "a#b",
    "a?b",
    'a"b',
    "a<b",
    "\u00e4.example",
  ])("%j is malformed [P-34, E400]", (value) => {
    expect(statusOf(host(value))).toBe(400);
  });

  it.each<[string, string]>([
    ["Shop.Example", "shop.example"],
    ["shop.example.", "shop.example"],
    ["shop.example:8080", "shop.example"],
    ["shop.example:65535", "shop.example"],
    ["shop.example:", "shop.example"],
    ["shop_1.example", "shop_1.example"],
    ["127.0.0.1", "127.0.0.1"],
    ["[::1]:8080", "[::1]"],
  ])("%s routes as %s [P-34]", (value, routed) => {
    expect(destinationOf(host(value)).host).toBe(routed);
  });

  it("HTTP/1.1 needs one [P11, E400]", () => {
    expect(statusOf(request([]))).toBe(400);
  });

  it("HTTP/1.0 does without [P11]", () => {
    const destination = destinationOf(request([], { version: "1.0" }));
    expect(destination.host).toBe("");
    expect(destination).not.toHaveProperty("authority");
  });

  it("two are malformed unless they are preserved [P10, P-34]", () => {
    const two = request([
      ["Host", "a.example"],
      ["host", "b.example"],
    ]);
    expect(statusOf(two)).toBe(400);
    expect(destinationOf(two, PRESERVED).host).toBe("a.example");
  });

  it("HTTP/2 may give it as :authority", () => {
    expect(destinationOf(request([[":authority", "a.example"]], { version: "2.0" })).host).toBe("a.example");
  });
});

describe("request targets", () => {
  const asked = (target: string, method = "GET") => request([["Host", "host.example"]], { target, method });

  it("an absolute target's host counts, not Host [P10, P-35, smuggling R29]", () => {
    expect(destinationOf(asked("http://Target.example:81/a?b=/c"))).toEqual({
      authority: { host: "Target.example", port: 81 },
      host: "target.example",
      path: "/a",
      query: "b=/c",
      target: "/a?b=/c",
    });
  });

  it.each<[string, string]>([
    ["http://a.example", "/"],
    ["HTTPS://a.example/", "/"],
    ["http://a.example?x", "/?x"],
  ])("%s asks for %s", (target, origin) => {
    expect(destinationOf(asked(target)).target).toBe(origin);
  });

  it.each([
    "http://",
    "http:///a",
    "http://u@a.example/",
    "ftp://a.example/",
    "a.example:443",
    "a",
    "?a",
    "http://a b/",
  ])("%s is malformed [P-34]", (target) => {
    expect(statusOf(asked(target))).toBe(400);
  });

  it("OPTIONS * is let through, GET * is not [P-37]", () => {
    expect(destinationOf(asked("*", "OPTIONS"))).toMatchObject({ path: "*", target: "*" });
    expect(statusOf(asked("*"))).toBe(400);
  });

  it.each(["/a/../b", "/a/%2e%2e/b", "/a%2fb", "//a", "/a\\b", "/a//b", "/%00"])(
    "the path of %s stays as it was sent [smuggling R32]",
    (target) => {
      expect(destinationOf(asked(target))).toMatchObject({ path: target, target });
    },
  );

  it("the query begins at the first question mark", () => {
    expect(destinationOf(asked("/a?b?c"))).toMatchObject({ path: "/a", query: "b?c", target: "/a?b?c" });
  });
});

describe("X-Forwarded-For", () => {
  const addresses = (count: number) =>
    Array.from({ length: count }, (_, index) => `10.0.0.${index}`).join(", ");
  const forwarded = (...values: string[]) =>
    request([["Host", "a"], ...values.map((value) => ["X-Forwarded-For", value] as const)]);

  it("30 addresses pass, 31 do not [E463, P-30]", () => {
    expect(statusOf(forwarded(addresses(30)))).toBeUndefined();
    expect(statusOf(forwarded(addresses(31)))).toBe(463);
  });

  it("they are counted over all lines [E463]", () => {
    expect(statusOf(forwarded(addresses(30), "10.0.1.1"))).toBe(463);
  });
});

describe("Expect", () => {
  const expecting = (value: string) =>
    request([
      ["Host", "a"],
      ["Expect", value],
    ]);

  it("100-continue passes, anything else fails [P-40, smuggling R37]", () => {
    expect(statusOf(expecting("100-Continue"))).toBeUndefined();
    expect(statusOf(expecting("200-ok"))).toBe(417);
    expect(statusOf(expecting("100-continue, more"))).toBe(417);
  });
});
