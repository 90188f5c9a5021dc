#!/usr/bin/env bash
# Applies the plan that was reviewed, and no other.
#
# Environment variables: ENVIRONMENT.
set -euo pipefail
# where it was planned
stack=synth/stacks/$ENVIRONMENT
mkdir -p "$stack"
tar --extract --gzip --file plan.tar.gz --directory "$stack"
cd "$stack"
# The providers that planned, to the byte: another one could do something else with the same plan.
terraform init -input=false -no-color -lockfile=readonly
if terraform apply -input=false -no-color -lock-timeout=5m plan.tfplan; then
  echo "$ENVIRONMENT: the reviewed plan is applied" >>"$GITHUB_STEP_SUMMARY"
  exit
fi
cat >>"$GITHUB_STEP_SUMMARY" <<END
**$ENVIRONMENT: the reviewed plan was not applied, or not to its end.**
A plan that is stale was not begun: something else has changed the state since. Otherwise Terraform has kept what it has
done in the state. Either way: open a pull request, which may be empty; its plan shows what is left to do.
END
exit 1
