#!/bin/sh
# Makes codemirror.js, cytoscape.js and LICENSES.txt from package.json and package-lock.json; needs npm.
# The checksums in ../README.md are those of the result: renew them when a version changes.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$here/package.json" "$here/package-lock.json" "$here/codemirror.entry.mjs" "$work"
cd "$work"
npm ci --no-audit --no-fund --ignore-scripts --silent
npx esbuild codemirror.entry.mjs --bundle --minify --format=esm --target=es2022 --charset=utf8 \
  --legal-comments=none --log-level=warning --outfile="$here/codemirror.js"
npx esbuild node_modules/cytoscape/dist/cytoscape.esm.min.mjs --minify --format=esm --target=es2022 --charset=utf8 \
  --legal-comments=none --log-level=warning --outfile="$here/cytoscape.js"
for licence in node_modules/*/LICENSE node_modules/@*/*/LICENSE; do
  package=$(dirname "$licence")
  case "$package" in node_modules/esbuild | node_modules/@esbuild/*) continue ;; esac
  version=$(node -p "require('./$package/package.json').version")
  printf '%s %s\n\n%s\n\n' "${package#node_modules/}" "$version" "$(cat "$licence")"
done > "$here/LICENSES.txt"
