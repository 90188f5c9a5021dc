import {
  EnvironmentError,
  environments,
  moves,
  placeholdersIn,
  selectEnvironments,
} from "../../environments";

function problemsFor(
  names: string[],
  changes: Partial<Record<"dev" | "staging" | "prod", object>> = {},
): string[] {
  const from = { ...environments };
  for (const name of ["dev", "staging", "prod"] as const) from[name] = { ...from[name], ...changes[name] };
  try {
    selectEnvironments(names, from);
    return [];
  } catch (error) {
    if (error instanceof EnvironmentError) return error.message.split("\n");
    throw error;
  }
}

describe("the environments of a clean clone", () => {
  test("are all sound, in the order dev, staging, prod", () => {
    expect(selectEnvironments().map(({ name }) => name)).toEqual(["dev", "staging", "prod"]);
  });

  test("are dev with two instances over HTTP, and prod with HTTPS, protection, logs and private instances", () => {
    const [dev, , prod] = selectEnvironments();
    expect(dev).toMatchObject({
      privateInstances: false,
      natGateways: "none",
      services: [{ instances: 2, port: 3000 }],
    });
    expect(dev?.https).toBeUndefined();
    expect(prod).toMatchObject({
      https: { domainName: "lab.example.com" },
      deletionProtection: true,
      instanceTerminationProtection: true,
      accessLogs: { retentionDays: 365 },
      privateInstances: true,
    });
  });

  test("have networks that do not overlap, so that they can be connected", () => {
    expect(new Set(selectEnvironments().map(({ vpcCidr }) => vpcCidr)).size).toBe(3);
  });

  test("have no moved resources yet", () => {
    expect(moves).toEqual([]);
  });

  test("name what only the team knows, with the key to set", () => {
    const [dev, staging, prod] = selectEnvironments().map(placeholdersIn);
    expect([dev, staging]).toEqual([[], []]);
    expect(prod).toEqual([
      { key: "https.domainName", hint: "a domain that your team owns" },
      { key: "https.hostedZoneId", hint: "the id of the Route 53 hosted zone of that domain" },
      { key: "account", hint: "the 12 digits of your AWS account, which the log bucket's policy names" },
    ]);
  });
});

describe("a selection of environments", () => {
  test("keeps each name once and the usual order", () => {
    expect(selectEnvironments(["prod", "dev", "dev"]).map(({ name }) => name)).toEqual(["dev", "prod"]);
  });

  // B71
  test.each([
    ["production", "did you mean prod"],
    ["Prod ", "did you mean prod"],
    ["stagin", "did you mean staging"],
    ["development", "did you mean dev"],
    ["qa", "choose one of these"],
    ["", "choose one of these"],
    ["__proto__", "choose one of these"],
  ])("refuses the name %p", (name, remedy) => {
    expect(problemsFor([name])).toEqual([
      `environment must be dev, staging or prod, got ${JSON.stringify(name)}; ${remedy} [environment-unknown]`,
    ]);
  });

  test("reports unknown names and the problems of every selected environment together", () => {
    expect(
      problemsFor(["qa", "dev", "staging"], { dev: { zones: [] }, staging: { tags: 1 }, prod: { tags: 1 } }),
    ).toHaveLength(3);
  });

  test("refuses a file that was copied and kept its name", () => {
    expect(problemsFor(["staging"], { staging: { name: "dev" } })).toEqual([
      'environments/staging.ts: name must be "staging" in this file, got "dev"; correct it [environment-misplaced]',
    ]);
  });

  test("refuses two environments on one state", () => {
    const stateBucket = { bucket: "states", key: "alb" };
    expect(problemsFor([], { dev: { stateBucket }, prod: { stateBucket } })).toEqual([
      'environments/prod.ts: stateBucket.key must differ from the one of dev, got "alb" in the same bucket; give each environment its own [state-shared]',
    ]);
  });

  test("turns every protection off in an environment that is retiring", () => {
    const [prod] = selectEnvironments(["prod"], {
      ...environments,
      prod: { ...environments.prod, retiring: true },
    });
    expect(prod).toMatchObject({
      deletionProtection: false,
      instanceTerminationProtection: false,
      retiring: true,
    });
  });
});
