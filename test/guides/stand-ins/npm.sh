#!/usr/bin/env bash
# `npm run X`: the command that package.json has under X, in this very process, so that a signal reaches it.
set -euo pipefail
[ "$1" = run ] || { echo "npm $1: the guides call nothing but npm run" >&2; exit 64; }
exec $(node -p "JSON.parse(require('fs').readFileSync('package.json', 'utf8')).scripts['$2']")
