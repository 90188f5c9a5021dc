import { isFor, type TlsVersion, tlsVersions } from "../../alb";
import { type Certificate, isUnknown, type Listener, listed, placeOf } from "../../topology";
import { CannotJudge } from "../cannot-judge";
import type { Judgement } from "../judgement";
import { assertSome, knownOr, shown } from "../words";
import type { Asked } from "./ask";
import { describeAnswer } from "./describe-answer";
import type { ExpectedWay } from "./expected";

const keys = ["listener", "certificate", "tlsPolicy", "minimumTls"] as const;

const versions: readonly TlsVersion[] = ["TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"];

/** Whether a request comes in as it should. @throws CannotJudge */
export function judgeOver(asked: Asked, expected: ExpectedWay): Judgement {
  assertSome(expected, keys, "over");
  const { minimumTls } = expected;
  if (minimumTls !== undefined && !versions.includes(minimumTls))
    throw new CannotJudge(`over: minimumTls must be ${listed(versions, "or")}, got ${shown(minimumTls)}`);
  const { listener, report, request } = asked;
  const words = keys.flatMap((key) => (expected[key] === undefined ? [] : [`${key} ${expected[key]}`]));
  const asserted = { subject: request, wanted: `come in over ${words.join(", ")}` };
  if (listener === undefined)
    return { ...asserted, holds: false, seen: describeAnswer(report, asked.received.topology) };
  const flaws = [...flawsOf(asked, listener, expected)];
  const seen = flaws.length === 0 ? "it does" : flaws.join("; ");
  return { ...asserted, holds: flaws.length === 0, seen: `${placeOf(listener)}: ${seen}` };
}

function* flawsOf({ report }: Asked, listener: Listener, expected: ExpectedWay): Generator<string> {
  const { port, sslPolicy } = listener;
  if (expected.listener !== undefined && port !== expected.listener) yield `listens on port ${port}`;
  if (expected.certificate !== undefined)
    yield* certificateFlaws(listener, report.request.host, expected.certificate);
  if (expected.tlsPolicy === undefined && expected.minimumTls === undefined) return;
  if (sslPolicy === undefined) return yield "speaks HTTP, without TLS";
  const policy = knownOr(sslPolicy, `TLS policy of ${placeOf(listener)}`);
  if (expected.tlsPolicy !== undefined && policy !== expected.tlsPolicy) yield `has TLS policy ${policy}`;
  const { minVersion } = tlsVersions(policy);
  if (expected.minimumTls !== undefined && minVersion < expected.minimumTls)
    yield `its TLS policy ${policy} admits ${minVersion}`;
}

function* certificateFlaws(listener: Listener, host: string, wanted: string): Generator<string> {
  if (listener.certificates.length === 0) return yield "has no certificate";
  const shown = certificateFor(listener, host);
  const names = isUnknown(shown.names) ? undefined : shown.names;
  const place = namesOfCertificate(shown);
  if (!place.includes(wanted))
    yield `shows the certificate ${place[0]}${names ? `, which is for ${names.join(", ")}` : ""}`;
  else if (names !== undefined && !names.some((name) => isFor(name, host)))
    yield `its certificate is for ${names.join(", ")}, not for ${host}`;
}

/** Which one a client is shown that asks for a host (R2). */
function certificateFor({ certificates, ...listener }: Listener, host: string): Certificate {
  const [first, ...others] = certificates as readonly [Certificate, ...Certificate[]];
  if (others.length === 0) return first;
  const open = certificates.find(({ names }) => isUnknown(names));
  const fitting = certificates.filter(
    ({ names }) => !isUnknown(names) && names.some((name) => isFor(name, host)),
  );
  if (open === undefined && fitting.length < 2) return fitting[0] ?? first;
  const why =
    open === undefined
      ? "several are for it, and their keys decide"
      : "the names of one are not in the input";
  throw new CannotJudge(`which certificate ${placeOf(listener)} shows for ${host} is not known: ${why}`);
}

function namesOfCertificate({ certificate, names }: Certificate): readonly string[] {
  if (isUnknown(certificate)) throw new CannotJudge(`the certificate is not known: ${certificate.unknown}`);
  const place =
    "address" in certificate
      ? [certificate.address, certificate.address.split(".").at(-1) ?? ""]
      : [certificate.external];
  return [...place, ...(isUnknown(names) ? [] : names)];
}
