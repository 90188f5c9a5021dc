import fc from "fast-check";
import { parseCommandLine, usage } from "../../scripts/command-line";

const parse = (line: string) => parseCommandLine(line.split(" ").filter((word) => word !== ""));

const mistakes: [string, string[]][] = [
  ["", ['command must be synth, diff, deploy or destroy, got ""; choose one of these']],
  ["deplyo dev", ['command must be synth, diff, deploy or destroy, got "deplyo"; did you mean deploy']],
  ["deploy", ["deploy needs one environment (dev, staging, prod), got none; type npm run deploy dev"]],
  [
    "destroy dev prod",
    ["destroy needs one environment (dev, staging, prod), got dev and prod; type npm run destroy dev"],
  ],
  ["diff production", ['environment must be dev, staging or prod, got "production"; did you mean prod']], // B71
  ["deploy dev --auto-aprove", ["unknown option --auto-aprove; did you mean --auto-approve"]], // B92
  ["diff dev --auto-approve", ["unknown option --auto-approve; npm run diff -- --help lists the options"]],
  ["synth dev -x", ["unknown option -x; npm run synth -- --help lists the options"]],
  ["deploy dev --auto-approve=yes", ['option --auto-approve takes no value, got "yes"; drop it']], // B92
  ["deploy dev --var", ["option --var needs a value, got none; write --var=<value>"]], // B92
  [
    "deploy dev --outputs-file=",
    ["option --outputs-file needs a value, got none; write --outputs-file=<value>"],
  ],
  ["deploy dev --var --no-color", ["option --var needs a value, got none; write --var=<value>"]],
  [
    "deploy qa --outptus-file=x",
    [
      "unknown option --outptus-file; did you mean --outputs-file",
      'environment must be dev, staging or prod, got "qa"; choose one of these',
    ],
  ],
];

describe("a command line", () => {
  test.each(mistakes)("%p is refused with what to type", (line, expected) => {
    expect(parse(line)).toEqual({ mistakes: expected });
  });

  test("for synth takes any number of environments", () => {
    expect(parse("synth")).toEqual({ command: "synth", environments: [], options: [], help: false });
    expect(parse("synth dev prod")).toMatchObject({ environments: ["dev", "prod"] });
  });

  test("passes cdktf's options on, with or without a double hyphen before them", () => {
    const expected = {
      command: "deploy",
      environments: ["dev"],
      options: ["--auto-approve", "--outputs-file=out.json", "--var=a=b"],
      help: false,
    };
    expect(parse("deploy dev -- --auto-approve --outputs-file out.json --var=a=b")).toEqual(expected);
    expect(parse("deploy dev --auto-approve --outputs-file=out.json --var a=b")).toEqual(expected);
  });

  test("that asks for help needs no environment", () => {
    expect(parse("destroy --help")).toMatchObject({ help: true });
    expect(parse("destroy -h")).toMatchObject({ help: true });
  });

  test("of any words is understood or refused, never thrown", () => {
    const command = fc.constantFrom("synth", "diff", "deploy", "destroy");
    fc.assert(
      fc.property(command, fc.array(fc.string()), (first, words) => {
        const parsed = parseCommandLine([first, ...words]);
        expect(
          "mistakes" in parsed ? parsed.mistakes.length : parsed.environments.length,
        ).toBeGreaterThanOrEqual(0);
      }),
      { seed: 1 },
    );
  });
});

test("the usage names the environments and the options", () => {
  expect(usage("diff").split("\n")).toEqual([
    "npm run diff <environment>",
    "  environments: dev, staging, prod",
    '  options, after "--":',
    "    --no-color",
    "    --migrate-state",
    "    --skip-synth",
    "    --skip-provider-lock",
    "    --refresh-only",
    "    --terraform-parallelism <value>",
    "    --var <value>",
    "    --var-file <value>",
  ]);
  expect(usage("synth").split("\n")).toEqual([
    "npm run synth [environment ...]",
    "  environments: dev, staging, prod",
    "  without an environment: all of them",
  ]);
});
