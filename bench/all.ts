import { spawnSync } from "node:child_process";

/** All comparisons one after the other, so that none takes time from another. Exit code: the worst of theirs. */
for (const name of ["synth", "start", "decisions", "lint", "simulation", "review", "proxy"]) {
  console.log(`\n== ${name}\n`);
  const { status } = spawnSync("npm", ["run", "--silent", `bench:${name}`], { stdio: "inherit" });
  process.exitCode = Math.max(Number(process.exitCode ?? 0), status ?? 2);
}
