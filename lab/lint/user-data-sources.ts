/** Types of resources that declare user data. */
export const USER_DATA_SOURCES = [
  "aws_instance",
  "aws_spot_instance_request",
  "aws_launch_template",
  "aws_launch_configuration",
] as const;
