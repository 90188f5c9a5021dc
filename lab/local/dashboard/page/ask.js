// @ts-check
import { byId, element, setText, showList } from "./dom.js";
import { post } from "./post.js";
import { counted } from "./words.js";

/** @typedef {import("../snapshot").LabSnapshot} LabSnapshot */
/** @typedef {{ key: string, label: string, forwards: boolean }} Choice */

const form = byId("ask", HTMLFormElement);
const field = byId("listener-field", HTMLElement);
const listener = byId("listener", HTMLSelectElement);
const path = byId("path", HTMLInputElement);
const ten = byId("ask-ten", HTMLButtonElement);
const asked = byId("asked", HTMLElement);
let busy = false;

/** Only listeners that are reached can be asked; first offered is one behind which there are targets. @param {LabSnapshot} snapshot */
export function showAsk({ loadBalancers }) {
  const choices = loadBalancers.flatMap(({ name, listeners }) =>
    listeners
      .filter(({ url }) => url !== undefined)
      .map(({ key, protocol, port, rules }) => ({
        key,
        forwards: rules.some(({ groups }) => groups.length > 0),
        label: loadBalancers.length > 1 ? `${name}, ${protocol} ${port}` : `${protocol} ${port}`,
      })),
  );
  field.hidden = choices.length < 2;
  const isFirst = listener.value === "";
  showList(listener, choices, ({ key }) => key, makeChoice);
  if (isFirst) listener.value = (choices.find(({ forwards }) => forwards) ?? choices[0])?.key ?? "";
}

/** @param {Choice} choice @returns {import("./dom.js").View<Choice>} */
function makeChoice({ key, label }) {
  const root = element("option", "", label);
  root.value = key;
  return { root, update: () => {} };
}

/** @param {number} count */
async function ask(count) {
  if (busy) return;
  busy = true;
  form.setAttribute("aria-busy", "true");
  const failure =
    listener.value === ""
      ? "No listener can be reached."
      : await post("/requests", { listener: listener.value, path: path.value, count });
  setText(asked, failure || `${counted(count, "request")} sent.`);
  form.removeAttribute("aria-busy");
  busy = false;
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  void ask(1);
});
ten.addEventListener("click", () => void ask(10));
