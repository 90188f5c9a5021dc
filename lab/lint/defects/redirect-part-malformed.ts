import type { Defect } from "../defect";
import { type RedirectParts, redirectsOf } from "../redirects";
import { known, quoted } from "../values";

interface Grammar {
  readonly must: string;
  readonly fix: string;
  isRefused(text: string): boolean;
}

const isLong = (text: string) => [...text].length > 128;

const GRAMMARS: Readonly<Record<keyof RedirectParts, Grammar>> = {
  protocol: {
    must: "HTTP, HTTPS or #{protocol}",
    fix: "write it in capitals, or leave it out to keep the protocol",
    isRefused: (text) => !/^(HTTPS?|#\{protocol\})$/.test(text),
  },
  host: {
    must: "1 to 128 characters of a host name, without protocol, port or path",
    fix: "leave only the name, and give the rest as protocol, port and path",
    isRefused: (text) => text === "" || isLong(text) || isNoHost(text),
  },
  port: {
    must: "1 to 65535 or #{port}",
    fix: "correct the port, or leave it out to keep the port",
    isRefused: (text) => text !== "#{port}" && !isPort(text),
  },
  path: {
    must: '1 to 128 characters that start with "/"',
    fix: "shorten it, or start it with a slash; what follows the host as it is reads /#{path}",
    isRefused: (text) => !text.startsWith("/") || isLong(text),
  },
  query: {
    must: 'at most 128 characters without the leading "?"',
    fix: "shorten it, or leave the question mark out, which is added",
    isRefused: (text) => text.startsWith("?") || isLong(text),
  },
};

/** Every part of a redirect is written as AWS reads it. */
export const redirectPartMalformed: Defect = {
  id: "redirect-part-malformed",
  severity: "error",
  facts: ["R56", "TF55", "B13"],
  *find(subject) {
    for (const { list, parts } of redirectsOf(subject))
      for (const part of Object.keys(GRAMMARS) as (keyof RedirectParts)[]) {
        const text = known(parts[part]);
        const { must, fix, isRefused } = GRAMMARS[part];
        if (text === undefined || !isRefused(text)) continue;
        yield { at: list.owner, message: `redirect ${part} must be ${must}, got ${quoted(text)}`, fix };
      }
  },
};

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535;
}

/** Placeholders, also those that do not belong here, are looked at apart; an IPv6 address has colons. */
function isNoHost(text: string): boolean {
  const name = text.replace(/#\{[^}]*\}?/g, "");
  return name.startsWith("[") ? /[\s/?#@]/.test(name) : /[\s/?#@:]/.test(name);
}
