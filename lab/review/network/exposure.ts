import { ask, type Opening } from "../../reach";
import { labelOf, listed } from "../../topology";
import type { Comparison } from "../comparison";
import type { Wearer } from "./opened-groups";

/** Which of those that a rule opens to the internet can be reached from there: routes and public addresses count too. */
export function exposureOf(
  { after }: Comparison,
  { services, family }: Opening,
  wearers: readonly Wearer[],
): string {
  const open = wearers.filter(({ address }) => {
    const [{ protocol = "-1", fromPort = 0, toPort = 0 } = {}] = services;
    const port = protocol === "tcp" || protocol === "udp" ? ([fromPort, toPort] as const) : undefined;
    const question = {
      from: "internet",
      to: address,
      ...(family && { family }),
      protocol: protocolOf(protocol),
    };
    const { verdict } = ask(after.topology, { ...question, ...(port && { port }) });
    return verdict !== "no";
  });
  if (open.length > 0)
    return `from then on anybody may connect to ${listed(open.map((one) => labelOf(one)))}`;
  return "nothing that has the group can be reached from the internet today, by routes or for want of a public address; the rule waits for the first that can";
}

function protocolOf(protocol: string): string {
  return protocol === "-1" ? "all" : protocol;
}
