import { isIPv4 } from "node:net";
import type { RequestFacts } from "../../../../lab/alb";
import type { Box } from "../../../../lab/lint/routes/box";
import type { Dimension } from "../../../../lab/lint/routes/dimensions";
import { accepts, type Language } from "../../../../lab/lint/routes/language";

/** Tells whether a request is in a box, word by word: what conditions see of a request is written down here once more. */
export function membership(request: RequestFacts): (box: Box) => boolean {
  const words = new Map<Dimension, readonly string[]>();
  const met = (dimension: Dimension, language: Language) => {
    if (!words.has(dimension)) words.set(dimension, wordsOf(request, dimension));
    return words.get(dimension)?.some((word) => accepts(language, word)) === true;
  };
  return (box) => {
    for (const [dimension, { hits, avoid }] of box) {
      if (!hits.every((language) => met(dimension, language))) return false;
      if (avoid.some((language) => met(dimension, language))) return false;
    }
    return true;
  };
}

/** Control characters are left out (R13). */
function seen(text: string): string {
  return [...text].filter((character) => character >= " " && character !== "\x7f").join("");
}

function wordsOf(request: RequestFacts, dimension: Dimension): readonly string[] {
  switch (dimension) {
    case "host":
      return [seen(request.host).toLowerCase().replace(/\.$/, "")];
    case "path":
      return [seen(request.path)];
    case "method":
      return [request.method];
    case "source":
      return [addressWord(request.sourceIp)];
    case "query": {
      const [fields = ""] = seen(request.query).toLowerCase().split("#");
      return fields === ""
        ? []
        : fields.split("&").map((field) => (field.includes("=") ? field : `${field}=`));
    }
    default:
      return request.header(dimension.slice("header ".length)).map((value) => seen(value).toLowerCase());
  }
}

function addressWord(address: string): string {
  const short = address.replace(/^::ffff:(?=\d+\.)/, "");
  if (isIPv4(short)) {
    const [a = 0, b = 0, c = 0, d = 0] = short.split(".").map(Number);
    return `4${String.fromCharCode(a * 256 + b, c * 256 + d)}`;
  }
  const [left = [], right = []] = address
    .split("::")
    .map((half) => half.split(":").filter((group) => group !== ""));
  const zeros = Array<string>(8 - left.length - right.length).fill("0");
  const groups = [...left, ...zeros, ...right].map((group) => Number.parseInt(group, 16));
  return `6${String.fromCharCode(...groups)}`;
}
