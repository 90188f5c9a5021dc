import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { shop } from "./support/shop";
import { endAll, startProcess } from "./support/start-process";

const directory = mkdtempSync(join(tmpdir(), "alb-lab-cli-"));
const file = join(directory, "shop.json");
const silent = createServer();
beforeAll(() => writeFileSync(file, shop()));
afterAll(() => {
  endAll();
  silent.close();
  rmSync(directory, { recursive: true });
});

describe("the process", () => {
  it("ends with 0 and no word on standard error when all is well", async () => {
    const { exitCode, out, err } = await startProcess(["explain", file, "GET", "http://a/img/x"]).ended();
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: "" });
    expect(out).toContain("Rule 10 answers");
  });

  it("ends with 1 when it found something", async () => {
    const { exitCode, err } = await startProcess(["explain", file, "GET", "http://a/empty"]).ended();
    expect({ exitCode, err }).toEqual({ exitCode: 1, err: "" });
  });

  it("ends with 2 and one line on standard error when it cannot run", async () => {
    expect(await startProcess(["topology", "/nonexistent"]).ended()).toEqual({
      exitCode: 2,
      out: "",
      err: "/nonexistent: must be a file that can be read, got no such file; synthesize first, or look at the path\n",
    });
  });

  it("reads standard input to its end, in whatever pieces it comes", async () => {
    const big = shop({ aws_iam_role: { big: { name: "x".repeat(3_000_000) } } });
    const { exitCode, out } = await startProcess(["topology", "-"], { input: big }).ended();
    expect(exitCode).toBe(0);
    expect(out).toContain("4 resources of 2 types left out");
  });

  it("does not mind a reader that is gone", async () => {
    const started = startProcess(["topology", file, "--json"]);
    started.child.stdout?.destroy();
    expect(await started.ended()).toEqual({ exitCode: 0, out: "", err: "" });
  });

  it("is ended by Ctrl-C at once where nothing has to be put in order", async () => {
    silent.listen(0, "127.0.0.1");
    await once(silent, "listening");
    const started = startProcess(["verify", `http://127.0.0.1:${(silent.address() as AddressInfo).port}`]);
    await once(silent, "request");
    started.child.kill("SIGINT");
    expect(await started.ended()).toMatchObject({ exitCode: "SIGINT" });
  });

  it("writes no colours where its output is no terminal", async () => {
    const { out } = await startProcess(["topology", file], { env: { FORCE_COLOR: "1" } }).ended();
    expect(out).not.toContain("\u001b");
  });

  it("loads neither the lab nor CDKTF to show or explain an input", async () => {
    const env = { NODE_DEBUG: "module" };
    const { exitCode, err } = await startProcess(["topology", file], { env }).ended();
    expect(exitCode).toBe(0);
    expect(err).toContain("lab/topology/read-topology");
    expect(err).not.toMatch(/load ".*(lab\/local|node_modules\/(cdktf|constructs))\//);
  });
});
