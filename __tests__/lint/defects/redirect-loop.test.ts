import { redirectLoop } from "../../../lab/lint/defects/redirect-loop";
import { findIn, linesIn } from "../support/find";
import {
  addHttps,
  addRule,
  header,
  host,
  method,
  path,
  query,
  redirectTo,
  source,
  to,
} from "../support/routes";
import type { Shape } from "../support/shop";

const toHttps = { protocol: "HTTPS", port: "443" };
const toHttp = { protocol: "HTTP", port: "80" };

/** A redirect of its own in front of all other rules. */
const first =
  (parts: object, ...when: readonly object[]) =>
  (resource: Shape) =>
    addRule(resource, "first", { priority: 1, when, action: redirectTo(parts) });

/** HTTP goes to HTTPS, as it should, and a rule there does something else. */
const withHttps =
  (change: (resource: Shape) => void = () => {}) =>
  (resource: Shape) => {
    resource.aws_lb_listener_rule = {};
    resource.aws_lb_listener.http.default_action = redirectTo(toHttps);
    addHttps(resource, to("web"));
    change(resource);
  };

it("tells a redirect into its own path, and shows how it goes on [R58, R4]", () => {
  const [finding, ...others] = findIn(redirectLoop, first({ path: "/old/new" }, path("/old*")));
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ address: "aws_lb_listener_rule.first", severity: "error" });
  expect(finding?.message).toContain(
    '"http://www.example.com:80/old" -> "http://www.example.com:80/old/new" -> "http://www.example.com:80/old/new"',
  );
});

it("tells the rule of the HTTPS listener that leads back to HTTP [R4, R60]", () => {
  const back = withHttps((resource) =>
    addRule(resource, "back", {
      priority: 1,
      when: [path("/plain/*")],
      action: redirectTo(toHttp),
      listener: "https",
    }),
  );
  const lines = linesIn(redirectLoop, back);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(
    'aws_lb_listener_rule.back: a redirect must lead out of the redirects, got "http',
  );
});

describe("a redirect is a loop", () => {
  it.each([
    ["that grows", first({ path: "/a/#{path}" }, path("/a/*"))],
    ["that grows at its end", first({ path: "/#{path}/index.html" }, path("/a/*"))],
    [
      "to a path that its pattern has by a star",
      first({ path: "/a/home" }, path("/a/*"), method("GET", "HEAD")),
    ],
    [
      "for one browser, which stays the same",
      first({ path: "/m/#{path}" }, header("User-Agent", "*Mobile*")),
    ],
    [
      "that changes the host but not where it leads",
      first({ host: "A.example.com", path: "/b" }, host("a.example.com")),
    ],
    [
      "that sets the query that it looks for",
      first({ path: "/s", query: "v=1&w=2" }, path("/s"), query({ key: "v", value: "1" })),
    ],
    ["for some networks", first({ path: "/a/b" }, path("/a*"), source("10.0.0.0/8"))],
    ["with a status of 302", first({ path: "/a/b", status_code: "HTTP_302" }, path("/a*"))],
  ])("%s", (_, change) => {
    expect(findIn(redirectLoop, change)).toMatchObject([{ severity: "error" }]);
  });
});

it("follows paths that grow by way of several rules [R57]", () => {
  const change = (resource: Shape) => {
    addRule(resource, "a", { priority: 1, when: [path("/a/*")], action: redirectTo({ path: "/b/#{path}" }) });
    addRule(resource, "b", {
      priority: 2,
      when: [path("/b/a/*")],
      action: redirectTo({ path: "/a/x/#{path}" }),
    });
  };
  expect(linesIn(redirectLoop, change)).toEqual([
    expect.stringContaining(
      '"http://www.example.com:80/a/" -> "http://www.example.com:80/b/a/" -> "http://www.example.com:80/a/x/b/a/"',
    ),
  ]);
});

describe("a redirect leads out", () => {
  it.each([
    ["to another path", first({ path: "/new/#{path}" }, path("/old/*"))],
    ["to its own path without what the pattern wants [R11]", first({ path: "/a" }, path("/a/*"))],
    ["by upper and lower case [R21]", first({ path: "/A/b" }, path("/a/*"))],
    ["from HTTP to HTTPS", withHttps()],
    ["to a port that nobody listens on", first({ port: "8443", protocol: "HTTPS" }, path("/*"))],
    ["by the protocol that does not fit the port", withHttps(first({ ...toHttp, port: "443" }, path("/a")))],
    [
      "by dropping the query that it looks for",
      first({ path: "/s", query: "" }, path("/s"), query({ key: "v", value: "1" })),
    ],
    ["to another host", first({ host: "other.example.com" }, host("a.example.com"))],
    ["for POST, which becomes GET", first({ path: "/a/b" }, path("/a/*"), method("POST"))],
    [
      "where an earlier rule takes the target",
      (resource: Shape) => {
        addRule(resource, "target", { priority: 1, when: [path("/a/home")] });
        addRule(resource, "late", {
          priority: 2,
          when: [path("/a/*")],
          action: redirectTo({ path: "/a/home" }),
        });
      },
    ],
    [
      "by way of another redirect, which puts its part in front",
      (resource: Shape) => {
        addRule(resource, "a", {
          priority: 1,
          when: [path("/a/*")],
          action: redirectTo({ path: "/b/#{path}" }),
        });
        addRule(resource, "b", {
          priority: 2,
          when: [path("/b/*")],
          action: redirectTo({ path: "/c/#{path}" }),
        });
      },
    ],
    [
      "after a sign-in [R41]",
      (resource: Shape) => {
        const signIn = {
          type: "authenticate-cognito",
          authenticate_cognito: { user_pool_arn: "a", user_pool_client_id: "b", user_pool_domain: "c" },
        };
        addRule(resource, "in", {
          priority: 1,
          when: [path("/a*")],
          action: [signIn, ...redirectTo({ path: "/a/b" })],
        });
      },
    ],
  ])("%s", (_, change) => {
    expect(findIn(redirectLoop, change)).toEqual([]);
  });
});

it("leaves a redirect that changes nothing to another defect [R58]", () => {
  expect(findIn(redirectLoop, first({}, path("/a")))).toEqual([]);
  expect(findIn(redirectLoop, first({ port: "80", query: "a=b" }, path("/a")))).toEqual([]);
});

describe("hosts", () => {
  const hostRules =
    (...pairs: readonly (readonly [from: string, to: string])[]) =>
    (resource: Shape) => {
      for (const [index, [from, target]] of pairs.entries())
        addRule(resource, `h${index}`, {
          priority: index + 1,
          when: [host(from)],
          action: redirectTo({ host: target }),
        });
    };

  it("finds two hosts that lead to each other, once", () => {
    const change = hostRules(["example.com", "www.example.com"], ["www.example.com", "example.com"]);
    expect(findIn(redirectLoop, change)).toMatchObject([{ severity: "error" }]);
    expect(findIn(redirectLoop, hostRules(["example.com", "www.example.com"]))).toEqual([]);
  });

  it("only warns where a pattern says that a host comes here, as DNS may say otherwise", () => {
    const wildcard = hostRules(["*.example.com", "www.example.com"]);
    expect(findIn(redirectLoop, wildcard)).toMatchObject([{ severity: "warning" }]);
    const withRecord = (resource: Shape) => {
      wildcard(resource);
      const alias = {
        name: "${aws_lb.shop.dns_name}",
        zone_id: "${aws_lb.shop.zone_id}",
        evaluate_target_health: true,
      };
      resource.aws_route53_record = { www: { zone_id: "Z1", name: "www.example.com", type: "A", alias } };
    };
    expect(findIn(redirectLoop, withRecord)).toMatchObject([{ severity: "error" }]);
  });

  it("takes a host that nothing here speaks of for one that is served elsewhere", () => {
    const parked = (resource: Shape) => {
      resource.aws_lb_listener.http.default_action = redirectTo({ host: "www.example.com" });
    };
    expect(findIn(redirectLoop, parked)).toEqual([]);
  });
});

it("does not trust that a header that a proxy may set comes again", () => {
  const forwarded = first({ path: "/a/b" }, path("/a*"), header("X-Forwarded-Proto", "http"));
  expect(findIn(redirectLoop, forwarded)).toEqual([]);
  const behindProxy = (resource: Shape) => {
    addRule(resource, "known", { priority: 1, when: [path("/a/b"), header("X-Secret", "s")] });
    addRule(resource, "rest", { priority: 2, when: [path("/a*")], action: redirectTo({ path: "/a/b" }) });
  };
  expect(findIn(redirectLoop, behindProxy)).toEqual([]);
});

it("concludes nothing from what is not known", () => {
  const loop = { path: "/a/b" };
  expect(findIn(redirectLoop, first({ path: "${var.path}" }, path("/a*")))).toEqual([]);
  expect(findIn(redirectLoop, first({ ...loop, host: "${var.host}" }, path("/a*")))).toEqual([]);
  expect(findIn(redirectLoop, first(loop, path("${var.path}")))).toEqual([]);
  const earlier = (rule: object) => (resource: Shape) => {
    addRule(resource, "early", { priority: 1, when: [path("/a/b")], ...rule });
    addRule(resource, "rest", { priority: 2, when: [path("/a*")], action: redirectTo(loop) });
  };
  expect(findIn(redirectLoop, earlier({ priority: 3 }))).toHaveLength(1);
  expect(findIn(redirectLoop, earlier({ priority: "${var.priority}" }))).toEqual([]);
  expect(findIn(redirectLoop, earlier({ when: "${var.conditions}" }))).toEqual([]);
});

it("says nothing when a rule may belong to any listener", () => {
  const change = (resource: Shape) => {
    first({ path: "/a/b" }, path("/a*"))(resource);
    resource.aws_lb_listener_rule.api.listener_arn = "${var.listener_arn}";
  };
  expect(findIn(redirectLoop, change)).toEqual([]);
});
