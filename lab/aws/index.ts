export { type RequiredPermission, requiredPermissions } from "./asking/calls";
export { AwsError } from "./aws-error";
export { type GatherOptions, gatherFromAws } from "./gather-from-aws";
