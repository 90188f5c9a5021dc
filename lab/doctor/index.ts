export { allCauses } from "./all-causes";
export type { Case } from "./case";
export type { Cause, Indication, Kind } from "./cause";
export { type DiagnoseOptions, diagnose } from "./diagnose";
export type { About, Certainty, Diagnosis, DoctorReport, TargetCount, Unexplained } from "./diagnosis";
export type { Evidence, Gap, SeenProbe, SeenProcess, SeenRequest, SeenTarget } from "./evidence";
