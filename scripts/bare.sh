#!/usr/bin/env bash
# Proves that the two commands of the README work where there is only Debian, Node and npm: no browser, no git,
# no compiler. `npm ci` has the network; `npm start` and `npm test` have loopback alone.
#
#   scripts/bare.sh DIR     (as root, with debootstrap; DIR is made where it is missing and kept for the next time)
set -euo pipefail

if [ $# -ne 1 ] || [ "$(id -u)" -ne 0 ] || ! command -v debootstrap >/dev/null; then
  echo "Run scripts/bare.sh DIR as root, on a machine with debootstrap." >&2
  exit 2
fi
source=$(cd "$(dirname "$0")/.." && pwd)
mkdir -p "$1"
root=$(cd "$1" && pwd)

if [ ! -e "$root/etc/debian_version" ]; then
  debootstrap --variant=minbase bookworm "$root" >"$root.log" 2>&1 || { tail "$root.log" >&2; exit 1; }
fi

# Node and npm as they stand on this machine, with the libraries that node is linked to.
node=$(readlink -f "$(command -v node)")
npm=$(readlink -f "$(command -v npm)")
npm_folder=${npm%/bin/npm-cli.js}
mkdir -p "$root/usr/local/bin" "$root/usr/local/lib/node_modules"
cp "$node" "$root/usr/local/bin/node"
rm -rf "$root/usr/local/lib/node_modules/npm"
cp -R "$npm_folder" "$root/usr/local/lib/node_modules/npm"
ln -sf ../lib/node_modules/npm/bin/npm-cli.js "$root/usr/local/bin/npm"
ln -sf ../lib/node_modules/npm/bin/npx-cli.js "$root/usr/local/bin/npx"
ldd "$node" | grep -o '/[^ ]*' | while read -r library; do
  [ -e "$root$library" ] || install -D "$library" "$root$library"
done
cp /etc/resolv.conf /etc/hosts "$root/etc/"
if [ -n "${NODE_EXTRA_CA_CERTS:-}" ]; then cp "$NODE_EXTRA_CA_CERTS" "$root/etc/extra-ca.pem"; fi

rm -rf "$root/town-jobs"
git clone --quiet --no-hardlinks "$source" "$root/town-jobs"

# A mount and a process namespace of its own: all is unmounted and ended with it, however it ends.
inside() {
  local net=()
  if [ "$1" = offline ]; then net=(--net); fi
  unshare --mount --pid --fork "${net[@]}" bash -euc '
    if [ "$2" = offline ]; then ip link set lo up; fi
    mount -t proc proc "$1/proc"
    mkdir -p "$1/dev/shm"
    mount -t tmpfs tmpfs "$1/dev/shm"
    exec env -i PATH=/usr/local/bin:/usr/bin:/usr/sbin:/bin HOME=/root CI=true LANG=C.UTF-8 ${4:+NODE_EXTRA_CA_CERTS=$4} \
      chroot "$1" /bin/bash -euc "cd /town-jobs; $3"
  ' inside "$root" "$1" "$2" "${NODE_EXTRA_CA_CERTS:+/etc/extra-ca.pem}" </dev/null
}

echo "== bare Debian $(cat "$root/etc/debian_version"), node $("$node" --version)"
inside online 'for name in chromium google-chrome firefox git python3 cc; do
  if command -v $name; then echo "not bare: $name"; exit 1; fi
done'

echo '== npm ci'
inside online 'npm ci --no-fund --no-audit'

echo '== npm start (loopback only)'
inside offline 'npm start >/tmp/start.log 2>&1 & node --import tsx scripts/bare-start.ts /tmp/start.log'

echo '== npm test (loopback only)'
inside offline 'npm test'
