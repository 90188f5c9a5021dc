import { policy } from "./logs";
import { merge } from "./pages";
import type { Shape } from "./shop";

/** Gives the server `web` of the shop a role, with these resources beside it. */
export const roleWith = (beside: Shape = {}): Shape =>
  merge(
    {
      aws_instance: { web: { iam_instance_profile: "${aws_iam_instance_profile.web.name}" } },
      aws_iam_instance_profile: { web: { role: "${aws_iam_role.web.name}" } },
      aws_iam_role: { web: { name: "web" } },
    },
    beside,
  );

/** The same with a policy of its own, of these statements. */
export const grantWith = (...statements: readonly Shape[]): Shape =>
  roleWith({
    aws_iam_role_policy: { web: { role: "${aws_iam_role.web.id}", policy: policy(...statements) } },
  });
