import type { Lab } from "../../../lab/local";
import { clientOf, labOf } from "../conformance/connected-lab";
import { named, servers } from "../conformance/named-targets";
import { groupArn } from "./lab-config";
import { allHealthy, ask, runLab, targetNamed, until, urlOf } from "./run-lab";

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

/** Groups of one target each, which answers with the name of its group. */
async function twoGroups(blue: number, green: number): Promise<Lab> {
  const targets = { blue: await named("blue"), green: await named("green") };
  const groups = { blue: { servers: servers("blue") }, green: { servers: servers("green") } };
  const lab = await labOf(targets, { groups, defaultAction: weighted(blue, green) });
  await allHealthy(lab);
  return lab;
}

/** Sends so many requests ahead of their answers over these connections; how often each body came. */
async function askAhead(lab: Lab, count: number, connections = 1): Promise<Readonly<Record<string, number>>> {
  const each = count / connections;
  const get = "GET / HTTP/1.1\r\nHost: a\r\n";
  const answers = await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = await clientOf(lab);
      client.send(`${get}\r\n`.repeat(each - 1)).send(`${get}Connection: close\r\n\r\n`);
      await client.closed();
      return client.answers(each);
    }),
  );
  const counts: Record<string, number> = {};
  for (const { body } of answers.flat()) counts[body] = (counts[body] ?? 0) + 1;
  return counts;
}

describe("requests are shared", () => {
  it("exactly in turn between the targets of a group, on one connection or on many [P-58, S3]", async () => {
    const targets = { one: await named("one"), two: await named("two"), three: await named("three") };
    // A target that answers a probe late on a busy machine would miss its turn.
    const lab = await labOf(targets, {
      group: { health_check: { path: "/health", interval: 300, timeout: 120 } },
    });
    await allHealthy(lab);
    expect(await askAhead(lab, 1500)).toEqual({ one: 500, two: 500, three: 500 });
    expect(await askAhead(lab, 1500, 5)).toEqual({ one: 500, two: 500, three: 500 });
  });

  it("by the weights of groups [P-58, R46]", async () => {
    const lab = await twoGroups(1, 2);
    const { blue = 0, green = 0 } = await askAhead(lab, 16_000, 4);
    expect(blue + green).toBe(16_000);
    // A draw: 2 % are more than five standard deviations of 16,000 draws at one third.
    expect(Math.abs(blue / 16_000 - 1 / 3)).toBeLessThan(0.02);
  });

  it("not at all with a group whose weight is 0 [P-58, R46]", async () => {
    expect(await askAhead(await twoGroups(0, 2), 1000)).toEqual({ green: 1000 });
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
