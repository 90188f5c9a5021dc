import {
  createSecureContext,
  DEFAULT_CIPHERS,
  type SecureContext,
  type SecureContextOptions,
} from "node:tls";
import { type CertificateFacts, selectCertificate, tlsVersions } from "../../alb";
import type { ListenerTls } from "../http";
import { type CertificateOptions, certificateFor } from "./certificate-for";

/** Names under which a listener is reached on this machine. */
const LOCAL_NAMES = ["localhost", "127.0.0.1", "::1"];

/** What a listener declares of its TLS. */
export interface DeclaredTls {
  readonly sslPolicy: string;
  /** Names of each certificate, the default one first; empty where nobody knows them. */
  readonly certificates: readonly (readonly string[])[];
}

interface Served extends CertificateFacts {
  readonly key: string;
  readonly chain: string;
}

/**
 * Certificates, choice by server name and protocol versions of an HTTPS listener. Every declared certificate has a local
 * one for the same names; the default one is also for this machine.
 *
 * @throws LabError when the certificates can be neither read nor made
 */
export async function listenerTls(
  { sslPolicy, certificates: [defaultNames = [], ...others] }: DeclaredTls,
  { http2, ...options }: CertificateOptions & { readonly http2: boolean },
): Promise<ListenerTls> {
  const byDefault = await serve([...defaultNames, ...LOCAL_NAMES], options);
  const served: [Served, ...Served[]] = [byDefault];
  for (const names of others) if (names.length > 0) served.push(await serve(names, options));
  const versions = versionOptions(sslPolicy);
  const contexts = new Map<Served, SecureContext>();
  return {
    options: { key: byDefault.key, cert: byDefault.chain, ...versions },
    http2,
    contextFor(serverName) {
      const chosen = selectCertificate(served, serverName);
      if (chosen === byDefault) return undefined;
      const context =
        contexts.get(chosen) ?? createSecureContext({ key: chosen.key, cert: chosen.chain, ...versions });
      contexts.set(chosen, context);
      return context;
    },
  };
}

async function serve(names: readonly string[], options: CertificateOptions): Promise<Served> {
  const certificate = await certificateFor(names, options);
  return { ...certificate, names, keyAlgorithm: "ECDSA", keyBits: 256, hash: "SHA256" };
}

function versionOptions(sslPolicy: string): SecureContextOptions {
  const versions = tlsVersions(sslPolicy);
  const isOld = versions.minVersion === "TLSv1" || versions.minVersion === "TLSv1.1";
  // OpenSSL 3 counts the signatures of these versions as level 0.
  return isOld ? { ...versions, ciphers: `${DEFAULT_CIPHERS}:@SECLEVEL=0` } : versions;
}
