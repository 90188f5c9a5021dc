import { isUnknown, type Link } from "../topology";
import type { Subject } from "./subject";

/** Whether two links lead to different VPCs for sure; what a data source looks up may be what is declared as well. */
export function areDifferentVpcs(subject: Subject, one: Link | undefined, other: Link | undefined): boolean {
  if (one === undefined || other === undefined || isUnknown(one) || isUnknown(other)) return false;
  if ("external" in one && "external" in other) return one.external !== other.external;
  if (!("address" in one) || !("address" in other)) return false;
  const [first, second] = [subject.resource(one.address), subject.resource(other.address)];
  if (first?.mode !== "managed" || second?.mode !== "managed") return false;
  return first !== second && (first.type === "aws_vpc" || second.type === "aws_vpc");
}

/** Whether it is a VPC that is made here, and so is not the default one of the region. */
export function isOwnVpc(subject: Subject, vpc: Link | undefined): boolean {
  if (vpc === undefined || !("address" in vpc)) return false;
  const resource = subject.resource(vpc.address);
  return resource?.mode === "managed" && resource.type === "aws_vpc";
}

/** Whether Terraform's state knows it already, so that others may have added to it since. */
export function isThereAlready(subject: Subject, { address }: { readonly address: string }): boolean {
  return typeof subject.resource(address)?.value("id") === "string";
}
