/**
 * Text that Terraform must not evaluate: doubles the markers of interpolation (`${`) and of directives
 * (`%{`), which are Terraform syntax in JSON too. Markers that carry a cdktf token stay as they are.
 */
export function literal(text: string): string {
  return text.replace(/\$\{(?!TfToken\[)/g, "$$$${").replace(/%\{/g, "%%{");
}
