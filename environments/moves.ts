/** A resource that got another address in the Terraform JSON but is the same resource. */
export interface Move {
  /** Address before, such as `aws_lb_target_group.web_targets`. */
  readonly from: string;
  /** Address now, such as `aws_lb_target_group.web_default`. */
  readonly to: string;
}

/**
 * Every address that was ever renamed, oldest first. Each becomes a `moved` block in every stack that has the
 * new address, so that a rename renames in the state instead of destroying and creating. Entries stay until
 * every environment was deployed with them.
 */
export const moves: readonly Move[] = [];
