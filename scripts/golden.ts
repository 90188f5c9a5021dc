import { writeFileSync } from "node:fs";
import { moves } from "../environments";
import { compareAddresses } from "./compare-addresses";
import { goldenFile, readGolden, synthesizedAddresses } from "./golden-addresses";

/** Accepts today's resource addresses, unless one looks like a rename that was not recorded. */
function acceptAddresses(): number {
  const today = synthesizedAddresses();
  const differences = [...today].map(([environment, addresses]) => ({
    environment,
    addresses,
    ...compareAddresses(environment, readGolden(environment), addresses, moves),
  }));
  const problems = new Set(differences.flatMap((difference) => difference.problems));
  for (const problem of problems) console.error(problem);
  if (problems.size > 0) return 1;
  for (const { environment, addresses, added, gone } of differences) {
    writeFileSync(goldenFile(environment), `${addresses.join("\n")}\n`);
    console.log(`${environment}: ${addresses.length} addresses, ${added.length} added, ${gone.length} gone`);
  }
  return 0;
}

process.exitCode = acceptAddresses();
