#!/usr/bin/env bash
# Plans one environment from its synthesized stack: plan.tar.gz has the stack with plan, JSON and lock file. Terraform may
# run programs that the stack names, so nobody gives this script a secret.
#
# Environment variables: ENVIRONMENT.
set -euo pipefail
archive=$PWD/plan.tar.gz

cd "synth/stacks/$ENVIRONMENT"
if ! jq --exit-status .terraform.backend.s3 cdk.tf.json >/dev/null; then
  echo "::error::the state of $ENVIRONMENT must lie in a bucket, got a stack without one; every plan would create everything"
  exit 1
fi
terraform init -input=false -no-color
# Without a lock the role needs no right to write. Should the state change meanwhile, Terraform refuses this plan later.
terraform plan -input=false -no-color -lock=false -out=plan.tfplan
terraform show -json plan.tfplan >plan.json

tar --create --gzip --exclude=./.terraform --file "$archive" .
rm plan.tfplan plan.json
