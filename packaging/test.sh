#!/bin/sh
# SPDX-FileCopyrightText: Tandem developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# From a fresh clone to tested: installs what is missing, builds, and runs every test.
set -eu
cd "$(dirname "$0")/.."

packaging/setup.sh
cmake --preset dev
cmake --build --preset dev
ctest --preset dev
