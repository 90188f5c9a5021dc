import { type Instance, isUnknown, type Topology } from "../../topology";
import { CannotJudge } from "../cannot-judge";
import type { Received } from "../received/read-received";
import { shown, someOf } from "../words";
import { fullNamesOf, shortNamesOf } from "./names-of";

/** Everything a server is called, its own name first: the one that it answers with, its tag, its address. */
export function namesOfServer(instance: Instance): readonly string[] {
  const { userData } = instance;
  const settings = userData === undefined || isUnknown(userData) ? undefined : userData.settings;
  const own = settings === undefined ? [] : [settings.serverName];
  return [...own, ...[...fullNamesOf(instance)].reverse(), ...shortNamesOf(instance)];
}

/** Whether a target is the server of that name. */
export function isServer(
  { name, instance }: { readonly name: string; readonly instance?: Instance },
  wanted: string,
): boolean {
  return name === wanted || (instance !== undefined && namesOfServer(instance).includes(wanted));
}

/** @throws CannotJudge where it is none, or one of several */
export function findServer({ name, topology }: Received, wanted: string): Instance {
  const { instances } = topology;
  if (instances.length === 0)
    throw new CannotJudge(`${name}: must declare an instance, got none; is it the right input?`);
  const found = instances.filter((instance) => namesOfServer(instance).includes(wanted));
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return only;
  if (only !== undefined)
    throw new CannotJudge(
      `${shown(wanted)} may be any of ${found.length} servers; say which by ${someOf(found.map(placeOfServer), "or")}`,
    );
  throw new CannotJudge(
    `no server is called ${shown(wanted)}; there ${instances.length === 1 ? "is" : "are"} ${someOf(serverLabels(topology))}`,
  );
}

function serverLabels({ instances }: Topology): readonly string[] {
  return instances.map(serverLabel);
}

/** The name that a server answers with, else its tag, else its address. */
export function serverLabel(instance: Instance): string {
  return namesOfServer(instance)[0] ?? instance.address;
}

function placeOfServer({ path, address }: Instance): string {
  return path ?? address;
}
