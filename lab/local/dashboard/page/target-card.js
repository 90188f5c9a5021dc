// @ts-check
import { add, element, setAttribute, setOptional, setText } from "./dom.js";
import { hueOf } from "./hues.js";
import { isUnchecked, noteOf } from "./lessons.js";
import { makeProbes } from "./probes.js";
import { makeControls } from "./target-controls.js";
import { explain, healthWords, processWords } from "./words.js";

/** @typedef {import("../snapshot").TargetView} TargetView */

/**
 * @param {TargetView} target
 * @param {boolean} small what is not asked for is folded away
 * @returns {import("./dom.js").View<TargetView>}
 */
export function makeTarget({ key, name }, small) {
  const root = element("article", "card target");
  root.dataset.node = `target:${key}`;
  root.dataset.hue = hueOf(name);
  const head = add(root, element("header", "target-head"));
  const heading = add(head, element("h5", "target-name"));
  const badge = add(head, element("span", "badge"));
  const sign = add(badge, element("span", "sign"));
  sign.setAttribute("aria-hidden", "true");
  const word = add(badge, element("span"));
  const reason = makeReason(root, small);
  const note = add(root, element("p", "note"));
  const probes = makeProbes();
  root.append(probes.root);
  const more = add(root, small ? makeFold(name) : element("div", "more"));
  const work = makeWork(more);
  const place = add(more, element("p", "muted code"));
  const controls = makeControls();
  more.append(controls.root);
  return {
    root,
    update(target) {
      const { word: stateWord, sign: stateSign } = healthWords[target.health];
      setAttribute(root, "data-health", target.health);
      setText(heading, target.name);
      setText(word, stateWord);
      setText(sign, stateSign);
      setText(place, `${target.address} · ${processWords(target, Date.now())}`);
      reason(target);
      setOptional(note, noteOf(target));
      probes.root.hidden = isUnchecked(target);
      probes.update(target.probes);
      work(target);
      controls.update(target);
    },
  };
}

/** @param {string} name */
function makeFold(name) {
  const fold = element("details", "more");
  const summary = add(fold, element("summary", "", "Details"));
  summary.setAttribute("aria-label", `Details: ${name}`);
  return fold;
}

/** The code as AWS shows it, and what it means. @param {HTMLElement} card @param {boolean} small without the latter */
function makeReason(card, small) {
  const root = add(card, element("p", "reason"));
  const code = add(root, element("strong", "code"));
  const meaning = add(root, element("span"));
  /** @param {TargetView} target */
  return ({ reason, description }) => {
    root.hidden = reason === undefined && description === undefined;
    setOptional(code, reason ?? "");
    const explanation = small ? "" : explain(reason ?? "");
    setText(meaning, [description && `${description}.`, explanation].filter(Boolean).join(" "));
  };
}

/** How much it does, in words and as a bar. @param {HTMLElement} card */
function makeWork(card) {
  const root = add(card, element("p", "work"));
  const text = add(root, element("span", "number"));
  const bar = add(root, element("span", "bar"));
  bar.setAttribute("aria-hidden", "true");
  const fill = add(bar, element("span", "fill"));
  /** @param {TargetView} target */
  return ({ answered, inFlight, share }) => {
    const percent = Math.round(Math.min(1, Math.max(0, share)) * 100);
    const busy = inFlight > 0 ? `, ${inFlight.toLocaleString("en")} in flight` : "";
    const part = answered > 0 ? `, ${percent} % of the latest` : "";
    setText(text, `${answered.toLocaleString("en")} answered${part}${busy}`);
    fill.style.width = `${percent}%`;
  };
}
