#!/usr/bin/env bash
# Plans one environment from its synthesized stack, and seals plan, JSON and lock file for the review and the apply.
#
# Environment variables: ENVIRONMENT, PLAN_PASSPHRASE.
set -euo pipefail
scripts=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
outcome=$PWD/outcome
TREE=$(git rev-parse 'HEAD^{tree}')
export TREE

cd "synth/stacks/$ENVIRONMENT"
if ! jq --exit-status .terraform.backend.s3 cdk.tf.json >/dev/null; then
  echo "::error::the state of $ENVIRONMENT must lie in a bucket, got a stack without one; every plan would create everything"
  exit 1
fi
terraform init -input=false -no-color
# Without a lock the role needs no right to write. Should the state change meanwhile, Terraform refuses this plan later.
terraform plan -input=false -no-color -lock=false -out=plan.tfplan
terraform show -json plan.tfplan >plan.json

archive=$(mktemp)
tar --create --gzip --exclude=./.terraform --file "$archive" .
node "$scripts/sealed-plan.js" seal "$archive" "$outcome/$ENVIRONMENT.sealed"
rm "$archive" plan.tfplan plan.json
echo planned >"$outcome/$ENVIRONMENT.outcome"
