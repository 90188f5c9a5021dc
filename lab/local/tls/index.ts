export { authorityFile, certificateFor } from "./certificate-for";
export { type DeclaredTls, listenerTls } from "./listener-tls";
