import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runHere } from "./support/run-here";
import { shop } from "./support/shop";
import { endAll, startProcess } from "./support/start-process";

jest.setTimeout(60_000);

const directory = mkdtempSync(join(tmpdir(), "alb-lab-options-"));
const env = { XDG_CACHE_HOME: directory };
const file = join(directory, "shop.json");
const anyPort = ["--port", "80=0", "--port", "8080=0"];
beforeAll(() => writeFileSync(file, shop()));
afterAll(() => {
  endAll();
  rmSync(directory, { recursive: true });
});

/** What cannot be run as it is asked for, and the line that says so. */
const refused: readonly (readonly [words: readonly string[], line: string])[] = [
  [["--port", "81=0"], "--port: no listener is declared on port 81; declared are 80, 8080 and 9090"],
  [
    ["--target", "nope=http://127.0.0.1:1"],
    "--target: no target is called nope; there are api-a, canary-b, web-a and web-b",
  ],
  [
    ["--access-log", join(file, "log")],
    `--access-log: ${join(file, "log")} must be a file that can be written, got `,
  ],
];

describe("up", () => {
  it.each(refused)("with %j cannot run, and one line says why", async (words, line) => {
    const { exitCode, out, err } = await runHere(["up", file, ...words]);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: "" });
    expect(err.startsWith(line) ? line : err).toBe(line);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
  });

  it("cannot run on a port that was chosen and is taken", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await new Promise((settle) => taken.once("listening", settle));
    const { port } = taken.address() as { port: number };
    const ended = await runHere(["up", file, "--port", `80=${port}`]);
    taken.close();
    const err = `port ${port} must be free, got one in use; choose another\n`;
    expect(ended).toEqual({ exitCode: 2, out: "", err });
  });

  it("calls a configuration without a stack by its file, and ends when nobody reads on", async () => {
    const bare = join(directory, "by-hand.tf.json");
    const { "//": _stack, ...config } = JSON.parse(shop());
    writeFileSync(bare, JSON.stringify(config));
    const started = startProcess(["up", bare, ...anyPort, "--speed", "20"], { env });
    expect(await started.line()).toBe("by-hand.tf.json: 4 targets behind 1 load balancer");
    started.child.stdout?.destroy();
    expect(await started.ended()).toMatchObject({ exitCode: 0, err: "" });
  });

  it("ends with 0 on Ctrl-C while it starts, without a word", async () => {
    // as early as the command can mind it: once it listens for signals, before anything is up
    const hook = join(directory, "hook.js");
    writeFileSync(
      hook,
      `if (process.argv.includes("up"))
        process.on("newListener", function once(name) {
          if (name !== "SIGINT") return;
          process.off("newListener", once);
          setImmediate(() => process.kill(process.pid, "SIGINT"));
        });`,
    );
    const interrupted = { env: { ...env, NODE_OPTIONS: `--require ${hook}` } };
    const ended = await startProcess(["up", file, ...anyPort], interrupted).ended();
    expect(ended).toEqual({ exitCode: 0, out: "", err: "" });
  });
});
