/** One network whose state lies in a bucket, for an emulator that knows one host name only. */
export function smallStack(region: string) {
  const emulated = { skip_credentials_validation: true, skip_requesting_account_id: true };
  return {
    terraform: {
      required_providers: { aws: { source: "hashicorp/aws", version: "5.100.0" } },
      backend: {
        s3: {
          bucket: "lab-state",
          key: "dev.tfstate",
          region,
          use_path_style: true,
          use_lockfile: true,
          ...emulated,
        },
      },
    },
    provider: { aws: [{ region, s3_use_path_style: true, ...emulated }] },
    resource: { aws_vpc: { network: { cidr_block: "10.0.0.0/16" } } },
  };
}
