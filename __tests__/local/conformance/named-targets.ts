import type { ServerResponse } from "node:http";
import type { Lab } from "../../../lab/local";
import { startHttpTarget, type Target } from "../http/support/lab";
import { type Answer, allHealthy } from "../lab/run-lab";
import { Deferred, labOf, rarelyChecked } from "./connected-lab";

export const servers = (...names: string[]) => names.map((name) => ({ name, foreign: true }));

export interface NamedTarget extends Target {
  readonly held: Deferred<ServerResponse>;
}

/** Answers with its name; a request for /hold waits for the test. */
export async function named(name: string): Promise<NamedTarget> {
  const held = new Deferred<ServerResponse>();
  const target = await startHttpTarget((request, response) => {
    if (request.url === "/hold") held.resolve(response);
    else response.end(name);
  });
  return { ...target, held };
}

export const bodies = (answers: readonly Answer[]) => answers.map(({ body }) => body);

/** A lab with two healthy targets, `one` and `two`. */
export async function twoTargets(
  group: Readonly<Record<string, unknown>> = {},
): Promise<{ lab: Lab; one: NamedTarget; two: NamedTarget }> {
  const [one, two] = [await named("one"), await named("two")];
  const lab = await labOf({ one, two }, { group: { ...rarelyChecked, ...group } });
  await allHealthy(lab);
  return { lab, one, two };
}
