import { filledText, type Kind, known, required } from "../checks/prop-kinds";
import { anyObject, listOf, objectOf, type Shape } from "../checks/prop-shapes";
import type { Network, NetworkSubnet } from "./network";
import { isZone } from "./zone";

const ZONE: Kind = {
  id: "zone-malformed",
  must: "the name of a zone",
  fix: "write it as ap-northeast-2a",
  accepts: isZone,
};

/** A list of zones; how many and which is for the construct to say. */
export const ZONES: Kind = required(known(listOf(known(ZONE))));

const SUBNET: Shape<NetworkSubnet> = {
  zone: required(known(ZONE)),
  subnetId: required(filledText("subnet-missing", "give the id of the subnet")),
};

/** Subnets by zone. */
export const SUBNETS: Kind = known(listOf(objectOf(SUBNET)));

/** A `LabNetwork`, or what `LabNetwork.fromExisting` makes. */
export const NETWORK: Kind = {
  ...required(anyObject),
  id: "network-missing",
  must: "a network",
  fix: "make a LabNetwork, or use LabNetwork.fromExisting",
  accepts: isNetwork,
};

function isNetwork(value: unknown): boolean {
  const { vpcId, ...lists }: Partial<Network> = Object(value);
  const { publicSubnets, privateSubnets, publicAccess, privateAccess } = lists;
  if (typeof vpcId !== "string" || !Array.isArray(publicAccess) || !Array.isArray(privateAccess))
    return false;
  return [publicSubnets, privateSubnets].every(
    (subnets: unknown) => Array.isArray(subnets) && subnets.every(isSubnet),
  );
}

function isSubnet(value: unknown): boolean {
  const { zone, subnetId }: Partial<NetworkSubnet> = Object(value);
  return typeof zone === "string" && typeof subnetId === "string";
}
