import { readFileSync } from "node:fs";
import { lintJson } from "../../lab/lint";

/** Judges the stack in the first argument once, as a synth does; prints the milliseconds. */
const json = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8"));
const started = performance.now();
lintJson(json);
console.log(performance.now() - started);
