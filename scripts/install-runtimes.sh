#!/usr/bin/env bash
# Installs what the tests of runtimes, brokers and faults drive: system packages, two more versions of Node, Python packages in an
# environment of their own, and the sources of wasm3 and WAMR. What is there already is left as it is.
set -euo pipefail
cd "$(dirname "$0")/.."
cache=${MILLRACE_RUNTIMES:-$PWD/node_modules/.cache/millrace-runtimes}
requirements=test/runtimes/requirements.txt
version_of() { sed -n "s/^$1==//p" "$requirements"; }
mkdir -p "$cache"

# --- System packages: command, then the package that brings it ---
packages=()
while read -r command package; do
  command -v "$command" >/dev/null || packages+=("$package")
done <<'LIST'
wasm-interp wabt
gcc gcc
cmake cmake
make make
arm-none-eabi-gcc gcc-arm-none-eabi
qemu-system-arm qemu-system-arm
chromium chromium
go golang-go
cargo cargo
python3 python3
openssl openssl
mosquitto mosquitto
nats-server nats-server
LIST
[ -e /usr/lib/arm-none-eabi/newlib ] || packages+=(libnewlib-arm-none-eabi)
[ -e /usr/include/stdio.h ] || packages+=(libc6-dev)
# wasm3's Python package is compiled here.
python3 -c 'import os, sysconfig; assert os.path.exists(sysconfig.get_path("include") + "/Python.h")' 2>/dev/null ||
  packages+=(python3-dev)
python3 -c 'import ensurepip, venv' 2>/dev/null || packages+=(python3-venv)
if [ ${#packages[@]} -gt 0 ]; then
  if [ "$(id -u)" -ne 0 ]; then
    echo "missing, and only root can install them: apt-get install ${packages[*]}" >&2
    exit 1
  fi
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}" </dev/null
fi

# --- Node: the versions that run the tests beside the one at hand ---
for major in 20 22 24; do
  [ "$(node -p 'process.versions.node.split(".")[0]')" = "$major" ] && continue
  [ -x "$cache/node$major/node_modules/.bin/node" ] && continue
  mkdir -p "$cache/node$major"
  echo '{ "private": true }' >"$cache/node$major/package.json"
  npm install --prefix "$cache/node$major" --no-audit --no-fund --silent "node@$major"
done

# --- Python: wasm3 and wasmtime ---
if ! cmp -s "$requirements" "$cache/python/requirements.txt"; then
  rm -rf "$cache/python"
  python3 -m venv "$cache/python"
  "$cache/python/bin/pip" install --quiet --disable-pip-version-check -r "$requirements"
  cp "$requirements" "$cache/python/requirements.txt"
fi

# --- wasm3's C source, as its Python package carries it ---
wasm3=pywasm3-$(version_of pywasm3)
if [ ! -d "$cache/wasm3/$wasm3" ]; then
  rm -rf "$cache/wasm3" && mkdir -p "$cache/wasm3"
  "$cache/python/bin/pip" download --quiet --disable-pip-version-check --no-deps --no-binary :all: \
    --dest "$cache/wasm3" "pywasm3==$(version_of pywasm3)"
  tar -xzf "$cache/wasm3/"*.tar.gz -C "$cache/wasm3"
fi

# --- WAMR's C source, as the crate carries it ---
wamr=wamr-sys-0.1.1
if [ ! -d "$cache/wamr/$wamr" ]; then
  rm -rf "$cache/wamr" && mkdir -p "$cache/wamr/fetch/src"
  touch "$cache/wamr/fetch/src/lib.rs"
  printf '[package]\nname = "fetch"\nversion = "0.0.0"\nedition = "2021"\n[dependencies]\nwamr-sys = "=%s"\n' \
    "${wamr#wamr-sys-}" >"$cache/wamr/fetch/Cargo.toml"
  cargo fetch --quiet --manifest-path "$cache/wamr/fetch/Cargo.toml"
  cp -r "${CARGO_HOME:-$HOME/.cargo}/registry/src/"*/"$wamr" "$cache/wamr/$wamr"
  rm -rf "$cache/wamr/fetch"
fi

# --- wazero: Go fetches the version that go.mod names, from 1.21 on ---
if [ "$(printf '%s\n' 1.21 "$(go env GOVERSION | sed 's/^go//')" | sort -V | head -1)" != 1.21 ]; then
  echo "Go is too old: expected 1.21 or newer, got $(go env GOVERSION)" >&2
  exit 1
fi
(cd examples/wazero && go mod download)
