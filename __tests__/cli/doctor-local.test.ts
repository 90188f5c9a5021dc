import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findRunningLabs, type Lab, startLab } from "../../lab/local";
import { readTopology } from "../../lab/topology";
import { labText } from "../local/lab/lab-config";
import { runHere } from "./support/run-here";

const directory = mkdtempSync(join(tmpdir(), "alb-lab-doctor-local-"));
const cacheDirectory = join(directory, "alb-lab");
const running: Lab[] = [];
const before = process.env.XDG_CACHE_HOME;

beforeAll(() => {
  process.env.XDG_CACHE_HOME = directory;
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((lab) => lab.stop()));
});
afterAll(() => {
  if (before === undefined) delete process.env.XDG_CACHE_HOME;
  else process.env.XDG_CACHE_HOME = before;
  rmSync(directory, { recursive: true, force: true });
});

const path = join(directory, "lab.tf.json");

/** A lab of a file, as `up` starts it, with its only server on another port than its target group. */
async function start(port = 3000): Promise<Lab> {
  const attachment = {
    target_group_arn: "${aws_lb_target_group.web.arn}",
    target_id: "${aws_instance.one.id}",
    port,
  };
  const more = { aws_lb_target_group_attachment: { one: attachment } };
  writeFileSync(path, labText({ groups: { web: { servers: [{ name: "one" }] } }, more }));
  const options = { ports: new Map([[80, 0]]), speed: 50, cacheDirectory, input: { path } };
  const lab = await startLab(readTopology(path), options);
  running.push(lab);
  return lab;
}

function settled(lab: Lab): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      const targets = lab.snapshot().groups.flatMap((group) => group.targets);
      if (targets.every(({ health }) => health === "healthy" || health === "unhealthy")) resolve();
    };
    lab.onChange(look);
    look();
  });
}

describe("doctor of a lab that runs here", () => {
  it("finds it without being told where, and says what is wrong", async () => {
    await settled(await start(80));
    const { exitCode, out } = await runHere(["doctor"]);
    expect(exitCode).toBe(1);
    expect(out).toMatch(
      /^1 cause explains 1 unhealthy target; 0 of 1 target healthy\n\nbroken one: requests go to/,
    );
  });

  it("says that all is well where it is, by its URL too", async () => {
    const lab = await start();
    await settled(lab);
    const { exitCode, out } = await runHere(["doctor", "--local", lab.dashboardUrl]);
    expect({ exitCode, out }).toEqual({ exitCode: 0, out: "everything is healthy: 1 of 1 target\n" });
  });

  it("lists them where several run", async () => {
    const [one, two] = [await start(), await start()];
    const { exitCode, err } = await runHere(["doctor", "--local"]);
    expect(exitCode).toBe(2);
    for (const { dashboardUrl } of [one, two]) expect(err).toContain(`${dashboardUrl} (${path})`);
    expect(err).toContain("name one with --local <url>");
  });

  it("says that none runs, once the last one has ended", async () => {
    const lab = await start();
    expect(findRunningLabs(cacheDirectory)).toMatchObject([{ dashboardUrl: lab.dashboardUrl, speed: 50 }]);
    await lab.stop();
    const { exitCode, err } = await runHere(["doctor", "--local"]);
    expect({ exitCode, err }).toEqual({
      exitCode: 2,
      err: "doctor --local: must find a lab that runs, got none; start one with alb-lab up\n",
    });
  });

  it("takes no notice of what a killed lab has left", () => {
    // no process has this id: it is above the highest that a system gives
    const file = join(cacheDirectory, "lab-99999999-1.json");
    const record = { pid: 99_999_999, dashboardUrl: "http://127.0.0.1:1/", input: { path } };
    writeFileSync(file, JSON.stringify(record));
    expect(findRunningLabs(cacheDirectory)).toEqual([]);
    expect(readdirSync(cacheDirectory)).not.toContain("lab-99999999-1.json");
  });
});

describe("the snapshot of a dashboard", () => {
  it("is for programs on this machine, not for pages of other sites", async () => {
    const lab = await start();
    const own = await ask(lab, {});
    expect(own).toMatchObject({ status: 200, type: "application/json" });
    expect(JSON.parse(own.body).groups[0].targets[0].name).toBe("one");
    expect((await ask(lab, { host: "evil.example" })).status).toBe(403);
    expect((await ask(lab, { origin: "http://evil.example" })).status).toBe(403);
  });
});

function ask(lab: Lab, headers: Record<string, string>) {
  return new Promise<{ status: number; type: string | undefined; body: string }>((resolve, reject) => {
    const url = new URL("snapshot", lab.dashboardUrl);
    const sent = request(url, { headers, agent: false }, (response) => {
      let body = "";
      response.on("data", (chunk) => {
        body += chunk;
      });
      const type = response.headers["content-type"];
      response.on("end", () => resolve({ status: response.statusCode ?? 0, type, body }));
    });
    sent.on("error", reject);
    sent.end();
  });
}
