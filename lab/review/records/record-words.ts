import { listed } from "../../topology";
import type { Comparison } from "../comparison";
import type { Hazard } from "../risk";
import type { RecordFate } from "./record-fates";

const NOT_FOUND = "resolvers keep that answer too, for up to 15 minutes with what Route 53 sets for a zone";

/** What becomes of requests when a record is changed, and what to do. */
export function hazardOfRecord(comparison: Comparison, fate: RecordFate): Omit<Hazard, "at"> {
  const { record, later, balancer } = fate;
  const name = `${record.type ?? "the"} record ${record.name ?? record.resource.address}`;
  const lb = comparison.labels.before.to({ address: balancer });
  const known =
    record.ttlSeconds === undefined ? "for as long as its TTL" : `for up to ${record.ttlSeconds} seconds`;
  switch (fate.kind) {
    case "removed":
      return {
        message: `takes away the ${name}, which leads to ${lb}${later ? `; it becomes ${later.name}` : ""}`,
        course: [
          "Terraform destroys the record while the load balancer goes on",
          `resolvers answer with it ${known}; then clients that ask for ${record.name} find nothing`,
        ],
        fix: `keep the record${later ? ", and add one for the new name beside it" : ""}, until nobody asks for ${record.name} any more`,
      };
    case "interrupted":
      return {
        message: `destroys the ${name}, which leads to ${lb}, before it makes it again`,
        course: [
          "Terraform destroys the record, waits until Route 53 has told all its servers, and creates the new one",
          `who asks in between learns that ${record.name} does not exist; ${NOT_FOUND}`,
        ],
        fix: "leave what forces the replacement as it is; or add the new record beside it where both may be there at once",
      };
    case "refused":
      return {
        level: "needs-care",
        message: `makes the ${name} again before it destroys the old one, and Route 53 has one of a name and type`,
        course: [
          "Terraform creates the new record; Route 53 refuses it while the old one is there, unless allow_overwrite is set",
          "with allow_overwrite the new one takes its place at once; where both say the same, destroying the old one takes the new one away",
        ],
        fix: "take create_before_destroy away, or leave what forces the replacement as it is",
      };
    case "handed-over":
      return {
        level: "needs-care",
        message: `destroys the ${name}, which leads to ${lb}, and creates ${later?.resource.address} of the same name`,
        course: [
          "Terraform does both at the same time: Route 53 may refuse the new one while the old one is there",
          `until both are done ${record.name} may not resolve; ${NOT_FOUND}`,
        ],
        fix: `change the record in place, or record the move with a moved block from ${record.resource.address}`,
      };
    case "led-elsewhere":
      return {
        level: "needs-care",
        message: `leads ${record.name} away from ${lb}, to ${namesOf(comparison, later?.targets ?? [])}`,
        course: [
          "Terraform changes the record in place, so that the name resolves all the while",
          `resolvers answer with the old one ${known}; clients then go to the new place, whether it answers or not`,
        ],
        fix: `make sure that the new place answers for ${record.name}, and keep ${lb} until the TTL has passed`,
      };
  }
}

function namesOf({ labels }: Comparison, targets: readonly string[]): string {
  return listed(targets.map((address) => labels.after.to({ address })));
}
