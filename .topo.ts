import { readFileSync } from "node:fs";
import { topologyOf } from "./lab/topology";

const json = JSON.parse(readFileSync(process.argv[2]!, "utf8"));
const a = performance.now();
topologyOf(json);
console.log("cold", performance.now() - a);
