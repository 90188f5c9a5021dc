import { startHttpTarget } from "../http/support/lab";
import { groupArn, labTopology } from "../lab/lab-config";
import { allHealthy, ask, askTimes, targetNamed, until, urlOf } from "../lab/run-lab";
import { headsOf, labOf, rawAnswer } from "./connected-lab";

function redirectTo(redirect: Readonly<Record<string, string>>): unknown {
  return { type: "redirect", redirect: { status_code: "HTTP_301", ...redirect } };
}

function get(target: string, headers = ""): string {
  return `GET ${target} HTTP/1.1\r\nHost: Shop.example\r\n${headers}\r\n`;
}

const undated = (answer: string) => answer.replace(/\r\nDate: [^\r]+ GMT\r\n/, "\r\n");

describe("a redirect", () => {
  it("to HTTPS spells the port, keeps path and query, and looks as captured from a real one [R55, R56, R57, R59, R60, R63, P-E1, P-E2]", async () => {
    const lab = await labOf({}, { defaultAction: redirectTo({ protocol: "HTTPS", port: "443" }) });
    const page = "301 Moved Permanently";
    expect(undated(await rawAnswer(lab, get("/cart?item=1&item=2")))).toBe(
      [
        "HTTP/1.1 301 Moved Permanently",
        "Server: awselb/2.0",
        "Content-Type: text/html",
        "Location: https://shop.example:443/cart?item=1&item=2",
        "Content-Length: 134",
        "Connection: keep-alive",
        "",
        "<html>",
        `<head><title>${page}</title></head>`,
        "<body>",
        `<center><h1>${page}</h1></center>`,
        "</body>",
        "</html>",
        "",
      ].join("\r\n"),
    );
  });

  it("without a query has no question mark at its end [R61]", async () => {
    const lab = await labOf({}, { defaultAction: redirectTo({ protocol: "HTTPS", port: "443" }) });
    expect(await rawAnswer(lab, get("/cart"))).toContain("\r\nLocation: https://shop.example:443/cart\r\n");
  });

  it("for the time being is a 302 with two phrases, and fills every placeholder in [R55, R56, R57, R60, R63, P-E2, P-E3]", async () => {
    const lab = await labOf(
      {},
      {
        defaultAction: redirectTo({
          status_code: "HTTP_302",
          host: "www.#{host}",
          path: "/new/#{path}",
          query: "from=#{protocol}-#{port}&#{query}",
        }),
      },
    );
    const answer = await rawAnswer(lab, get("/a/b?c=d"));
    expect(answer).toMatch(/^HTTP\/1\.1 302 Moved Temporarily\r\n/);
    expect(answer).toContain("\r\nLocation: http://www.shop.example:80/new/a/b?from=http-80&c=d\r\n");
    expect(answer).toContain("\r\nContent-Length: 110\r\n");
    expect(answer).toContain("<title>302 Found</title>");
  });

  it("whose Location gets longer than 8 KB is refused with 507 [R62, E507]", async () => {
    const lab = await labOf({}, { defaultAction: redirectTo({ path: "/#{path}/#{path}", query: "" }) });
    expect(await rawAnswer(lab, get(`/${"a".repeat(4000)}`))).toMatch(/^HTTP\/1\.1 301 /);
    expect(await rawAnswer(lab, get(`/${"a".repeat(4200)}`))).toMatch(/^HTTP\/1\.1 507 /);
  });
});

describe("a fixed response", () => {
  it("has the status, type and body that the rule says [R65, R66]", async () => {
    const fixed_response = {
      content_type: "application/json",
      message_body: '{"ok":false}',
      status_code: "418",
    };
    const lab = await labOf({}, { defaultAction: { type: "fixed-response", fixed_response } });
    const { status, body, headers } = await ask(urlOf(lab));
    expect([status, body, headers["content-type"], headers["content-length"]]).toEqual([
      418,
      '{"ok":false}',
      "application/json",
      "12",
    ]);
  });
});

describe("forwarding", () => {
  const weighted = (weights: Readonly<Record<string, number>>) => ({
    type: "forward",
    forward: {
      target_group: Object.entries(weights).map(([group, weight]) => ({ arn: groupArn(group), weight })),
    },
  });
  const group = (...names: string[]) => ({ servers: names.map((name) => ({ name, foreign: true })) });

  it("does not fail over from an empty group: its share gets 503 [H80, R50, E503]", async () => {
    const target = await startHttpTarget();
    const groups = { full: group("one"), empty: group() };
    const lab = await labOf({ one: target }, { groups, defaultAction: weighted({ full: 0, empty: 1 }) });
    const statuses = (await askTimes(urlOf(lab), 5)).map(({ status }) => status);
    expect(statuses).toEqual([503, 503, 503, 503, 503]);
    expect(headsOf(target)).toEqual([]);
  });

  it("does not fail over from a group that is unhealthy: its targets get its share [H80, R46, R50]", async () => {
    const sick = await startHttpTarget((_request, response) => response.writeHead(500).end());
    const fine = await startHttpTarget();
    const groups = { web: group("sick"), other: group("fine") };
    const lab = await labOf({ sick, fine }, { groups, defaultAction: weighted({ web: 1, other: 0 }) });
    await until(lab, () => targetNamed(lab, "sick").health === "unhealthy");
    const statuses = (await askTimes(urlOf(lab), 3)).map(({ status }) => status);
    expect(statuses).toEqual([500, 500, 500]);
    expect(headsOf(fine)).toEqual([]);
  });

  it("sends several listeners and rules to one group, whose targets count once [R51]", async () => {
    const [one, two] = [await startHttpTarget(), await startHttpTarget()];
    const forward = { type: "forward", target_group_arn: groupArn("web") };
    const more = {
      aws_lb_listener: {
        http: {
          load_balancer_arn: "${aws_lb.alb.arn}",
          port: 80,
          protocol: "HTTP",
          default_action: [forward],
        },
        other: {
          load_balancer_arn: "${aws_lb.alb.arn}",
          port: 443,
          protocol: "HTTP",
          default_action: [forward],
        },
      },
    };
    const rules = {
      a: { priority: 1, condition: [{ path_pattern: { values: ["/a"] } }], action: [forward] },
    };
    const lab = await labOf({ one, two }, { more, rules });
    await allHealthy(lab);
    const urls = [urlOf(lab), `${urlOf(lab)}a`, urlOf(lab, 1), urlOf(lab, 1)];
    for (const url of urls) expect((await ask(url)).status).toBe(200);
    expect([headsOf(one).length, headsOf(two).length]).toEqual([2, 2]);
  });

  it("stays with the group of a client's cookie, and gives it the draw of weights without [R48]", async () => {
    const blue = await startHttpTarget((_request, response) => response.end("blue"));
    const green = await startHttpTarget((_request, response) => response.end("green"));
    const groups = { blue: group("blue"), green: group("green") };
    const sticky = (weights: Readonly<Record<string, number>>) => {
      const { type, forward } = weighted(weights);
      return { type, forward: { ...forward, stickiness: { enabled: true, duration: 60 } } };
    };
    const config = (weights: Readonly<Record<string, number>>) => ({
      groups,
      defaultAction: sticky(weights),
    });
    const lab = await labOf({ blue, green }, config({ blue: 1, green: 0 }));
    const first = await ask(urlOf(lab));
    const [plain = "", cors = ""] = first.headers["set-cookie"] ?? [];
    expect([first.body, plain.split("=")[0], cors.split("=")[0]]).toEqual([
      "blue",
      "AWSALBTG",
      "AWSALBTGCORS",
    ]);
    expect(cors).toMatch(/; SameSite=None$/);
    await lab.change(labTopology(config({ blue: 0, green: 1 })));
    expect((await ask(urlOf(lab))).body).toBe("green");
    const cookie = plain.split(";")[0] ?? "";
    expect((await ask(urlOf(lab), { headers: { cookie } })).body).toBe("blue");
  });
});
