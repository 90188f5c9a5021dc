import fc from "fast-check";
import { parseSettings } from "../../server/settings";
import { checkServerSettings, type ServerSettings } from "../../userdata";
import { environmentOf } from "../../userdata/server-environment";
import { anySettings, hostileText, SERVER_2 } from "./example-settings";

const check = (change: Record<string, unknown>) =>
  checkServerSettings({ ...SERVER_2, ...change } as ServerSettings);

test("settings that the server takes have no problem", () => {
  fc.assert(fc.property(anySettings, (settings) => expect(checkServerSettings(settings)).toEqual([])));
});

const NAME = "serverName must be 1 to 63 letters, digits or hyphens, got";
const HEALTH_PATH = "healthPath must start with / and hold only letters, digits and / . _ ~ % + @ : -, got";

test.each([
  [{ serverName: "a;b" }, "server-name-invalid", `${NAME} ";" at position 2; rename the server`], // B75
  [{ serverName: "a\nb" }, "server-name-invalid", `${NAME} "\\n" at position 2; rename the server`],
  [{ serverName: "${a}" }, "server-name-invalid", `${NAME} "$" at position 1; rename the server`], // B76
  [{ serverName: "a😀" }, "server-name-invalid", `${NAME} "😀" at position 2; rename the server`],
  [{ serverName: "" }, "server-name-invalid", `${NAME} ""; give the server a name`],
  [{ serverName: undefined }, "server-name-invalid", `${NAME} undefined; give the server a name`],
  [{ serverName: "a".repeat(64) }, "server-name-invalid", `${NAME} 64 characters; shorten the name`],
  [
    { first: "true" },
    "server-first-invalid",
    'first must be true or false, got "true"; write it without quotes',
  ],
  [
    { port: 0 },
    "server-port-invalid",
    "port must be a whole number from 1 to 65535, got 0; choose another port",
  ],
  [
    { port: 3000.5 },
    "server-port-invalid",
    "port must be a whole number from 1 to 65535, got 3000.5; choose another port",
  ],
  [
    { port: "3000" },
    "server-port-invalid",
    'port must be a whole number from 1 to 65535, got "3000"; choose another port',
  ],
  [
    { healthPort: 65_536 },
    "server-health-port-invalid",
    "healthPort must be a whole number from 1 to 65535, got 65536; choose another port",
  ],
  [{ healthPath: "health" }, "server-health-path-invalid", `${HEALTH_PATH} "health"; write it like /health`],
  [{ healthPath: "/a?b" }, "server-health-path-invalid", `${HEALTH_PATH} "?" at position 3; leave that out`],
  [
    { basePath: "" },
    "server-base-path-invalid",
    'basePath must start with / and hold only letters, digits and / . _ ~ % + @ : -, got ""; write it like /api',
  ],
  [
    { keepAliveSeconds: Number.NaN },
    "server-keep-alive-invalid",
    "keepAliveSeconds must be a number of seconds from 1 to 7200 with at most 3 decimals, got NaN; choose another value",
  ],
  [
    { drainSeconds: 0.0001 },
    "server-drain-invalid",
    "drainSeconds must be a number of seconds from 0 to 3600 with at most 3 decimals, got 0.0001; choose another value",
  ],
  [
    { closeSeconds: 3601 },
    "server-close-invalid",
    "closeSeconds must be a number of seconds from 0 to 3600 with at most 3 decimals, got 3601; choose another value",
  ],
  [
    { healthPath: "/api", basePath: "/api/" },
    "server-health-path-is-base-path",
    'healthPath must differ from basePath, or one of them never answers, got "/api" for both; change one of them',
  ],
])("%j is refused", (change, id, message) => {
  expect(check(change)).toEqual([{ id, message }]);
});

test("all problems come at once", () => {
  expect(check({ serverName: "", port: -1, healthPath: "x" }).map(({ id }) => id)).toEqual([
    "server-name-invalid",
    "server-port-invalid",
    "server-health-path-invalid",
  ]);
});

test("every message is one line, however long or odd the value", () => {
  fc.assert(
    fc.property(fc.oneof(hostileText, fc.anything()), (value) => {
      for (const name of Object.keys({ ...SERVER_2, first: 0, healthPort: 0, closeSeconds: 0 })) {
        for (const { message } of check({ [name]: value })) expect(message).toMatch(/^[^\n]{1,260}$/);
      }
    }),
  );
});

test("the server refuses exactly what is refused here", () => {
  const text = fc.oneof(hostileText, fc.constantFrom("a", "/a", "/health", "/", "a-1", "/health/", "/%2f"));
  const number = fc.oneof(
    fc.integer({ min: -2, max: 70_000 }),
    fc.double(),
    fc.constantFrom(0.25, 1.5, 7200, 7201),
  );
  const any = fc.record({
    serverName: text,
    port: number,
    healthPath: text,
    basePath: text,
    keepAliveSeconds: number,
    drainSeconds: number,
  });
  fc.assert(
    fc.property(any, (settings) => {
      fc.pre(settings.port !== 0); // a running server may take any free port, an instance may not
      const mine = checkServerSettings(settings).length > 0;
      expect(parseSettings(environmentOf(settings)).problems.length > 0).toBe(mine);
    }),
    { numRuns: 2000 },
  );
});
