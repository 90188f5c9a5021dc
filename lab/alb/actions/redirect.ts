import type { RedirectAction, Settled } from "../../topology";
import type { RequestFacts } from "../request";
import type { ActionContext, StepOutcome } from "./outcome";
import { pageAnswer } from "./own-answer";

/** A longer Location is refused (R62). */
const longestLocation = 8 * 1024;

/** The answer of a redirect (R63), or 507 when its Location became too long (R62). */
export function redirect(
  action: Settled<RedirectAction>,
  request: RequestFacts,
  context: ActionContext,
): StepOutcome {
  const location = renderLocation(action, request);
  if (location.length > longestLocation) return pageAnswer(507, context);
  return pageAnswer(action.statusCode, context, [["Location", location]]);
}

/** Always with its port, also the default one (R60); no `?` before an empty query (R61). */
export function renderLocation(action: Settled<RedirectAction>, request: RequestFacts): string {
  const fill = (template: string, allowed: readonly Placeholder[]) =>
    template.replace(/#\{(protocol|host|port|path|query)\}/g, (text, name: Placeholder) =>
      allowed.includes(name) ? partOf(name, request) : text,
    );
  const protocol = fill(action.protocol, ["protocol"]).toLowerCase();
  const host = fill(action.host, ["host"]);
  const port = fill(action.port, ["port"]);
  const path = fill(action.path, ["host", "port", "path"]);
  const query = fill(action.query, ["protocol", "host", "port", "path", "query"]);
  return headerText(`${protocol}://${host}:${port}${path}${query === "" ? "" : `?${query}`}`);
}

type Placeholder = "protocol" | "host" | "port" | "path" | "query";

function partOf(name: Placeholder, request: RequestFacts): string {
  if (name === "path") return request.path.replace(/^\//, "");
  return String(request[name]);
}

/** The text with everything that may not stand in a header as it is, such as a line end, percent-encoded. */
function headerText(text: string): string {
  return text.replace(/[^!-~]/gu, (character) => {
    const isByte = character <= "\u00ff";
    return [...Buffer.from(character, isByte ? "latin1" : "utf8")]
      .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`)
      .join("");
  });
}
