export { authorityFile, certificateFor, type LocalCertificate } from "./certificate-for";
export { type DeclaredTls, listenerTls } from "./listener-tls";
