import { topologyOf } from "../topology";
import { type LintOptions, type LintReport, lint } from "./lint";

/**
 * Looks for every defect in a stack that is about to be written.
 *
 * @param json what would be written to `cdk.tf.json`
 */
export function lintJson(json: object, options: LintOptions = {}): LintReport {
  return lint(topologyOf(json), options);
}
