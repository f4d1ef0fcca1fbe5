#!/bin/sh
# SPDX-FileCopyrightText: Tandem developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what the build needs and this computer lacks (Debian 12). Does nothing, and asks for
# nothing, where all is there.  --tools  adds the formatter and the linter of the gate.
set -eu

packages="
    cmake g++ ninja-build pkg-config ccache
    qt6-base-dev libqt6opengl6-dev qt6-charts-dev qt6-svg-dev
    qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-translations-l10n
    libsqlite3-dev libsqlitecpp-dev libexpected-dev libfmt-dev nlohmann-json3-dev libcli11-dev
    libhowardhinnant-date-dev libboost-math-dev libxxhash-dev catch2
    tzdata fonts-inter fonts-dejavu-core fonts-noto-core"

for argument; do
    case $argument in
    --tools) packages="$packages git clang-format-16 clang-tidy-16" ;;
    *)
        echo "setup.sh: unknown argument '$argument' (there is only --tools)" >&2
        exit 2
        ;;
    esac
done

if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    echo "setup.sh installs Debian packages and found no apt. Nothing was changed." >&2
    echo "Install the counterparts of these, then build with 'cmake --workflow --preset dev':" >&2
    echo "$packages" >&2
    exit 1
fi

missing=
for package in $packages; do
    status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$status" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

echo "Installing:$missing"
as_root=
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "setup.sh needs root to install packages and found no sudo. Nothing was changed." >&2
        echo "Run as root: apt-get install --no-install-recommends$missing" >&2
        exit 1
    fi
    as_root=sudo
fi

apt() {
    # shellcheck disable=SC2086
    $as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get -o DPkg::Lock::Timeout=600 -o Acquire::Retries=3 -q -y "$@" </dev/null
}
apt update
# shellcheck disable=SC2086
apt install --no-install-recommends $missing
