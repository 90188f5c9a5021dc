import type { Comparison } from "../comparison";
import { type WebAclAssociation, webAclAssociations } from "../listeners/web-acls";
import { renamesIn } from "../renames/renames";
import type { Hazard, Risk } from "../risk";

/** Requests that a web ACL would have blocked get to the servers, for a while or for good. */
export const webAclRemoved: Risk = {
  id: "web-acl-removed",
  level: "needs-care",
  facts: ["E403", "G37"],
  rank: 10,
  *find(comparison) {
    const renamed = new Set(renamesIn(comparison).map(({ from }) => from.address));
    const later = webAclAssociations(comparison.after);
    for (const was of webAclAssociations(comparison.before)) {
      const { address, path } = was.resource;
      const isCarriedAway = ["destroy", "replace"].includes(comparison.kindOf({ address: was.balancer }));
      if (renamed.has(address) || isCarriedAway) continue;
      const heir = later.find(({ balancer }) => balancer === was.balancer);
      const told = toldOf(comparison, was, heir);
      if (told !== undefined) yield { at: { address, ...(path !== undefined && { path }) }, ...told };
    }
  },
};

type Told = Omit<Hazard, "at">;

const UNFILTERED = "requests that it blocks get to the servers, and so do those above its rates";

function toldOf(
  comparison: Comparison,
  was: WebAclAssociation,
  heir: WebAclAssociation | undefined,
): Told | undefined {
  const change = comparison.changeOf(was.resource);
  if (change?.kind !== "destroy" && change?.kind !== "replace") return undefined;
  const acl = was.acl === undefined ? "the web ACL" : `the web ACL ${comparison.labels.before.to(was.acl)}`;
  const lb = comparison.labels.before.to({ address: was.balancer });
  if (heir === undefined)
    return {
      message: `takes ${acl} from ${lb}`,
      course: [
        "Terraform takes it away while requests are answered; none fails",
        `from then on ${UNFILTERED}`,
      ],
      fix: "keep an aws_wafv2_web_acl_association for the load balancer",
    };
  const isOther = heir.resource.address !== was.resource.address;
  if (!isOther && change.first !== "create")
    return {
      message: `takes ${acl} from ${lb} before it puts ${isSameAcl(was, heir) ? "it" : "another"} there again`,
      course: [
        "Terraform destroys the association, and makes the new one when its web ACL is there, which may take minutes",
        `in between ${UNFILTERED}`,
      ],
      fix: "change the rules of the web ACL in place; to take another one, associate it by hand first, which replaces the old one at once, and let Terraform follow",
    };
  return {
    message: `may leave ${lb} without a web ACL: ${isOther ? `${heir.resource.address} takes the place of what is destroyed, in no order` : "the new association is made before the old one is destroyed"}`,
    course: [
      "a load balancer has one web ACL: the new association replaces the old one at once",
      `to destroy the old association Terraform takes whatever web ACL there is from ${lb}: where that comes last, none is left`,
      `from then on ${UNFILTERED}; only the next plan shows it`,
    ],
    fix: isOther
      ? `write a moved block from ${was.resource.address} to ${heir.resource.address}`
      : "take create_before_destroy away from the association",
  };
}

function isSameAcl({ acl: one }: WebAclAssociation, { acl: other }: WebAclAssociation): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
