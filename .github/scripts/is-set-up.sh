#!/usr/bin/env bash
# Tells whether an environment can be planned: its output `is-set-up` is yes or no. What is missing is said.
#
# Environment variables: ENVIRONMENT, PLAN_ROLE_ARN, AWS_REGION, HAS_PASSPHRASE (true or false).
set -euo pipefail

missing=()
[ -n "$PLAN_ROLE_ARN" ] || missing+=("the variable PLAN_ROLE_ARN_${ENVIRONMENT^^}")
[ -n "$AWS_REGION" ] || missing+=("the variable AWS_REGION")
[ "$HAS_PASSPHRASE" = true ] || missing+=("the secret REVIEW_PASSPHRASE")

mkdir -p outcome
if [ ${#missing[@]} -eq 0 ]; then
  echo "is-set-up=yes" >>"$GITHUB_OUTPUT"
  # what holds until the plan is there
  echo failed >"outcome/$ENVIRONMENT.outcome"
  exit
fi
reason=$(printf '%s, ' "${missing[@]}")
echo "is-set-up=no" >>"$GITHUB_OUTPUT"
echo skipped >"outcome/$ENVIRONMENT.outcome"
echo "::notice title=$ENVIRONMENT is not planned::This repository has not set: ${reason%, }. docs/pull-requests.md tells how."
