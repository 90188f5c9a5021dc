export { type CertificateFacts, isFor, selectCertificate } from "./select-certificate";
export { type TlsVersion, type TlsVersions, tlsVersions } from "./tls-versions";
