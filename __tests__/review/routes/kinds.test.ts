import {
  addHttps,
  addRule,
  answer,
  header,
  host,
  method,
  path,
  redirectTo,
  source,
  to,
} from "../../lint/support/routes";
import type { Shape } from "../../lint/support/shop";
import { entrancesAfter, regionsAfter } from "./support/shop-routes";

const rules = (resource: Shape) => resource.aws_lb_listener_rule;
const http = (resource: Shape) => resource.aws_lb_listener.http;

describe("tells which requests", () => {
  it("go to another service when a rule forwards elsewhere", () => {
    const edit = (resource: Shape) => {
      rules(resource).api.action = to("web");
    };
    expect(regionsAfter(edit)).toEqual([
      "HTTP 80 of shop: moved: path /api or /api/*: forward to api -> forward to web (GET http://www.example.com/api)",
    ]);
  });

  it("go to another service when a rule is narrowed, without the values that stay", () => {
    const edit = (resource: Shape) => {
      rules(resource).api.condition = [path("/api/*")];
    };
    expect(regionsAfter(edit)).toEqual([
      "HTTP 80 of shop: moved: path /api: forward to api -> forward to web (GET http://www.example.com/api)",
    ]);
  });

  it("go to another service when two rules that overlap change places [R4]", () => {
    const first = (resource: Shape) => addRule(resource, "posts", { priority: 20, when: [method("POST")] });
    const edit = (resource: Shape) => {
      rules(resource).posts.priority = 5;
    };
    expect(regionsAfter(edit, first)).toEqual([
      "HTTP 80 of shop: moved: path /api or /api/* and method POST: forward to api -> forward to web (POST http://www.example.com/api)",
    ]);
  });

  it("are newly answered when a rule is added over a default that refuses, and what an earlier rule takes is excepted", () => {
    const first = (resource: Shape) => {
      http(resource).default_action = answer("404");
    };
    const edit = (resource: Shape) =>
      addRule(resource, "all", { priority: 20, when: [path("/a*"), host("*.example.com")] });
    expect(regionsAfter(edit, first)).toEqual([
      "HTTP 80 of shop: newly-answered: host *.example.com and path /a* except path /api or /api/*: " +
        "fixed response 404 -> forward to web (GET http://www.example.com/a)",
    ]);
  });

  it("are no longer answered when a rule is removed over a default that refuses", () => {
    const first = (resource: Shape) => {
      http(resource).default_action = answer("404");
    };
    const edit = (resource: Shape) => {
      delete rules(resource).api;
    };
    expect(regionsAfter(edit, first)).toEqual([
      "HTTP 80 of shop: no-longer-answered: path /api or /api/*: forward to api -> fixed response 404 (GET http://www.example.com/api)",
    ]);
  });

  it("are no longer answered when every group has weight 0 [R46]", () => {
    const edit = (resource: Shape) => {
      rules(resource).api.action = shares({ api: 0, web: 0 });
    };
    expect(regionsAfter(edit)).toEqual([
      "HTTP 80 of shop: no-longer-answered: path /api or /api/*: forward to api -> 503, as every group has weight 0 " +
        "(GET http://www.example.com/api)",
    ]);
  });

  it("are now redirected, with what the listener decides filled in", () => {
    const edit = (resource: Shape) => {
      http(resource).default_action = redirectTo({ protocol: "HTTPS", port: "443" });
    };
    expect(regionsAfter(edit)).toEqual([
      "HTTP 80 of shop: now-redirected: every request except path /api or /api/*: forward to web -> " +
        "301 to https://#{host}/#{path}?#{query} (GET http://www.example.com/)",
    ]);
  });

  it("get other shares of the same groups", () => {
    const first = (resource: Shape) => {
      rules(resource).api.action = shares({ api: 90, web: 10 });
    };
    const edit = (resource: Shape) => {
      rules(resource).api.action = shares({ api: 1, web: 1 });
    };
    expect(regionsAfter(edit, first)).toEqual([
      "HTTP 80 of shop: changed: path /api or /api/*: forward to api (90 %) and web (10 %) -> " +
        "forward to api (50 %) and web (50 %) (GET http://www.example.com/api)",
    ]);
  });

  it("have to sign in first, and which answers differ in their body alone", () => {
    const signIn = (resource: Shape) => {
      const [forward] = to("api");
      rules(resource).api.action = [
        { type: "authenticate-oidc", order: 1 },
        { ...forward, order: 2 },
      ];
    };
    const [signedIn] = regionsAfter(signIn);
    expect(signedIn).toContain(
      "changed: path /api or /api/*: forward to api -> authenticate-oidc, then forward to api",
    );
    const body = (text: string) => (resource: Shape) => {
      const fixed = { content_type: "text/plain", status_code: "200", message_body: text };
      http(resource).default_action = [{ type: "fixed-response", fixed_response: fixed }];
    };
    const [told] = regionsAfter(body("two"), body("one"));
    expect(told).toContain(
      'with the body "one" -> fixed response 200 of type text/plain with the body "two"',
    );
  });
});

it("an example has the headers, the source and the port that matter", () => {
  const first = (resource: Shape) => {
    http(resource).port = 8080;
  };
  const edit = (resource: Shape) =>
    addRule(resource, "beta", {
      priority: 1,
      when: [header("X-Beta", "on"), source("10.0.0.0/8")],
      action: to("api"),
    });
  const [entrance] = entrancesAfter(edit, first);
  expect(entrance?.regions.at(-1)?.example).toEqual({
    method: "GET",
    url: "http://www.example.com:8080/",
    headers: [{ name: "x-beta", value: "on" }],
    sourceIp: expect.stringMatching(/^10\./),
  });
});

it("a region names the rules that decide, and the default action by leaving them out", () => {
  const [entrance] = entrancesAfter((resource) => {
    delete rules(resource).api;
  });
  expect(entrance).toMatchObject({
    loadBalancer: "aws_lb.shop",
    at: "HTTP 80 of shop",
    listener: { before: "aws_lb_listener.http", after: "aws_lb_listener.http" },
    unsure: [],
  });
  expect(entrance?.regions.map((region) => region.rules)).toEqual([{ before: "aws_lb_listener_rule.api" }]);
});

describe("of a listener that is there on one side only", () => {
  it("all that was answered is told together when it goes", () => {
    const edit = (resource: Shape) => {
      delete resource.aws_lb_listener.https;
    };
    expect(regionsAfter(edit, (resource) => addHttps(resource, to("web")))).toEqual([
      "HTTPS 443 of shop: no-longer-answered: every request: forward to web -> nothing listens (GET https://www.example.com/)",
    ]);
  });

  it("what was refused is excepted, or what was answered named", () => {
    const refuses = (resource: Shape) =>
      addRule(resource, "no", { priority: 5, when: [path("/admin/*")], action: answer("403") });
    const gone = (resource: Shape) => {
      resource.aws_lb_listener = {};
      resource.aws_lb_listener_rule = {};
    };
    const [excepted] = regionsAfter(gone, refuses);
    expect(excepted).toContain(
      "every request except path /admin/*: forward to api; forward to web -> nothing listens",
    );
    const [named] = regionsAfter(gone, (resource) => {
      http(resource).default_action = answer("404");
    });
    expect(named).toContain("path /api or /api/*: forward to api -> nothing listens");
  });

  it("a port that changes its protocol answers nobody who speaks the old one", () => {
    const edit = (resource: Shape) => {
      http(resource).protocol = "HTTPS";
    };
    const kinds = entrancesAfter(edit).map(({ at, regions }) => [at, ...regions.map(({ kind }) => kind)]);
    expect(kinds).toEqual([
      ["HTTP 80 of shop", "no-longer-answered"],
      ["HTTPS 80 of shop", "newly-answered"],
    ]);
  });
});

function shares(weights: Readonly<Record<string, number>>) {
  const groups = Object.entries(weights).map(([group, weight]) => ({
    arn: `\${aws_lb_target_group.${group}.arn}`,
    weight,
  }));
  return [{ type: "forward", forward: [{ target_group: groups }] }];
}
