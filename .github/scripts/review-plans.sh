#!/usr/bin/env bash
# Reviews the plans of all environments together and writes comment.md, unless nothing was to be planned. The exit code
# is that of the review, and never 0 where a plan failed.
#
# Environment variables: ENVIRONMENTS (names, with spaces between), RUN_URL, HEAD_SHA.
set -euo pipefail
read -ra names <<<"$ENVIRONMENTS"

plans=()
failed=()
skipped=()
for name in "${names[@]}"; do
  # a job that was ended has told nothing
  case $(cat "outcome/$name.outcome" || echo failed) in
    planned) plans+=("plans/$name.json") ;;
    skipped) skipped+=("$name") ;;
    *) failed+=("$name") ;;
  esac
done
if [ ${#skipped[@]} -eq ${#names[@]} ]; then
  echo "::notice title=No plan is reviewed::No environment is set up. docs/pull-requests.md tells how."
  exit
fi

verdict=0
{
  if [ ${#failed[@]} -gt 0 ]; then
    verdict=1
    printf '> [!CAUTION]\n> **Planning failed: %s.** Nobody knows what a merge would do there. ' "${failed[*]}"
    printf '[What Terraform said](%s)\n\n' "$RUN_URL"
  fi
  if [ ${#plans[@]} -gt 0 ]; then
    reviewed=0
    npm run --silent alb-lab -- review "${plans[@]}" --format markdown >review.md || reviewed=$?
    cat review.md
    if ! [ -s review.md ]; then printf '> [!CAUTION]\n> **The review broke off.** [Why](%s)\n' "$RUN_URL"; fi
    if [ "$reviewed" -gt "$verdict" ]; then verdict=$reviewed; fi
  fi
  if [ ${#skipped[@]} -gt 0 ]; then printf '\nNot set up, and not planned: %s.\n' "${skipped[*]}"; fi
  printf '\n<sub>Planned at %s, [run](%s).</sub>\n' "${HEAD_SHA:0:12}" "$RUN_URL"
} >comment.md
cat comment.md >>"$GITHUB_STEP_SUMMARY"
exit "$verdict"
