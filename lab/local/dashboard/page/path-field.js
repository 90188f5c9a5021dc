// @ts-check
import { byId, setAttribute, setOptional } from "./dom.js";

const path = byId("path", HTMLInputElement);
const problem = byId("path-problem", HTMLElement);

/** The path to ask for, with what is missing put in; undefined when the field says why it cannot be asked for. */
export function readPath() {
  const typed = path.value.trim();
  const fault = faultOf(typed);
  setOptional(problem, fault);
  setAttribute(path, "aria-invalid", String(fault !== ""));
  if (fault !== "") {
    path.focus();
    return undefined;
  }
  path.value = typed.startsWith("/") ? typed : `/${typed}`;
  return path.value;
}

/** @param {string} typed */
function faultOf(typed) {
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(typed)) return "Only the path, such as /shop?a=1, without the address.";
  const [odd] = /[^!-~]/u.exec(typed) ?? [];
  if (odd === undefined) return "";
  return odd.trim() === ""
    ? "A path has no spaces: write %20 instead."
    : `A path cannot hold ${odd}: write ${encoded(odd)} instead.`;
}

/** @param {string} character */
function encoded(character) {
  try {
    return encodeURIComponent(character);
  } catch {
    return "its code, such as %C3%A9,";
  }
}

path.addEventListener("input", () => {
  setOptional(problem, "");
  path.removeAttribute("aria-invalid");
});
