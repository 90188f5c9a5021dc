import { ask, type Opening } from "../../reach";
import { labelOf } from "../../topology";
import type { Comparison } from "../comparison";
import { few } from "../targets/target-course";
import type { Wearer } from "./opened-groups";

/** Which of those that rules open to the internet can be reached from there: routes and public addresses count too. */
export function exposureOf(
  { after }: Comparison,
  openings: readonly Opening[],
  wearers: readonly Wearer[],
): string {
  const open = wearers.filter(({ address }) => openings.some((one) => isExposed(after, one, address)));
  if (open.length > 0) return `from then on anybody may connect to ${few(open.map((one) => labelOf(one)))}`;
  return "nothing that has the group can be reached from the internet today, by routes or for want of a public address; the rule waits for the first that can";
}

function isExposed({ topology }: Comparison["after"], { services, family }: Opening, to: string): boolean {
  const [{ protocol = "-1", fromPort = 0, toPort = 0 } = {}] = services;
  const port = protocol === "tcp" || protocol === "udp" ? ([fromPort, toPort] as const) : undefined;
  const question = { from: "internet", to, ...(family && { family }), protocol: protocolOf(protocol) };
  return ask(topology, { ...question, ...(port && { port }) }).verdict !== "no";
}

function protocolOf(protocol: string): string {
  return protocol === "-1" ? "all" : protocol;
}
