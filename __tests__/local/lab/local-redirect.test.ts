import { request as requestHttps } from "node:https";
import { ask, runLab, urlOf } from "./run-lab";

const redirected = {
  groups: { web: { servers: [{ name: "Server-1" }] } },
  defaultAction: { type: "redirect", redirect: { protocol: "HTTPS", port: "443", status_code: "HTTP_301" } },
  more: {
    aws_lb_listener: {
      http: {
        load_balancer_arn: "${aws_lb.alb.arn}",
        port: 80,
        protocol: "HTTP",
        default_action: [
          { type: "redirect", redirect: { protocol: "HTTPS", port: "443", status_code: "HTTP_301" } },
        ],
      },
      https: {
        load_balancer_arn: "${aws_lb.alb.arn}",
        port: 443,
        protocol: "HTTPS",
        certificate_arn: "arn:aws:acm:eu-central-1:123456789012:certificate/a",
        default_action: [{ type: "forward", target_group_arn: "${aws_lb_target_group.web.arn}" }],
      },
    },
  },
};

describe("a redirect from 80 to 443", () => {
  it("leads a client that came to a local port to the local port of 443, and there a server answers", async () => {
    const lab = await runLab(redirected);
    const moved = await ask(`${urlOf(lab)}?a=1`);
    const location = String(moved.headers.location);
    const https = lab.snapshot().loadBalancers[0]?.listeners.find(({ protocol }) => protocol === "HTTPS");
    expect(location).toBe(`${https?.url}?a=1`);
    const status = await new Promise((settle) =>
      requestHttps(location, { rejectUnauthorized: false, agent: false }, (response) => {
        response.resume();
        settle(response.statusCode);
      }).end(),
    );
    expect(status).toBe(200);
  });

  it("says 443 to a client that asks by the declared name, as AWS does [R60]", async () => {
    const lab = await runLab(redirected);
    const { headers } = await ask(urlOf(lab), { headers: { host: "shop.example.com" } });
    expect(headers.location).toBe("https://shop.example.com:443/");
  });
});
