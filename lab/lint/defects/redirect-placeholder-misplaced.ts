import type { Defect } from "../defect";
import { redirectsOf } from "../redirects";
import { enumerate, known, quoted } from "../values";

/** Where each placeholder may stand; protocol and port hold nothing but their own, which is looked at apart. */
const PLACEHOLDERS = {
  host: ["host"],
  path: ["host", "port", "path"],
  query: ["protocol", "host", "port", "path", "query"],
} as const;

/** A redirect has placeholders that AWS knows, in parts where it fills them in. */
export const redirectPlaceholderMisplaced: Defect = {
  id: "redirect-placeholder-misplaced",
  severity: "error",
  facts: ["R57"],
  *find(subject) {
    for (const { list, parts } of redirectsOf(subject))
      for (const part of ["host", "path", "query"] as const) {
        const allowed = PLACEHOLDERS[part].map((name) => `#{${name}}`);
        const markers = (known(parts[part]) ?? "").match(/#\{[^}]*\}?/g) ?? [];
        const misplaced = markers.find((marker) => !allowed.includes(marker));
        if (misplaced === undefined) continue;
        yield {
          at: list.owner,
          message: `redirect ${part} must hold no placeholder but ${enumerate(allowed)}, got ${quoted(misplaced)}`,
          fix: "write the text that is meant, or correct the name of the placeholder",
        };
      }
  },
};
