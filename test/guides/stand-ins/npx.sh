#!/usr/bin/env bash
# `npx genehook …` without npx's own second of start-up; anything else is a mistake of the guide.
set -euo pipefail
[ "$1" = genehook ] || { echo "npx $1: the guides call nothing but genehook" >&2; exit 64; }
shift
exec node scripts/genehook.mjs "$@"
