import { readFileSync } from "node:fs";
import { createColors } from "picocolors";
import { problemLines, synthesize } from "../main";
import { renderStack } from "./render-stack";
import { parseStackContents } from "./stack-contents";

try {
  const [file = ""] = synthesize(["dev"]);
  // picocolors alone would also colour what CI writes to a file
  const paint = createColors(process.stdout.isTTY === true && !process.env.NO_COLOR);
  console.log(renderStack("dev", parseStackContents(readFileSync(file, "utf8")), file, paint));
} catch (error) {
  console.error(problemLines(error));
  process.exitCode = 1;
}
