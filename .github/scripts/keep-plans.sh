#!/usr/bin/env bash
# Seals again what was sealed for the review, now for the apply: kept/<environment>.sealed for each plan. The output `tree`
# names the files that they were made from, and is empty where nothing is kept.
#
# Environment variables: ENVIRONMENTS (names, with spaces between), REVIEW_PASSPHRASE, PLAN_PASSPHRASE.
set -euo pipefail
if [ -z "$PLAN_PASSPHRASE" ]; then
  echo "::notice title=No plan is kept::This repository has not set the secret PLAN_PASSPHRASE, so nothing can be applied."
  exit
fi
if [ "$PLAN_PASSPHRASE" = "$REVIEW_PASSPHRASE" ]; then
  echo "::error::PLAN_PASSPHRASE must not be REVIEW_PASSPHRASE, got the same: whoever reviews could change what is applied"
  exit 1
fi
read -ra names <<<"$ENVIRONMENTS"
TREE=$(git rev-parse 'HEAD^{tree}')
export TREE
archive=$(mktemp)
trap 'rm -f "$archive"' EXIT

mkdir -p kept
for name in "${names[@]}"; do
  if ! [ -e "outcome/$name.sealed" ]; then continue; fi
  ENVIRONMENT=$name PASSPHRASE=$REVIEW_PASSPHRASE \
    node .github/scripts/sealed-plan.js open "outcome/$name.sealed" "$archive"
  ENVIRONMENT=$name PASSPHRASE=$PLAN_PASSPHRASE \
    node .github/scripts/sealed-plan.js seal "$archive" "kept/$name.sealed"
done
if [ -n "$(ls kept)" ]; then echo "tree=$TREE" >>"$GITHUB_OUTPUT"; fi
