import { withIndex } from "../address";
import { isJsonObject, type Json, type JsonObject, listOf, member, memberAt, textOf } from "../json";
import { inModule, type PlannedInstances } from "./planned-instances";
import { parseModuleAddress } from "./reference";

type Key = string | number;

/** An instance of a module: what it declares, and the call that made it. */
export interface ModuleFrame {
  /** Empty for the root module. */
  readonly address: string;
  readonly config: Json | undefined;
  /** Absent for the root module. */
  readonly call?: { readonly expressions: Json | undefined; readonly site: Site };
}

/** Where an expression stands: a module, and which instance of a resource or of a module call it belongs to. */
export interface Site {
  readonly frame: ModuleFrame;
  readonly key?: Key | undefined;
  /** Keys of all instances of that resource or call. */
  readonly keys?: ReadonlySet<Key>;
  /** What `for_each` of that resource or call is. */
  readonly forEach?: Json | undefined;
}

/** The modules of a plan with their configuration. */
export class PlannedModules {
  private readonly frames = new Map<string, ModuleFrame | undefined>();
  private readonly declared = new WeakMap<JsonObject, ReadonlyMap<string, JsonObject>>();

  public constructor(
    private readonly rootModule: Json | undefined,
    private readonly instances: PlannedInstances,
  ) {}

  /** The module instance with this address; undefined when the configuration has no such call. */
  public frame(address: string): ModuleFrame | undefined {
    if (!this.frames.has(address)) this.frames.set(address, this.findFrame(address));
    return this.frames.get(address);
  }

  /** The module that a call makes. */
  public child(parent: ModuleFrame, name: string, key: Key | undefined): ModuleFrame | undefined {
    const call = memberAt(parent.config, "module_calls", name);
    if (call === undefined) return undefined;
    const address = inModule(parent.address, `module.${name}`);
    const site: Site = {
      frame: parent,
      key,
      keys: this.instances.keys(address),
      forEach: member(call, "for_each_expression"),
    };
    return {
      address: withIndex(address, key),
      config: member(call, "module"),
      call: { expressions: member(call, "expressions"), site },
    };
  }

  /** What the configuration says about a resource, by its address inside the module. */
  public resourceConfig({ config }: ModuleFrame, address: string): JsonObject | undefined {
    if (!isJsonObject(config)) return undefined;
    const declared = this.declared.get(config) ?? resourcesByAddress(config);
    this.declared.set(config, declared);
    return declared.get(address);
  }

  private findFrame(address: string): ModuleFrame | undefined {
    let frame: ModuleFrame | undefined = { address: "", config: this.rootModule };
    const steps = parseModuleAddress(address);
    if (steps === undefined) return undefined;
    for (const { name, key } of steps) frame = frame && this.child(frame, name, key);
    return frame;
  }
}

function resourcesByAddress(config: JsonObject): ReadonlyMap<string, JsonObject> {
  const resources = listOf(member(config, "resources")).filter(isJsonObject);
  return new Map(resources.map((resource) => [textOf(member(resource, "address")) ?? "", resource]));
}
