import { header, headers, holds, host, method, path, query, source } from "./samples";

describe("host-header", () => {
  it("matches whole host names in any case [R20]", () => {
    expect(holds(host("WWW.Example.com"), { host: "www.example.com" })).toBe(true);
    expect(holds(host("*.example.com"), { host: "A.EXAMPLE.com" })).toBe(true);
    expect(holds(host("example.com"), { host: "www.example.com" })).toBe(false);
    expect(holds(host("*.example.com"), { host: "example.com" })).toBe(false);
  });

  it("matches a name with a dot at its end [P-34]", () => {
    expect(holds(host("www.example.com"), { host: "www.example.com." })).toBe(true);
    expect(holds(host("*.com"), { host: "www.example.com." })).toBe(true);
    expect(holds(host("www.example.com"), { host: "www.example.com.." })).toBe(false);
  });
});

describe("path-pattern", () => {
  it("matches the path in its own case, never the query [R21]", () => {
    expect(holds(path("/Img/*"), { path: "/Img/a" })).toBe(true);
    expect(holds(path("/Img/*"), { path: "/img/a" })).toBe(false);
    expect(holds(path("/a"), { path: "/a", query: "b=1" })).toBe(true);
    expect(holds(path("*b=1"), { path: "/a", query: "b=1" })).toBe(false);
  });

  it("compares the path as sent, which AWS leaves open [R29]", () => {
    expect(holds(path("/a/b"), { path: "/a/./b" })).toBe(false);
    expect(holds(path("/a b"), { path: "/a%20b" })).toBe(false);
    expect(holds(path("/a/b"), { path: "/a//b" })).toBe(false);
  });

  it("may name a gRPC package, service or method [R31]", () => {
    const call = { path: "/shop.v1.Orders/Create", method: "POST" };
    for (const pattern of ["/shop*", "/shop.v1.Orders/*", "/shop.v1.Orders/Create"])
      expect(holds(path(pattern), call)).toBe(true);
  });
});

describe("http-header", () => {
  it("matches name and value in any case, with wildcards in the value [R22, R10]", () => {
    const sent = headers({ "user-agent": ["Mozilla/5.0 Chrome/120"] });
    expect(holds(header("User-Agent", "*chrome*"), sent)).toBe(true);
    expect(holds(header("user-agent", "CHROME"), sent)).toBe(false);
    expect(holds(header("user-*", "*"), sent)).toBe(false);
  });

  it("tries the instances of a repeated header until one matches [R22]", () => {
    const sent = headers({ "x-tenant": ["a", "b"] });
    expect(holds(header("X-Tenant", "b"), sent)).toBe(true);
    expect(holds(header("X-Tenant", "a, b"), sent)).toBe(false);
  });

  it("does not hold without the header, not even for a star", () => {
    expect(holds(header("X-Tenant", "*"), {})).toBe(false);
    expect(holds(header("X-Tenant", "*"), headers({ "x-tenant": [""] }))).toBe(true);
  });

  it("demands two values of one header when two conditions do [R6]", () => {
    const both = [header("Accept", "*json*"), header("Accept", "*v2*")];
    expect(holds(both, headers({ accept: ["application/json; v2"] }))).toBe(true);
    expect(holds(both, headers({ accept: ["application/json"] }))).toBe(false);
  });

  it.each(["Host", "__proto__", "constructor", ""])("named %p is compared like any other", (name) => {
    expect(holds(header(name, "x"), headers({}))).toBe(false);
  });

  it("looks past control characters [R13]", () => {
    expect(holds(header("X", "ab"), headers({ x: ["a\u0001\tb\u007f"] }))).toBe(true);
    expect(holds(path("/ab"), { path: "/a\u001fb" })).toBe(true);
    expect(holds(query("k=v"), { query: "k\u0000=v" })).toBe(true);
  });
});

describe("http-request-method", () => {
  it("is exact, in its own case, custom methods included [R23, R10]", () => {
    expect(holds(method("GET", "PURGE"), { method: "PURGE" })).toBe(true);
    expect(holds(method("get"), { method: "GET" })).toBe(false);
    expect(holds(method("*"), { method: "GET" })).toBe(false);
  });
});

describe("query-string", () => {
  it("matches a pair in any case, wherever it stands; one is enough [R24]", () => {
    expect(holds(query("Version=V1"), { query: "q=1&version=v1" })).toBe(true);
    expect(holds(query("version=v1", "version=v2"), { query: "version=v2" })).toBe(true);
    expect(holds(query("version=v1"), { query: "version=v11" })).toBe(false);
    expect(holds(query("version=v1"), { query: "xversion=v1" })).toBe(false);
  });

  it("matches a value without a key under any key [R24]", () => {
    expect(holds(query("blue"), { query: "colour=BLUE" })).toBe(true);
    expect(holds(query("blue"), { query: "blue=colour" })).toBe(false);
    expect(holds(query("blue"), { query: "blue" })).toBe(false);
    expect(holds({ kind: "query-string", pairs: [{ key: "", value: "blue" }] }, { query: "a=blue" })).toBe(
      true,
    );
  });

  it("has wildcards in key and value, and escapes for the characters themselves [R24, R10]", () => {
    expect(holds(query("utm_*=?"), { query: "utm_source=x" })).toBe(true);
    expect(holds(query("q=\\*"), { query: "q=*" })).toBe(true);
    expect(holds(query("q=\\*"), { query: "q=x" })).toBe(false);
    expect(holds(query("q=what\\?"), { query: "q=what?" })).toBe(true);
  });

  it("reads fields between ampersands up to a number sign [R30]", () => {
    expect(holds(query("a=b=c"), { query: "a=b=c" })).toBe(true);
    expect(holds(query("a=1"), { query: "b=2#&a=1" })).toBe(false);
    expect(holds(query("*"), { query: "" })).toBe(false);
    expect(holds(query("a="), { query: "&&a&" })).toBe(true);
  });

  it("compares values as sent, which AWS leaves open [R30]", () => {
    expect(holds(query("q=a b"), { query: "q=a%20b" })).toBe(false);
    expect(holds(query("q=a%20b"), { query: "q=a%20b" })).toBe(true);
  });
});

describe("source-ip", () => {
  it("looks at the peer of the connection, not at X-Forwarded-For [R25]", () => {
    const forwarded = headers({ "x-forwarded-for": ["10.0.0.1"] });
    expect(holds(source("10.0.0.0/8"), { ...forwarded, sourceIp: "192.0.2.1" })).toBe(false);
    expect(holds(source("10.0.0.0/8"), { sourceIp: "10.255.0.1" })).toBe(true);
    expect(holds(source("10.0.0.0/8", "2001:db8::/32"), { sourceIp: "2001:db8::7" })).toBe(true);
  });
});

describe("the values and conditions of a rule", () => {
  it("hold if any value of every condition matches [R6]", () => {
    const both = [host("a.example.com", "b.example.com"), path("/x", "/y")];
    expect(holds(both, { host: "b.example.com", path: "/x" })).toBe(true);
    expect(holds(both, { host: "b.example.com", path: "/z" })).toBe(false);
    expect(holds(both, { host: "c.example.com", path: "/x" })).toBe(false);
  });
});
