// @ts-check
import { add, byId, element, setOptional, setText, showList } from "./dom.js";
import { makeRule } from "./rule.js";

/** @typedef {import("../snapshot").LoadBalancerView} LoadBalancerView */
/** @typedef {import("../snapshot").ListenerView} ListenerView */

const balancers = byId("balancers", HTMLElement);
const none = byId("no-balancers", HTMLElement);

/** @param {readonly LoadBalancerView[]} views */
export function showBalancers(views) {
  none.hidden = views.length > 0;
  showList(balancers, views, ({ key }) => key, makeBalancer);
}

/** @param {LoadBalancerView} view @returns {import("./dom.js").View<LoadBalancerView>} */
function makeBalancer({ key }) {
  const root = element("article", "frame");
  root.dataset.balancer = key;
  const head = add(root, element("header", "frame-head"));
  const name = add(head, element("h3"));
  const zones = add(head, element("p", "muted"));
  const listeners = add(root, element("div", "stack"));
  const empty = add(root, element("p", "empty", "It has no listener."));
  return {
    root,
    update(view) {
      setText(name, view.name);
      setOptional(zones, view.zones.join(", "));
      empty.hidden = view.listeners.length > 0;
      showList(listeners, view.listeners, (listener) => listener.key, makeListener);
    },
  };
}

/** @param {ListenerView} listener @returns {import("./dom.js").View<ListenerView>} */
function makeListener({ key }) {
  const root = element("section", "lane");
  const card = add(root, element("div", "card listener"));
  card.dataset.node = `listener:${key}`;
  const name = add(card, element("h4"));
  const link = add(card, element("a", "code"));
  link.target = "_blank";
  link.rel = "noreferrer";
  const why = add(card, element("p", "alarm"));
  const rules = add(root, element("ol", "rules"));
  return {
    root,
    update(listener) {
      setText(name, `${listener.protocol} ${listener.port}`);
      showLink(link, listener.url);
      setOptional(why, listener.unreachable === undefined ? "" : `Not reachable: ${listener.unreachable}`);
      rules.setAttribute("aria-label", `Rules of listener ${listener.protocol} ${listener.port}`);
      showList(rules, listener.rules, (rule) => rule.key, makeRule);
    },
  };
}

/** @param {HTMLAnchorElement} link @param {string | undefined} url */
function showLink(link, url) {
  link.hidden = url === undefined;
  if (url === undefined || !/^https?:\/\//.test(url)) return;
  if (link.href !== url) link.href = url;
  setText(link, link.host);
}
