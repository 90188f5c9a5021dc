import { targetNamed, until } from "../../local/lab/run-lab";
import { examineFault, expectSaid } from "../support/fault";
import { act, allAre, causesIn, examine, type StagedLab, stage } from "../support/staged";
import { dashboardFaults } from "./faults/dashboard";

const two = {
  groups: { web: { servers: [{ name: "Server-1" }, { name: "Server-2", zone: "eu-central-1b" }] } },
};

async function healthy(): Promise<StagedLab> {
  const staged = await stage(two);
  await allAre(staged, "healthy");
  return staged;
}

function unhealthy({ lab }: StagedLab, name: string): Promise<void> {
  return until(lab, () => targetNamed(lab, name).health === "unhealthy");
}

describe("what somebody does at the dashboard", () => {
  it("breaks the health check [U5, H52]", async () => {
    const staged = await healthy();
    await act(staged, "Server-1", "break-health");
    await unhealthy(staged, "Server-1");
    expect(causesIn(staged)).toEqual(["health-broken-on-purpose"]);
    expect(examine(staged).diagnoses[0]?.seen[0]).toContain("Target.ResponseCodeMismatch");
  });

  it("lets a server hang [U9, H53]", async () => {
    const staged = await healthy();
    await act(staged, "Server-2", "hang");
    await unhealthy(staged, "Server-2");
    expect(causesIn(staged)).toEqual(["slowed-on-purpose"]);
    expect(examine(staged).diagnoses[0]?.seen[0]).toContain("Target.Timeout");
  });

  it("kills a server, which is told until it has come back [U11, H54]", async () => {
    const staged = await healthy();
    await act(staged, "Server-2", "kill");
    await unhealthy(staged, "Server-2");
    expect(causesIn(staged)[0]).toBe("server-crashes");
    await allAre(staged, "healthy");
    expect(causesIn(staged)).toEqual([]);
  });

  it("is two things to two servers, and both are told", async () => {
    const staged = await healthy();
    await act(staged, "Server-1", "break-health");
    await act(staged, "Server-2", "stop");
    await allAre(staged, "unhealthy");
    expect(causesIn(staged)).toEqual(["health-broken-on-purpose", "server-stopped"]);
    expect(examine(staged).targets).toEqual({ total: 2, healthy: 0, explained: 2, unseen: 0 });
  });
});

describe("what is told of", () => {
  it.each(dashboardFaults.map((fault) => [fault.name, fault] as const))("%s", async (_, fault) => {
    expectSaid(await examineFault(fault), fault.says);
  });
});
