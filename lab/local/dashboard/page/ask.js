// @ts-check
import { byId, element, setOptional, setText, showList } from "./dom.js";
import { readPath } from "./path-field.js";
import { post } from "./post.js";
import { tally } from "./tally.js";

/** @typedef {import("../snapshot").LabSnapshot} LabSnapshot */
/** @typedef {{ key: string, label: string, forwards: boolean }} Choice */

const form = byId("ask", HTMLFormElement);
const field = byId("listener-field", HTMLElement);
const listener = byId("listener", HTMLSelectElement);
const ten = byId("ask-ten", HTMLButtonElement);
const asking = byId("asking", HTMLElement);
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
  const path = busy ? undefined : readPath();
  if (path === undefined) return;
  busy = true;
  form.setAttribute("aria-busy", "true");
  setText(asked, "");
  const outcome =
    listener.value === "" ? "No listener can be reached." : await askInTurn(listener.value, path, count);
  setOptional(asking, "");
  setText(asked, outcome);
  form.removeAttribute("aria-busy");
  busy = false;
}

/** One after the other, so that the order of the answers is to be seen. @param {string} listener @param {string} path @param {number} count */
async function askInTurn(listener, path, count) {
  const replies = [];
  while (replies.length < count) {
    setOptional(asking, `${replies.length} of ${count} answered`);
    const { done, text } = await post("/requests", { listener, path });
    if (!done) return replies.length === 0 ? text : `${tally(replies)} Then: ${text}`;
    replies.push(JSON.parse(text));
  }
  return tally(replies);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  void ask(1);
});
ten.addEventListener("click", () => void ask(10));
