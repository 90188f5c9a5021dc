import { readFileSync } from "node:fs";
import { problemLines, synthesize } from "../main";
import { renderStack } from "./render-stack";
import { parseStackContents } from "./stack-contents";

try {
  const [file = ""] = synthesize(["dev"]);
  console.log(renderStack("dev", parseStackContents(readFileSync(file, "utf8")), file));
} catch (error) {
  console.error(problemLines(error));
  process.exitCode = 1;
}
