#!/bin/sh
# Opens Entente's page in the browser. The first time it installs Entente into this folder; that needs no network.
cd "$(dirname "$0")" || exit 1
for python in python3.13 python3.12 python3.11 python3 python; do
    if "$python" start.py --fits >/dev/null 2>&1; then
        exec "$python" start.py "$@"
    fi
done
if ! python3 start.py --fits; then
    echo "No Python on this machine fits: see READ-ME-FIRST.txt." >&2
fi
exit 1
