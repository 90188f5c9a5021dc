#!/usr/bin/env bash
# Seals what plan.sh has left for the jobs that come after, and says that it is there.
#
# Environment variables: ENVIRONMENT, PASSPHRASE.
set -euo pipefail
TREE=$(git rev-parse 'HEAD^{tree}')
export TREE

node .github/scripts/sealed-plan.js seal plan.tar.gz "outcome/$ENVIRONMENT.sealed"
rm plan.tar.gz
echo planned >"outcome/$ENVIRONMENT.outcome"
