import "../../lab/testing";
import { type Shape, shop } from "../lint/support/shop";
import { labStack } from "./support/lab-stack";
import { messageOf } from "./support/message-of";

const request = "GET http://shop.example.com/api/users?page=2";

function answering(action: object): Shape {
  const json = shop();
  json.resource.aws_lb_listener_rule.api.action = [action];
  return json;
}

const toHttps = { type: "redirect", redirect: { protocol: "HTTPS", port: "443", status_code: "HTTP_301" } };
const gone = {
  type: "fixed-response",
  fixed_response: { status_code: "404", content_type: "text/plain", message_body: "nobody is here" },
};

describe("toRoute(...).to a redirect", () => {
  const location = "https://shop.example.com/api/users?page=2";

  it("passes with and without the port that a load balancer writes", () => {
    const json = answering(toHttps);
    expect(json).toRoute(request).to({ redirect: location });
    expect(json)
      .toRoute(request)
      .to({ redirect: location.replace(".com", ".com:443"), status: 301 });
    expect(json).not.toRoute(request).to({ redirect: location, status: 302 });
    expect(json)
      .not.toRoute(request)
      .to({ redirect: location.replace("https", "http") });
    expect(json).not.toRoute(request).to({ status: 301 });
  });

  it("says where the client is sent instead", () => {
    expect(
      messageOf(() =>
        expect(answering(toHttps))
          .toRoute(request)
          .to({ redirect: "https://shop.example.com/", status: 302 }),
      ),
    ).toBe(
      [
        `expected ${request} to be redirected to https://shop.example.com/ (302)`,
        "aws_lb_listener_rule.api (priority 10) redirects it to https://shop.example.com:443/api/users?page=2 (301)",
      ].join("\n"),
    );
  });

  it("holds for prod, which takes HTTP only to send it to HTTPS", () => {
    expect(labStack("prod"))
      .toRoute("GET http://lab.example.com/api?a=b")
      .to({ redirect: "https://lab.example.com/api?a=b", status: 301 });
  });
});

describe("toRoute(...).to an answer of the load balancer", () => {
  it("passes where status, body and content type are so", () => {
    const json = answering(gone);
    expect(json).toRoute(request).to({ status: 404 });
    expect(json).toRoute(request).to({ status: 404, body: "nobody is here", contentType: "text/plain" });
    expect(json)
      .toRoute(request)
      .to({ status: 404, body: /nobody/ });
    expect(json).not.toRoute(request).to({ status: 404, body: "nobody" });
    expect(json).not.toRoute(request).to({ status: 404, contentType: "text/html" });
    expect(json).not.toRoute(request).to("api");
  });

  it("says what is answered instead", () => {
    expect(messageOf(() => expect(answering(gone)).toRoute(request).to({ status: 410, body: "gone" }))).toBe(
      [
        `expected ${request} to be answered 410 "gone"`,
        'aws_lb_listener_rule.api (priority 10) answers 404 "nobody is here"',
      ].join("\n"),
    );
  });
});

describe("a slip in an assertion about a route", () => {
  it.each<[slip: string, assertions: () => unknown, message: string]>([
    [
      "a group that is not there",
      () => expect(shop()).not.toRoute(request).to("apo"),
      'no target group is called "apo"; there are api and web',
    ],
    [
      "a word that there is not",
      () =>
        expect(shop())
          .not.toRoute(request)
          .to({ status: 404, text: "x" } as never),
      'to: must be made of status, body or contentType, got "text"',
    ],
    [
      "a status that is a text",
      () =>
        expect(shop())
          .not.toRoute(request)
          .to({ status: "404" } as never),
      'to: status must be a number, got "404"',
    ],
    [
      "nothing at all",
      () =>
        expect(shop())
          .not.toRoute(request)
          .to(undefined as never),
      "to: must be a target group, a redirect or an answer, got undefined",
    ],
    [
      "no groups",
      () => expect(shop()).not.toRoute(request).to({ shares: {} }),
      "to: must name a target group, got none",
    ],
    [
      "an option that there is not",
      () =>
        expect(shop())
          .not.toRoute(request, { header: {} } as never)
          .to("api"),
      'toRoute: must be made of sourceIp, headers, loadBalancer or stack, got "header"',
    ],
    [
      "no address",
      () => expect(shop()).not.toRoute(request, { sourceIp: "10.0.0.0/8" }).to("api"),
      'sourceIp: must be an IP address, such as 203.0.113.10, got "10.0.0.0/8"',
    ],
    [
      "no method",
      () => expect(shop()).not.toRoute("http://shop.example.com/api").to("api"),
      'toRoute: must be given a method and a URL, such as "GET http://shop.example.com/api", got "http://shop.example.com/api"',
    ],
    [
      "no URL",
      () => expect(shop()).not.toRoute("GET /api").to("api"),
      'toRoute: must be a whole URL, such as http://shop.example.com/api, got "/api"',
    ],
    [
      "two things after not",
      () => expect(shop()).not.toRoute(request).to("web").over({ listener: 443 }),
      "not.toRoute: must be followed by one of .to(...) and .over(...), got both; say each by itself",
    ],
  ])("fails, with not as well: %s", (_, assertions, message) => {
    expect(messageOf(assertions)).toBe(message);
  });
});
