import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { endAll, type Started, startProcess } from "../../cli/support/start-process";
import { tillGone } from "../processes/alive";
import { journalServer } from "./journal-server";
import { forwardTo, type LabConfig, labText } from "./lab-config";
import { failures, startLoad } from "./load";
import { ask } from "./run-lab";

const directory = mkdtempSync(join(tmpdir(), "up-process-"));
const file = join(directory, "cdk.tf.json");
afterEach(endAll);
afterAll(() => rmSync(directory, { recursive: true, force: true }));

interface Ready {
  readonly listeners: readonly { readonly url: string }[];
  readonly dashboard: string;
  readonly targets: readonly { readonly pid: number }[];
}

interface Up extends Started {
  readonly url: string;
  /** Listeners and dashboard. An address of a target is not among them: another lab may take it the moment it is free. */
  readonly places: readonly string[];
  readonly pids: readonly number[];
  /** Settles once this was written to standard error. */
  told(words: string): Promise<void>;
}

/** `alb-lab up` in a process of its own, from a file. */
async function up(config: LabConfig): Promise<Up> {
  writeFileSync(file, labText(config));
  const words = ["up", file, "--json", "--port", "80=0", "--speed", "50"];
  const started = startProcess(words, { env: { XDG_CACHE_HOME: directory } });
  const { listeners, dashboard, targets }: Ready = JSON.parse(await started.line());
  const urls = listeners.map(({ url }) => url);
  return {
    ...started,
    url: urls[0] ?? "",
    places: [...urls, dashboard],
    pids: targets.map(({ pid }) => pid),
    told: teller(started),
  };
}

function teller({ child }: Started): Up["told"] {
  let text = "";
  child.stderr?.on("data", (more) => {
    text += more;
  });
  return async (words) => {
    while (!text.includes(words)) await new Promise((heard) => child.stderr?.once("data", heard));
    text = text.slice(text.indexOf(words) + words.length);
  };
}

function isOpen(place: string): Promise<boolean> {
  const { hostname, port } = new URL(place);
  return new Promise((settle) => {
    const socket = connect({ host: hostname, port: Number(port) });
    socket.on("connect", () => settle(true)).on("error", () => settle(false));
    socket.on("close", () => socket.destroy()).on("connect", () => socket.destroy());
  });
}

async function openOf(places: readonly string[]): Promise<readonly string[]> {
  const open = await Promise.all(places.map(isOpen));
  return places.filter((_, index) => open[index]);
}

const two = () => ["Server-1", "Server-2"].map(journalServer);

describe("alb-lab up under load", () => {
  it("on SIGINT finishes what is in flight, ends with 0, leaves no process and no port [P-55]", async () => {
    const servers = two();
    const lab = await up({ groups: { web: { servers } } });
    const load = startLoad(lab.url);
    await load.more(100);
    const slow = [1, 2, 3, 4].map(() => ask(`${lab.url}slow`));
    const arrived = () => servers.flatMap((server) => server.notes()).filter(({ url }) => url === "/slow");
    while (arrived().length < slow.length) await load.more(10);
    lab.child.kill("SIGINT");
    expect((await Promise.all(slow)).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await lab.ended()).toMatchObject({ exitCode: 0, err: "" });
    // From then on nobody listens, and a connection without a request may be closed; no request is answered badly.
    for (const { status, error = "" } of await load.stop())
      expect(`${status} ${error}`).toMatch(/^200 $|ECONNREFUSED|ECONNRESET|socket hang up/);
    expect(await tillGone(lab.pids, 2000)).toEqual([]);
    expect(await openOf(lab.places)).toEqual([]);
  });

  it("killed with SIGKILL leaves no process and no port after two seconds [P-56]", async () => {
    const lab = await up({ groups: { web: { servers: [...two(), { name: "Server-3" }] } } });
    const load = startLoad(lab.url);
    await load.more(100);
    expect(await openOf(lab.places)).toEqual(lab.places);
    lab.child.kill("SIGKILL");
    expect((await lab.ended()).exitCode).toBe("SIGKILL");
    expect(await tillGone(lab.pids, 2000)).toEqual([]);
    expect(await openOf(lab.places)).toEqual([]);
    await load.stop();
  });

  const server = { name: "Server-1" };
  const unfit = (config: Partial<LabConfig>) =>
    labText({ groups: { web: { servers: [server] } }, ...config });

  it.each<[string, string, string]>([
    ["is cut off", "{", "JSON"],
    ["is of another kind", "[1]", "must be"],
    ["has a listener at no port", unfit({ listener: { port: 70_000 } }), "from 1 to 65535, got 70000"],
    ["has a listener of no HTTP", unfit({ listener: { protocol: "TLS" } }), "must be HTTP or HTTPS, got TLS"],
    ["forwards to a group that is not there", unfit({ defaultAction: forwardTo("none") }), "not declared"],
  ])(
    "refuses with a message a file that %s, and serves on without a failed request [P-54]",
    async (_, text, message) => {
      const servers = two();
      const lab = await up({ groups: { web: { servers } } });
      const load = startLoad(lab.url);
      await load.more(100);
      writeFileSync(file, text);
      await lab.told("change not taken up: ");
      await lab.told(message);
      await load.more(100);
      writeFileSync(file, labText({ groups: { web: { servers: servers.slice(0, 1) } } }));
      await lab.told("in use");
      await load.more(100);
      const results = await load.stop();
      expect(failures(results)).toEqual({});
      const last = results.slice(-50).map(({ body }) => body.split(" ")[0]);
      expect(new Set(last)).toEqual(new Set(["Server-1"]));
      lab.child.kill("SIGINT");
      expect((await lab.ended()).exitCode).toBe(0);
    },
  );
});
