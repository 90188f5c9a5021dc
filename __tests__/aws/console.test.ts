import { describeAws } from "./support/describe-aws";
import { consoleOutput, errorReply, targetHealth } from "./support/replies";

describeAws("what a machine has printed", (deployed) => {
  /**
   * What is passed on of the first machine, whose target is in this state, and of the second, which is
   * healthy.
   */
  const printed = async (state: string, options: { readonly runCommands?: boolean } = {}) => {
    const { front, lab, gather } = deployed();
    const [first, second] = lab.instances;
    const targets = [
      { id: first, port: 3000, state },
      { id: second, port: 3000, state: "healthy" },
    ];
    front.answers.set("DescribeTargetHealth", targetHealth(targets));
    const evidence = await gather(options);
    return { texts: evidence.targets.map((target) => target.console), gaps: evidence.gaps };
  };
  const actions = () => deployed().front.asked.map(({ action }) => action);

  test("is passed on as it is, of targets that do not serve only", async () => {
    deployed().front.answers.set("GetConsoleOutput", consoleOutput("Booting\r\nno such file: server.js\r\n"));
    for (const state of ["unhealthy", "initial", "unused", "unavailable"])
      expect((await printed(state)).texts).toEqual(["Booting\nno such file: server.js", undefined]);
    expect((await printed("healthy")).texts).toEqual([undefined, undefined]);
  });

  test("is its last 200 lines", async () => {
    const lines = Array.from({ length: 500 }, (_, index) => `line ${index + 1}`);
    deployed().front.answers.set("GetConsoleOutput", consoleOutput(lines.join("\n")));
    const [text] = (await printed("unhealthy")).texts;
    expect(text?.split("\n")).toEqual(lines.slice(300));
  });

  test("is its last 64 KiB of whole characters, however long the lines are", async () => {
    deployed().front.answers.set("GetConsoleOutput", consoleOutput(`a${"é".repeat(50_000)}`));
    const [text = ""] = (await printed("unhealthy")).texts;
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(65_536);
    expect(text).toBe("é".repeat(32_768));
  });

  test("is absent where it has printed nothing yet", async () => {
    deployed().front.answers.set("GetConsoleOutput", consoleOutput(""));
    expect(await printed("initial")).toEqual({ texts: [undefined, undefined], gaps: [] });
  });

  test("is what was recorded at boot, where the type of the machine has nothing newer", async () => {
    deployed().front.answers.set("GetConsoleOutput", (asked) =>
      asked.parameters.Latest === "true"
        ? errorReply("GetConsoleOutput", "UnsupportedOperation")
        : consoleOutput("from the boot")(asked),
    );
    expect(await printed("unhealthy")).toEqual({ texts: ["from the boot", undefined], gaps: [] });
  });

  test("is asked for without any command, unless commands may be run", async () => {
    await printed("unhealthy");
    expect(actions()).toContain("GetConsoleOutput");
    expect(actions()).not.toContain("SendCommand");
  });

  test("is the cloud-init log where commands may be run; the command reads one file", async () => {
    const { front } = deployed();
    const done = { Status: "Success", StandardOutputContent: "npm ERR! network\n" };
    front.answers.set("GetCommandInvocation", () => ({ body: JSON.stringify(done) }));
    expect((await printed("unhealthy", { runCommands: true })).texts).toEqual([
      "npm ERR! network",
      undefined,
    ]);

    const sent = front.asked.filter(({ action }) => action === "SendCommand");
    expect(sent.map(({ parameters }) => parameters)).toEqual([
      expect.objectContaining({
        DocumentName: "AWS-RunShellScript",
        Parameters: { commands: ["tail -n 200 /var/log/cloud-init-output.log"] },
      }),
    ]);
    expect(actions()).not.toContain("GetConsoleOutput");
  });

  test("is waited for where the command has not begun yet", async () => {
    const { front } = deployed();
    const replies = [
      errorReply("GetCommandInvocation", "InvocationDoesNotExist"),
      { body: JSON.stringify({ Status: "InProgress" }) },
    ];
    const done = { body: JSON.stringify({ Status: "Success", StandardOutputContent: "done" }) };
    front.answers.set("GetCommandInvocation", () => replies.shift() ?? done);
    expect((await printed("unhealthy", { runCommands: true })).texts).toEqual(["done", undefined]);
  });

  test.each([
    ["SendCommand", "InvalidInstanceId", "ssm:SendCommand failed: InvalidInstanceId"],
    ["GetCommandInvocation", undefined, "ssm:GetCommandInvocation failed: CommandFailed"],
  ])("is the console output where the command cannot be run: %s", async (call, code, why) => {
    const { front, lab } = deployed();
    const failed = { body: JSON.stringify({ Status: "Failed" }) };
    front.answers.set("GetConsoleOutput", consoleOutput("from the console"));
    front.answers.set(call, ({ action }) => (code === undefined ? failed : errorReply(action, code)));

    const { texts, gaps } = await printed("unhealthy", { runCommands: true });

    expect(texts).toEqual(["from the console", undefined]);
    expect(gaps).toEqual([{ what: `cloud-init log: ${lab.instances[0]}`, why }]);
  });
});
