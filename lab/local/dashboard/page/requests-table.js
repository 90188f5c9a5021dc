// @ts-check
import { byId, element, setText, showList } from "./dom.js";
import { duration } from "./words.js";

/** @typedef {import("../snapshot").LabSnapshot} LabSnapshot */
/** @typedef {import("../snapshot").RequestView} RequestView */

const rows = byId("requests", HTMLElement);
const table = byId("requests-table", HTMLElement);
const none = byId("no-requests", HTMLElement);
const most = 12;
const clock = new Intl.DateTimeFormat("en-GB", { timeStyle: "medium" });

/** @param {LabSnapshot} snapshot */
export function showRequests({ requests, loadBalancers }) {
  table.hidden = requests.length === 0;
  none.hidden = requests.length > 0;
  const rules = new Map(
    loadBalancers.flatMap(({ listeners }) =>
      listeners.flatMap((listener) =>
        listener.rules.map(({ key, priority }) => [key, `${listener.port} · ${priority}`]),
      ),
    ),
  );
  showList(
    rows,
    requests.slice(0, most),
    ({ id }) => String(id),
    (request) => makeRow(request, rules),
  );
}

/**
 * @param {RequestView} request
 * @param {ReadonlyMap<string, string>} rules
 * @returns {import("./dom.js").View<RequestView>}
 */
function makeRow(request, rules) {
  const row = element("tr");
  const path = element("td", "code path", `${request.method} ${request.path}`);
  path.title = path.textContent ?? "";
  const status = element("td");
  const badge = element("span", "status", request.status === 0 ? "none" : String(request.status));
  badge.dataset.class = String(Math.floor(request.status / 100));
  status.append(badge);
  const took = element("td", "number");
  row.append(
    element("td", "number", clock.format(request.atMs)),
    path,
    status,
    element("td", "", rules.get(request.rule ?? "") ?? "–"),
    element("td", "", request.targetName ?? "the load balancer"),
    took,
  );
  return { root: row, update: ({ ms }) => setText(took, duration(ms)) };
}
