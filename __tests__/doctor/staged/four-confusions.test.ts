import { securityGroups } from "../../local/conformance/security-groups";
import { ask, askTimes, targetNamed, until, urlOf } from "../../local/lab/run-lab";
import { act, allAre, causesIn, examine, stage } from "../support/staged";

const two = [{ name: "Server-1" }, { name: "Server-2", zone: "eu-central-1b" }];

describe("the confusions of the lab", () => {
  it("a target group on port 80: nothing listens there, every request ends in 502 [U11]", async () => {
    const staged = await stage({
      groups: { web: { servers: two } },
      more: { aws_lb_target_group_attachment: attachments(80) },
    });
    await allAre(staged, "unhealthy");
    expect((await ask(urlOf(staged.lab))).status).toBe(502);
    const { diagnoses, targets } = examine(staged);
    expect(diagnoses[0]).toMatchObject({
      id: "port-not-served",
      certainty: "certain",
      cause: "requests go to port 80, and the server listens on 3000",
    });
    expect(diagnoses[0]?.about.map(({ name }) => name)).toEqual(["Server-1", "Server-2"]);
    expect(diagnoses[0]?.seen[0]).toContain("unhealthy, Target.FailedHealthChecks");
    expect(targets).toMatchObject({ total: 2, healthy: 0, explained: 2 });
  });

  it("a server without the health path: 404 [U1]", async () => {
    const staged = await stage({
      groups: { web: { servers: two.map((server) => ({ ...server, healthPath: "/ready" })) } },
    });
    await allAre(staged, "unhealthy");
    expect(causesIn(staged)).toEqual(["health-path-not-found"]);
    expect(examine(staged).diagnoses[0]?.fix).toBe(
      "set health_check path of aws_lb_target_group.web to /ready",
    );
  });

  it("a load balancer whose security group admits no HTTP: nobody gets in [U31]", async () => {
    const staged = await stage({
      groups: { web: { servers: [{ name: "one", foreign: true }] } },
      more: securityGroups({ clients: [] }),
      loadBalancer: { security_groups: ["${aws_security_group.alb.id}"] },
    });
    await allAre(staged, "healthy");
    expect(staged.lab.snapshot().loadBalancers[0]?.listeners[0]?.url).toBeUndefined();
    expect(causesIn(staged)).toEqual(["listener-port-closed"]);
  });

  it("two servers that do not alternate: one of them is not healthy", async () => {
    const staged = await stage({ groups: { web: { servers: two } } });
    await allAre(staged, "healthy");
    await act(staged, "Server-2", "stop");
    await until(staged.lab, () => targetNamed(staged.lab, "Server-2").health === "unhealthy");
    const answers = await askTimes(urlOf(staged.lab), 4);
    expect(new Set(answers.map(({ body }) => body))).toEqual(new Set(["Hello World"]));
    const [first, ...others] = examine(staged).diagnoses;
    expect(others).toEqual([]);
    expect(first).toMatchObject({ id: "server-stopped", fix: "start Server-2 at the dashboard" });
    expect(first?.seen).toContain("Server-1 alone answered the last 4 requests");
  });
});

it("says nothing of a healthy lab", async () => {
  const staged = await stage({ groups: { web: { servers: two } } });
  await allAre(staged, "healthy");
  await askTimes(urlOf(staged.lab), 6);
  expect(examine(staged)).toMatchObject({
    diagnoses: [],
    unexplained: [],
    targets: { total: 2, healthy: 2 },
  });
});

function attachments(port: number) {
  return Object.fromEntries(
    two.map(({ name }) => [
      name,
      {
        target_group_arn: "${aws_lb_target_group.web.arn}",
        target_id: `\${aws_instance.${name}.id}`,
        port,
      },
    ]),
  );
}
