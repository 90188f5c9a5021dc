export type { LabSnapshot } from "./dashboard";
export { LabError } from "./lab-error";
export type { LabInput, LabOptions } from "./lab-options";
export { findRunningLabs, type RunningLabRecord } from "./running-labs";
export { checkLabOptions } from "./setup/check-options";
export { type Lab, startLab } from "./start-lab";
export { type Verification, type VerifyOptions, verifyServers } from "./verify/verify-servers";
export { watchFile } from "./watch-file";
