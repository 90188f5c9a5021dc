import type { RequestFacts } from "../request";
import { type Address, parseAddress } from "./address-range";

/** A key and value of a query string, both in lower case (R24). */
export interface QueryField {
  readonly key: string;
  readonly value: string;
  /** As sent. */
  readonly text: string;
}

/** A request as conditions see it, each part made ready when the first condition asks for it. */
export class Subject {
  readonly request: RequestFacts;
  /** Lower case; a dot at the end, which says that a name is complete, is no part of the name. */
  readonly host: string;
  readonly path: string;
  #headers?: Map<string, readonly string[]>;
  #fields?: readonly QueryField[];
  #address?: Address | "none";

  constructor(request: RequestFacts) {
    this.request = request;
    const host = visible(request.host).toLowerCase();
    this.host = host.endsWith(".") ? host.slice(0, -1) : host;
    this.path = visible(request.path);
  }

  /** Values of a header in lower case, in the order in which they came; its name in lower case too (R22). */
  headerTexts(lowerCaseName: string): readonly string[] {
    this.#headers ??= new Map();
    const known = this.#headers.get(lowerCaseName);
    if (known !== undefined) return known;
    const sent = this.request.header(lowerCaseName);
    const texts = sent.length === 0 ? sent : sent.map((value) => visible(value).toLowerCase());
    this.#headers.set(lowerCaseName, texts);
    return texts;
  }

  get queryFields(): readonly QueryField[] {
    this.#fields ??= parseFields(this.request.query);
    return this.#fields;
  }

  /** Peer of the connection; undefined when it is no IP address. */
  get address(): Address | undefined {
    this.#address ??= parseAddress(this.request.sourceIp) ?? "none";
    return this.#address === "none" ? undefined : this.#address;
  }
}

const hidden = /[^ -~\x80-\uffff]/;
const everyHidden = new RegExp(hidden, "g");

/** The text without control characters, 0x00-0x1f and 0x7f, which rules leave out (R13). */
function visible(text: string): string {
  return hidden.test(text) ? text.replace(everyHidden, "") : text;
}

/** From the first `?`, which is cut off already, to a `#` or the end; fields separated by `&` (R30). */
function parseFields(query: string): readonly QueryField[] {
  const hash = query.indexOf("#");
  const fields = hash === -1 ? query : query.slice(0, hash);
  if (fields === "") return [];
  const lower = visible(fields).toLowerCase();
  const compared = lower.split("&");
  const sent = lower === fields ? compared : fields.split("&");
  return compared.map((field, index) => {
    const text = sent[index] as string;
    const equals = field.indexOf("=");
    return equals === -1
      ? { key: field, value: "", text }
      : { key: field.slice(0, equals), value: field.slice(equals + 1), text };
  });
}
