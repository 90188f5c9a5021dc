import type { DesyncClass } from "./desync-verdict";

/** `close`: let through, then both connections are closed. `refuse`: 400, and the client's connection is closed. */
export type DesyncTreatment = "pass" | "close" | "refuse";

/**
 * What a mode does with a class (P60). It is asked about requests whose framing is clear only: what http-desync-guardian
 * calls Ambiguous or Acceptable but two servers may read differently (a length together with a coding, a folded line, a
 * line without colon, an empty name, a lone LF, a space or control character in the URI) is refused in every mode, as
 * the smuggling set wants it (R1-R3, R8, R9, R12, R13, R17, R30, R33), though the table would let it through.
 */
const TREATMENTS: Readonly<Record<string, Readonly<Record<DesyncClass, DesyncTreatment>>>> = {
  monitor: { Compliant: "pass", Acceptable: "pass", Ambiguous: "pass", Severe: "pass" },
  defensive: { Compliant: "pass", Acceptable: "pass", Ambiguous: "close", Severe: "refuse" },
  strictest: { Compliant: "pass", Acceptable: "refuse", Ambiguous: "refuse", Severe: "refuse" },
};

/** @param mode `monitor`, `defensive` or `strictest`; anything else counts as `defensive`, the default */
export function applyDesyncMode(mode: string, desyncClass: DesyncClass): DesyncTreatment {
  const treatments = Object.hasOwn(TREATMENTS, mode) ? TREATMENTS[mode] : TREATMENTS.defensive;
  return treatments?.[desyncClass] ?? "refuse";
}
