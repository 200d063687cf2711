#!/bin/sh
# Installs what building nianbao needs and this system lacks, and says what it does.
set -eu

if ! command -v swift >/dev/null 2>&1; then
  echo "nianbao: no swift found; install a Swift 6.3 toolchain from https://www.swift.org/install/ first" >&2
  exit 1
fi

missing=""
[ -e /usr/include/sqlite3.h ] || missing="$missing libsqlite3-dev"
[ -e /usr/include/libxml2/libxml/HTMLparser.h ] || missing="$missing libxml2-dev"
[ -e /usr/include/zip.h ] || missing="$missing libzip-dev"
[ -e /usr/include/nettle/sha2.h ] || missing="$missing nettle-dev"
command -v pkg-config >/dev/null 2>&1 || missing="$missing pkg-config"
[ -z "$missing" ] && exit 0

if ! command -v apt-get >/dev/null 2>&1; then
  echo "nianbao: please install:$missing" >&2
  exit 1
fi
as_root=""
[ "$(id -u)" -eq 0 ] || as_root="sudo"
echo "nianbao: installing$missing ($as_root apt-get install)"
$as_root apt-get update -qq
# shellcheck disable=SC2086
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $missing
