#!/bin/sh
# SPDX-FileCopyrightText: Tandem developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# From a fresh clone to the window: installs what is missing, builds, makes the demonstration
# workbook if there is none and opens it. Without a display it prints its figures instead.
set -eu
cd "$(dirname "$0")/.."

packaging/setup.sh

cmake --preset release
cmake --build build/release --target tandem tandemctl

folder="${XDG_DATA_HOME:-$HOME/.local/share}/tandem"
workbook="$folder/demonstration.tandem"
if [ ! -e "$workbook" ]; then
    mkdir -p "$folder"
    build/release/app/tandemctl/tandemctl new "$workbook" --sample
fi

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec build/release/app/tandem/tandem "$workbook"
fi

echo
echo "There is no display, so here are the figures of the window's first page."
echo "The workbook is $workbook"
echo
build/release/app/tandemctl/tandemctl report "$workbook" funnel
echo
build/release/app/tandemctl/tandemctl report "$workbook" touches
