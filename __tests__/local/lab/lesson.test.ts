import { allHealthy, ask, askTimes, runLab, targetNamed, until, urlOf } from "./run-lab";

const two = {
  groups: { web: { servers: [{ name: "Server-1" }, { name: "Server-2", zone: "eu-central-1b" }] } },
};

describe("the lab's lesson", () => {
  it("is that two healthy servers answer in turn [S3, H32]", async () => {
    const lab = await runLab(two);
    await allHealthy(lab);
    const bodies = (await askTimes(urlOf(lab), 6)).map(({ body }) => body);
    expect(new Set(bodies)).toEqual(new Set(["Hello World", "Hello World from Server-2"]));
    for (const [index, body] of bodies.entries()) if (index > 1) expect(body).toBe(bodies[index - 2]);
  });

  it("is that a killed server gets no more requests once its health checks have failed, and comes back", async () => {
    const lab = await runLab(two);
    await allHealthy(lab);
    const { pid = 0 } = targetNamed(lab, "Server-2");
    process.kill(pid, "SIGKILL");
    await until(lab, () => targetNamed(lab, "Server-2").health === "unhealthy");
    expect(targetNamed(lab, "Server-2")).toMatchObject({
      reason: "Target.FailedHealthChecks",
      description: "Health checks failed",
    });
    const bodies = (await askTimes(urlOf(lab), 4)).map(({ body }) => body);
    expect(new Set(bodies)).toEqual(new Set(["Hello World"]));
    await until(lab, () => targetNamed(lab, "Server-2").health === "healthy");
    const again = (await askTimes(urlOf(lab), 2)).map(({ body }) => body);
    expect(again).toContain("Hello World from Server-2");
  });

  it("is that all targets get requests while none is healthy [P-47, H70]", async () => {
    const lab = await runLab({
      groups: {
        web: {
          ...two.groups.web,
          arguments: { health_check: { path: "/nowhere", interval: 5, timeout: 2, unhealthy_threshold: 2 } },
        },
      },
    });
    await until(
      lab,
      () =>
        targetNamed(lab, "Server-1").health === "unhealthy" &&
        targetNamed(lab, "Server-2").health === "unhealthy",
    );
    expect(targetNamed(lab, "Server-1").reason).toBe("Target.ResponseCodeMismatch");
    expect(lab.snapshot().groups[0]?.failOpen).toBe(true);
    const answers = await askTimes(urlOf(lab), 2);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  });

  it("is that a group without targets answers 503 [P-48, E503]", async () => {
    const lab = await runLab({ groups: { web: { servers: [] } } });
    expect(await ask(urlOf(lab))).toMatchObject({ status: 503, headers: { server: "awselb/2.0" } });
  });
});
