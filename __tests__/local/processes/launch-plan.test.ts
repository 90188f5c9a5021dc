import { belowRoot } from "../../../lab/local/processes/instance-path";
import { type LaunchPlan, planLaunch } from "../../../lab/local/processes/launch-plan";
import type { UserData } from "../../../userdata";
import { foreignDocument, serverDocument } from "./documents";

function planOf(userData: UserData): LaunchPlan {
  const plan = planLaunch(userData);
  if ("standIn" in plan) throw new Error(plan.standIn);
  return plan;
}

describe("the plan to launch a document's server", () => {
  it("has the files beside its script, its ports, its variables and its stop timeout", () => {
    const plan = planOf(serverDocument({ port: 3000, healthPort: 9000 }));
    expect([...plan.files.keys()].sort()).toEqual(
      [
        "app.js",
        "drain.js",
        "install.sh",
        "package-lock.json",
        "package.json",
        "server.js",
        "settings.js",
      ].map((name) => `opt/alb-lab/${name}`),
    );
    expect(plan).toMatchObject({
      script: "opt/alb-lab/server.js",
      workingDirectory: "opt/alb-lab",
      ports: [3000, 9000],
      healthPath: "/health",
      stopTimeoutSeconds: 10,
      environment: { NODE_ENV: "production", SERVER_NAME: "Server-1", PORT: "3000" },
    });
    expect(JSON.parse(plan.lock ?? "")).toHaveProperty("packages");
  });

  it.each([
    ["node /opt/app/main.js", []],
    ["/usr/bin/node-22 main.js", []],
    ["/usr/bin/env node main.js", []],
    ["-/usr/local/bin/nodejs ./main.js", []],
    [
      "/usr/bin/node --enable-source-maps --max-old-space-size=256 main.js",
      ["--enable-source-maps", "--max-old-space-size=256"],
    ],
  ])("runs the script of %s", (execStart, options) => {
    expect(planOf(foreignDocument({ execStart }))).toMatchObject({
      script: "opt/app/main.js",
      options,
      ports: [],
    });
  });

  it("takes the ports of a foreign server from its variables", () => {
    expect(planOf(foreignDocument({ lines: ["Environment=PORT=8080 HEALTH_PORT=x"] })).ports).toEqual([8080]);
  });

  it.each([
    ["/bin/sh -c 'rm -rf ~'", 'its command must be node with a script, got "/bin/sh"'],
    ["/opt/app/node main.js", 'its command must be node with a script, got "/opt/app/node"'],
    [
      "/usr/bin/../../opt/app/node main.js",
      'its command must be node with a script, got "/usr/bin/../../opt/app/node"',
    ],
    ["+/usr/bin/node main.js", 'its command must be node with a script, got "+/usr/bin/node"'],
    ["node -e evil main.js", 'its node option "-e" is not one that is used here'],
    [
      "node --require=/tmp/evil.js main.js",
      'its node option "--require=/tmp/evil.js" is not one that is used here',
    ],
    [
      "node --inspect=0.0.0.0:9229 main.js",
      'its node option "--inspect=0.0.0.0:9229" is not one that is used here',
    ],
    ["node", "its command names no script"],
    ["node main.js ${PORT}", 'its command has "${PORT}", which only systemd expands'],
    ["node /usr/lib/evil.js", 'its script must be a file of the document, got "/usr/lib/evil.js"'],
    ["node ../../home/evil.js", 'its script must be a file of the document, got "/home/evil.js"'],
    ["node /opt/app/other.js", 'its script must be a file of the document, got "/opt/app/other.js"'],
  ])("never runs %s", (execStart, standIn) => {
    expect(planLaunch(foreignDocument({ execStart }))).toEqual({ standIn });
  });

  it.each([
    "/opt/app/../../../etc/cron.d/evil",
    "/opt/app/../app/x.js",
    "/var/../opt/app/x.js",
    "/opt/app/..",
    "/opt/app/./x.js",
    "/opt/app/a\\..\\b.js",
    "/opt/app/nul\0.js",
    `/opt/app/${"x".repeat(256)}`,
    `/opt/app/${"x/".repeat(1000)}y`,
  ])("writes nothing at all when a needed file is called %j", (path) => {
    expect(planLaunch(foreignDocument({ files: { [path]: "x" } }))).toEqual({
      standIn: `its files must have plain absolute paths, got ${JSON.stringify(path.slice(0, 80))}`,
    });
  });

  it("leaves out files that no part of the server could find here", () => {
    const files = {
      "/etc/passwd": "x",
      "../../x": "x",
      "/home/ec2-user/.ssh/authorized_keys": "x",
      "/opt/app/lib/a.js": "a",
    };
    expect([...planOf(foreignDocument({ files })).files.keys()]).toEqual([
      "opt/app/main.js",
      "opt/app/lib/a.js",
    ]);
  });

  it("takes the last of two files with the same path, as cloud-init does", () => {
    const files = { "/opt/app//main.js": "second" };
    expect(planOf(foreignDocument({ script: "first", files })).files.get("opt/app/main.js")).toBe("second");
  });

  it("says why there is none without user data or without a service", () => {
    expect(planLaunch(undefined)).toEqual({ standIn: "it has no user data" });
    expect(planLaunch({ text: "#!/bin/sh\n", files: [], commands: [], environment: {} })).toEqual({
      standIn: "its user data starts no service that is known here",
    });
  });
});

describe("a path of the instance", () => {
  it("lies below the run directory", () => {
    expect(belowRoot("//opt//app/x.js/")).toBe("opt/app/x.js");
    expect(["", "/", "x", "./x", "/..", "/a/../b", "/a/./b"].map(belowRoot)).toEqual(
      Array(7).fill(undefined),
    );
  });
});
