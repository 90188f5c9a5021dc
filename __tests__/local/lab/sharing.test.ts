import { groupArn, labTopology } from "./lab-config";
import { startLoad } from "./load";
import { allHealthy, ask, askTimes, runLab, targetNamed, targetsOf, until, urlOf } from "./run-lab";

const blueAndGreen = {
  blue: { servers: [{ name: "Server-1" }] },
  green: { servers: [{ name: "Server-2" }] },
};

function weighted(blue: number, green: number, stickiness?: unknown): unknown {
  const target_group = [
    { arn: groupArn("blue"), weight: blue },
    { arn: groupArn("green"), weight: green },
  ];
  return { type: "forward", forward: { target_group, ...(stickiness ? { stickiness } : {}) } };
}

describe("requests are shared", () => {
  it("exactly in turn between the targets of a group [P-58, S3]", async () => {
    const lab = await runLab({
      groups: { web: { servers: [{ name: "Server-1" }, { name: "Server-2" }, { name: "Server-3" }] } },
    });
    await allHealthy(lab);
    await askTimes(urlOf(lab), 30);
    expect(targetsOf(lab).map(({ answered }) => answered)).toEqual([10, 10, 10]);
  });

  it("by the weights of groups; a weight of 0 gets nothing [P-58, R46]", async () => {
    const lab = await runLab({ groups: blueAndGreen, defaultAction: weighted(1, 2) });
    await allHealthy(lab);
    const load = startLoad(urlOf(lab));
    await load.more(1200);
    const results = await load.stop();
    const blue = results.filter(({ body }) => body === "Hello World").length / results.length;
    // A draw: five standard deviations of 1,200 draws at one third are below 0.07.
    expect(Math.abs(blue - 1 / 3)).toBeLessThan(0.07);
    await lab.change(labTopology({ groups: blueAndGreen, defaultAction: weighted(0, 2) }));
    const after = await askTimes(urlOf(lab), 20);
    expect(new Set(after.map(({ body }) => body))).toEqual(new Set(["Hello World from Server-2"]));
  });

  it("to the same target for a client with its cookie, to another one when that is dead or the cookie is forged [P-60, S21, S25]", async () => {
    const lab = await runLab({
      groups: {
        web: {
          servers: [{ name: "Server-1" }, { name: "Server-2" }],
          arguments: { stickiness: { type: "lb_cookie", enabled: true, cookie_duration: 3600 } },
        },
      },
    });
    await allHealthy(lab);
    const first = await ask(urlOf(lab));
    const [plain = ""] = first.headers["set-cookie"] ?? [];
    const cookie = plain.split(";")[0] ?? "";
    expect(plain).toMatch(/^AWSALB=[^;]+; Expires=[^;]+ GMT; Path=\/$/);
    for (let asked = 0; asked < 5; asked += 1)
      expect((await ask(urlOf(lab), { headers: { cookie } })).body).toBe(first.body);
    const forged = await Promise.all(
      [1, 2].map(() => ask(urlOf(lab), { headers: { cookie: `${cookie.slice(0, -8)}AAAAAAA=` } })),
    );
    expect(forged.every(({ headers }) => headers["set-cookie"]?.length === 2)).toBe(true);
    const tied = first.body.includes("Server-2") ? "Server-2" : "Server-1";
    process.kill(targetNamed(lab, tied).pid ?? 0, "SIGKILL");
    await until(lab, () => targetNamed(lab, tied).health === "unhealthy");
    const moved = await ask(urlOf(lab), { headers: { cookie } });
    expect(moved.body).not.toBe(first.body);
    expect(moved.headers["set-cookie"]?.[0]).not.toContain(cookie);
  });

  it("to the group of its first answer for a client with group stickiness [R48]", async () => {
    const lab = await runLab({
      groups: blueAndGreen,
      defaultAction: weighted(1, 1, { enabled: true, duration: 60 }),
    });
    await allHealthy(lab);
    const first = await ask(urlOf(lab));
    const cookie = (first.headers["set-cookie"]?.[0] ?? "").split(";")[0] ?? "";
    expect(cookie).toMatch(/^AWSALBTG=/);
    for (let asked = 0; asked < 8; asked += 1)
      expect((await ask(urlOf(lab), { headers: { cookie } })).body).toBe(first.body);
  });
});
