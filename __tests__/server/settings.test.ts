import { parseSettings } from "../../server/settings";

test("without any variable it is Server-1 on port 3000 with the health check at /health", () => {
  expect(parseSettings({})).toEqual({
    problems: [],
    settings: {
      serverName: "Server-1",
      first: false,
      port: 3000,
      healthPort: undefined,
      healthPath: "/health",
      basePath: "/",
      keepAliveSeconds: 65,
      drainSeconds: 10,
      closeSeconds: 10,
      host: undefined,
    },
  });
});

test("every variable is taken over", () => {
  const { settings, problems } = parseSettings({
    SERVER_NAME: "Server-2",
    FIRST_SERVER: "true",
    PORT: "8080",
    HEALTH_PORT: "9000",
    HEALTH_PATH: "/up",
    BASE_PATH: "/api/",
    KEEP_ALIVE_SECONDS: "125",
    DRAIN_SECONDS: "0",
    CLOSE_SECONDS: "0.5",
    HOST: "::1",
  });
  expect(problems).toEqual([]);
  expect(settings).toEqual({
    serverName: "Server-2",
    first: true,
    port: 8080,
    healthPort: 9000,
    healthPath: "/up",
    basePath: "/api",
    keepAliveSeconds: 125,
    drainSeconds: 0,
    closeSeconds: 0.5,
    host: "::1",
  });
});

test("a health port that is the traffic port needs no second listener", () => {
  expect(parseSettings({ PORT: "8080", HEALTH_PORT: "8080" }).settings.healthPort).toBeUndefined();
});

const NAME_RULE = "SERVER_NAME must be 1 to 63 letters, digits or hyphens";
const PATH_RULE = "must start with / and hold only letters, digits and / . _ ~ % + @ : -";

test.each([
  ["SERVER_NAME", "", NAME_RULE],
  ["SERVER_NAME", "a;b", NAME_RULE], // B75
  ["SERVER_NAME", "a\nb", NAME_RULE],
  ["SERVER_NAME", "a\n", NAME_RULE],
  ["SERVER_NAME", "a".repeat(64), NAME_RULE],
  ["FIRST_SERVER", "yes", "FIRST_SERVER must be true or false"],
  ["PORT", "", "PORT must be a whole number from 0 to 65535"],
  ["PORT", "65536", "PORT must be a whole number from 0 to 65535"],
  ["PORT", "3e3", "PORT must be a whole number from 0 to 65535"],
  ["PORT", "-1", "PORT must be a whole number from 0 to 65535"],
  ["HEALTH_PORT", "http", "HEALTH_PORT must be a whole number from 0 to 65535"],
  ["HEALTH_PATH", "health", `HEALTH_PATH ${PATH_RULE}`],
  ["BASE_PATH", "/a?b", `BASE_PATH ${PATH_RULE}`],
  ["KEEP_ALIVE_SECONDS", "0", "KEEP_ALIVE_SECONDS must be a number of seconds from 1 to 7200"],
  ["DRAIN_SECONDS", "3601", "DRAIN_SECONDS must be a number of seconds from 0 to 3600"],
  ["CLOSE_SECONDS", "soon", "CLOSE_SECONDS must be a number of seconds from 0 to 3600"],
  ["HOST", "nowhere.example", "HOST must be an IP address or localhost"],
])("%s=%j is refused by name", (name, value, rule) => {
  const { problems } = parseSettings({ [name]: value });
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(/^[^\n]{1,220}$/);
  expect(problems[0]!.startsWith(`${rule}, got `)).toBe(true);
});

test("a health path that is the base path is refused, for one of them could never answer", () => {
  expect(parseSettings({ BASE_PATH: "/health/" }).problems).toEqual([
    'HEALTH_PATH must differ from BASE_PATH, got "/health" for both; change one',
  ]);
});

test("all problems come at once", () => {
  expect(parseSettings({ PORT: "x", HEALTH_PATH: "x", FIRST_SERVER: "x" }).problems).toHaveLength(3);
});
