import { headerOf, later, redirectTo, run } from "./samples";

const location = (parts: Parameters<typeof redirectTo>[0], facts = {}) =>
  headerOf(run(redirectTo(parts), facts), "Location");

describe("the Location of a redirect", () => {
  it("keeps the request's parts where none are given [R56]", () => {
    expect(location({})).toBe("http://example.com:80/a/b?q=1");
    expect(location({}, { protocol: "https", port: 8443 })).toBe("https://example.com:8443/a/b?q=1");
  });

  it("always spells the port, also the default one [R60]", () => {
    expect(location({ protocol: "HTTPS", port: "443" })).toBe("https://example.com:443/a/b?q=1");
    expect(location({ protocol: "HTTPS", port: "443" }, { path: "/", query: "" })).toBe(
      "https://example.com:443/",
    );
  });

  it("keeps the listener's port when only the protocol changes [R56]", () => {
    expect(location({ protocol: "HTTPS" })).toBe("https://example.com:80/a/b?q=1");
  });

  it("has no question mark before an empty query [R61]", () => {
    expect(location({}, { query: "" })).toBe("http://example.com:80/a/b");
    expect(location({ query: "" })).toBe("http://example.com:80/a/b");
  });

  it("fills placeholders where they may stand [R57]", () => {
    const parts = { host: "new.#{host}", path: "/#{host}/#{port}/#{path}" };
    expect(location({ ...parts, query: "from=#{protocol}:#{host}:#{port}/#{path}&#{query}" })).toBe(
      "http://new.example.com:80/example.com/80/a/b?from=http:example.com:80/a/b&q=1",
    );
  });

  it("takes the leading slash from #{path}, hence the idiom /#{path} [R57]", () => {
    expect(location({ path: "/v2/#{path}" })).toBe("http://example.com:80/v2/a/b?q=1");
    expect(location({ path: "/#{path}" }, { path: "/" })).toBe("http://example.com:80/?q=1");
    expect(location({ path: "/#{path}" }, { path: "//evil.example" })).toBe(
      "http://example.com:80//evil.example?q=1",
    );
  });

  it("leaves a placeholder as it is where it may not stand", () => {
    expect(location({ path: "/#{query}/#{nonsense}" })).toBe(
      "http://example.com:80/#{query}/#{nonsense}?q=1",
    );
  });

  it("does not fill what a placeholder brought in", () => {
    expect(location({}, { query: "#{host}" })).toBe("http://example.com:80/a/b?#{host}");
    expect(location({}, { path: "/$&$1" })).toBe("http://example.com:80/$&$1?q=1");
  });

  it("cannot be broken into another header", () => {
    expect(location({}, { path: "/a\r\nSet-Cookie: x=1" })).toBe(
      "http://example.com:80/a%0D%0ASet-Cookie:%20x=1?q=1",
    );
    expect(location({}, { path: "/caf\u00e9" })).toBe("http://example.com:80/caf%E9?q=1");
    expect(location({ path: "/日\ud800" })).toBe("http://example.com:80/%E6%97%A5%EF%BF%BD?q=1");
  });
});

describe("the answer of a redirect", () => {
  it("is a page of 134 bytes for 301 and of 110 for 302 [R63, P-E2]", () => {
    const moved = run(redirectTo({}));
    expect(moved).toMatchObject({
      status: 301,
      reason: "Moved Permanently",
      executed: ["redirect"],
      close: false,
    });
    expect(moved).toHaveProperty("body.length", 134);
    expect(run(redirectTo({ statusCode: 302 }))).toHaveProperty("body.length", 110);
  });

  it("says Moved Temporarily in the status line of a 302, and Found on its page [P-E3]", () => {
    const found = run(redirectTo({ statusCode: 302 }));
    expect(found).toMatchObject({ status: 302, reason: "Moved Temporarily" });
    expect(found).toHaveProperty("body", expect.stringContaining("<h1>302 Found</h1>"));
  });

  it("has the headers of every answer of the load balancer, then Location [P-E1, P-E7]", () => {
    const names = [
      "Server",
      "awselb/2.0",
      "Content-Type",
      "text/html",
      "Location",
      "http://example.com:80/a/b?q=1",
    ];
    expect(run(redirectTo({}))).toHaveProperty("headers", names);
    const lowerCase = names.map((text, index) => (index % 2 === 0 ? text.toLowerCase() : text));
    expect(run(redirectTo({}), {}, { version: "2.0" })).toHaveProperty("headers", lowerCase);
    expect(run(redirectTo({}), {}, { server: false })).toHaveProperty("headers", names.slice(2));
  });

  it("is 507 when its Location is longer than 8 KB [R62, E507]", () => {
    const rest = "http://example.com:80?q=1".length;
    expect(run(redirectTo({}), { path: `/${"x".repeat(8191 - rest)}` })).toMatchObject({ status: 301 });
    const tooLong = run(redirectTo({}), { path: `/${"x".repeat(8192 - rest)}` });
    expect(tooLong).toMatchObject({ status: 507, executed: ["redirect"] });
    expect(headerOf(tooLong, "Location")).toBeUndefined();
  });

  it("cannot be given while a part of it is not known", () => {
    expect(run(redirectTo({ host: later, port: later }))).toEqual({
      kind: "unknown",
      reason: "actions[0].host: known after apply, port: known after apply",
    });
  });
});
