import { readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { parseSettings } from "../../server/settings";
import { parseUserData, renderCloudInit, renderUserData } from "../../userdata";
import { compress } from "../../userdata/gzip";
import { anySettings, SERVER_2 } from "./example-settings";

test("what was rendered is read back, whatever the settings", () => {
  fc.assert(
    fc.property(anySettings, fc.constantFrom(22 as const, 24 as const), (settings, nodeMajor) => {
      const userData = parseUserData(renderUserData(settings, { nodeMajor }));
      expect(userData.settings).toEqual(settings);
      expect(userData.text).toBe(renderCloudInit(settings, { nodeMajor }));
      expect(userData.unit?.execStart).toEqual([`/usr/bin/node-${nodeMajor}`, "/opt/alb-lab/server.js"]);
    }),
    { numRuns: 50 },
  );
});

test("what was compressed is unpacked by zlib as it was, whatever the texts", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme", maxLength: 2000 }), { maxLength: 4 }), (texts) => {
      expect(gunzipSync(Buffer.concat(["", ...texts].map(compress))).toString()).toBe(texts.join(""));
    }),
    { numRuns: 50 },
  );
});

test("the server takes every environment that is written for it, and reads the same values", () => {
  fc.assert(
    fc.property(anySettings, (settings) => {
      const { environment } = parseUserData(renderUserData(settings));
      const read = parseSettings(environment);
      expect(read.problems).toEqual([]);
      expect(read.settings).toMatchObject({
        serverName: settings.serverName,
        first: settings.first ?? false,
        port: settings.port,
        keepAliveSeconds: settings.keepAliveSeconds,
        drainSeconds: settings.drainSeconds,
        closeSeconds: settings.closeSeconds ?? 10,
        healthPath: settings.healthPath,
      });
    }),
    { numRuns: 50 },
  );
});

test("the document writes the very files of server/, then what starts them", () => {
  const { files, commands } = parseUserData(renderUserData(SERVER_2));
  expect(files.map(({ path, permissions }) => [path, permissions])).toEqual([
    ["/opt/alb-lab/app.js", "0644"],
    ["/opt/alb-lab/drain.js", "0644"],
    ["/opt/alb-lab/package-lock.json", "0644"],
    ["/opt/alb-lab/package.json", "0644"],
    ["/opt/alb-lab/server.js", "0644"],
    ["/opt/alb-lab/settings.js", "0644"],
    ["/opt/alb-lab/install.sh", "0755"],
    ["/etc/systemd/system/alb-lab.service", "0644"],
    ["/etc/systemd/system/alb-lab.service.d/stop.conf", "0644"],
    ["/etc/alb-lab/server.env", "0644"],
  ]);
  for (const { path, content } of files.slice(0, 6)) {
    expect(content).toBe(readFileSync(resolve(__dirname, "../../server", basename(path)), "utf8"));
  }
  expect(commands).toEqual([["/bin/sh", "/opt/alb-lab/install.sh"]]);
});

test("the unit and its environment are read back", () => {
  const { unit, environment } = parseUserData(renderUserData({ ...SERVER_2, first: true, healthPort: 9000 }));
  expect(unit).toMatchObject({
    name: "alb-lab.service",
    path: "/etc/systemd/system/alb-lab.service",
    workingDirectory: "/opt/alb-lab",
    environmentFile: "/etc/alb-lab/server.env",
  });
  expect(unit?.text).toMatch(/^\[Unit\]\n/);
  expect(environment).toEqual({
    NODE_ENV: "production",
    SERVER_NAME: "Server-2",
    FIRST_SERVER: "true",
    PORT: "3000",
    HEALTH_PORT: "9000",
    HEALTH_PATH: "/health",
    BASE_PATH: "/",
    KEEP_ALIVE_SECONDS: "65",
    DRAIN_SECONDS: "10",
  });
});

test("systemd waits longer than the server's own deadline before it kills", () => {
  fc.assert(
    fc.property(anySettings, (settings) => {
      const { unit } = parseUserData(renderUserData(settings));
      expect(unit!.timeoutStopSeconds).toBeGreaterThan(settings.drainSeconds + (settings.closeSeconds ?? 10));
    }),
    { numRuns: 50 },
  );
});
