#!/bin/sh
# build.sh BIN_DIR OUT_DIR [KEY_DIR]: the demo pack, OUT_DIR/demo.pufa, and the key that trusts it,
# OUT_DIR/trust/demo.pub. Films are kept in OUT_DIR/media, the development key in KEY_DIR
# (OUT_DIR/keys if not given). Does only what is not up to date.
set -eu
[ $# -ge 2 ] || { echo "usage: $0 BIN_DIR OUT_DIR [KEY_DIR]" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
admin=$(cd "$1" && pwd)/pufa-admin
[ -x "$admin" ] || { echo "$0: no pufa-admin in $1; build it first" >&2; exit 3; }
mkdir -p "$2" "${3:-$2/keys}"
out=$(cd "$2" && pwd)
keys=$(cd "${3:-$2/keys}" && pwd)

"$here/make_media.sh" "$out/media"
[ -f "$keys/demo.key" ] || (cd "$keys" && "$admin" key new demo --no-passphrase)

# The pack depends on its folder, its films and the program that builds it.
stamp=$( { find "$here/starter" -type f -print0 | sort -z | xargs -0 cat
           cat "$out"/media/.*.stamp "$keys/demo.pub"
           sha256sum <"$admin"; } | sha256sum | cut -d' ' -f1)
if [ -f "$out/demo.pufa" ] && [ -f "$out/trust/demo.pub" ] && [ "$(cat "$out/.demo.stamp" 2>/dev/null)" = "$stamp" ]; then
    echo "demo.pufa is up to date"
    exit 0
fi

# The author's folder with its films; hard links, since a pack follows no symbolic link.
rm -rf "$out/folder" "$out/.demo.stamp"
cp -r "$here/starter" "$out/folder"
for kind in mp4 png zh-Hans.vtt zh-Hant.vtt en.vtt; do
    ln "$out/media/leak.$kind" "$out/folder/videos/01 楼上漏水.$kind"
    ln "$out/media/constitution.$kind" "$out/folder/videos/02 国家宪法日.$kind"
done
ln "$out/media/throwing.png" "$out/folder/quizzes/高空抛物.png"
rm -f "$out/demo.pufa"
"$admin" pack build "$out/folder" --key "$keys/demo.key" --output "$out/demo.pufa"
mkdir -p "$out/trust"
cp "$keys/demo.pub" "$out/trust/demo.pub"
echo "$stamp" >"$out/.demo.stamp"
