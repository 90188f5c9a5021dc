import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { cacheDirectory } from "../cache-directory";
import { LabError } from "../lab-error";
import { type Addresses, createAddresses } from "./addresses";
import { type Command, filesDirectory, serverCommand, standInCommand } from "./commands";
import { createInstaller, type Installer } from "./install-packages";
import { planLaunch } from "./launch-plan";
import { prepareServer } from "./prepare-server";
import { createRunDirectory } from "./run-directory";
import { SupervisedTarget } from "./supervised-target";
import { BACK_OFF } from "./supervision";
import type { Fleet, FleetOptions, TargetProcess, TargetSpec } from "./target-process";

const START_TIMEOUT_MS = 10_000;
const STOP_TIMEOUT_MS = 90_000;

/**
 * Makes ready to run targets as children of this process.
 *
 * @throws LabError when the cache directory cannot be written
 */
export async function openFleet(options: FleetOptions = {}): Promise<Fleet> {
  const cache = options.cacheDirectory ?? cacheDirectory();
  const directory = await createRunDirectory(cache);
  const closing = new AbortController();
  const installer = createInstaller(cache, directory, closing.signal);
  return new LocalFleet(options, directory, installer, closing);
}

interface Member {
  readonly target: SupervisedTarget;
  readonly started: Promise<void>;
  /** Files of this target only. */
  readonly directory: string;
  readonly release: () => void;
}

class LocalFleet implements Fleet {
  readonly #options: FleetOptions;
  readonly #directory: string;
  readonly #installer: Installer;
  readonly #closing: AbortController;
  readonly #addresses: Addresses = createAddresses();
  readonly #members = new Map<string, Promise<Member>>();
  readonly #targets = new Map<string, TargetProcess>();
  #count = 0;

  constructor(options: FleetOptions, directory: string, installer: Installer, closing: AbortController) {
    this.#options = options;
    this.#directory = directory;
    this.#installer = installer;
    this.#closing = closing;
  }

  get targets(): ReadonlyMap<string, TargetProcess> {
    return this.#targets;
  }

  async start(spec: TargetSpec): Promise<TargetProcess> {
    if (this.#closing.signal.aborted)
      throw new LabError("a fleet must be open, got one that is closed; open another");
    if (this.#members.has(spec.key))
      throw new LabError(`the key of a target must be unique, got ${spec.key} twice; remove the first one`);
    const admitted = this.#admit(spec, String(this.#count++));
    this.#members.set(spec.key, admitted);
    const { target, started } = await admitted.catch((error) => {
      this.#members.delete(spec.key);
      throw error;
    });
    await within(this.#options.startTimeoutMs ?? START_TIMEOUT_MS, started);
    return target;
  }

  async remove(key: string): Promise<void> {
    const member = await this.#members.get(key);
    if (member === undefined) return;
    await member.target.stop();
    await rm(member.directory, { recursive: true, force: true });
    member.release();
    this.#targets.delete(key);
    this.#members.delete(key);
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.all([...this.#members.keys()].map((key) => this.remove(key)));
    await rm(this.#directory, { recursive: true, force: true });
  }

  async #admit(spec: TargetSpec, name: string): Promise<Member> {
    const { linkFrom = [__dirname, process.cwd()], backOff, stopTimeoutMs = STOP_TIMEOUT_MS } = this.#options;
    const directory = join(this.#directory, name);
    const plan = planLaunch(spec.userData);
    const isServer = !("standIn" in plan);
    const said = isServer && plan.ports.length > 0 ? plan.ports : spec.ports;
    const placement = await this.#addresses.claim(said);
    const prepare = async (): Promise<Command> => {
      await mkdir(directory, { recursive: true, mode: 0o700 });
      if (isServer) {
        await prepareServer(plan, filesDirectory(directory), linkFrom, this.#installer);
        return serverCommand(plan, spec, directory, placement.host);
      }
      return standInCommand(spec, directory);
    };
    const target = new SupervisedTarget({
      key: spec.key,
      name: spec.name,
      ...(isServer ? {} : { standIn: plan.standIn }),
      placement,
      requiredPorts: isServer && spec.userData?.settings === undefined ? [] : said,
      healthPaths: spec.healthPaths ?? [(isServer && plan.healthPath) || "/health"],
      backOff: { ...BACK_OFF, ...backOff, ...(spec.restart === undefined ? {} : { restart: spec.restart }) },
      stopTimeoutMs: isServer && plan.stopTimeoutSeconds ? plan.stopTimeoutSeconds * 1000 : stopTimeoutMs,
      prepare,
    });
    this.#targets.set(spec.key, target);
    // Here, so that whoever stops or removes it later finds it starting.
    const started = target.start();
    return { target, started, directory, release: () => placement.release() };
  }
}

async function within(ms: number, promise: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([promise, late]);
  clearTimeout(timer);
}
