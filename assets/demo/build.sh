#!/bin/sh
# build.sh BIN_DIR OUT_DIR [KEY_DIR]: the demo packs, OUT_DIR/demo.pufa (from starter/), films.pufa,
# words.pufa and places.pufa, as far as their folders stand here, and the key that trusts them,
# OUT_DIR/trust/demo.pub. Films and pictures are kept in OUT_DIR/media, the development key in
# KEY_DIR (OUT_DIR/keys if not given). Does only what is not up to date.
set -eu
[ $# -ge 2 ] || { echo "usage: $0 BIN_DIR OUT_DIR [KEY_DIR]" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
admin=$(cd "$1" && pwd)/pufa-admin
[ -x "$admin" ] || { echo "$0: no pufa-admin in $1; build it first" >&2; exit 3; }
mkdir -p "$2/trust" "${3:-$2/keys}"
out=$(cd "$2" && pwd)
keys=$(cd "${3:-$2/keys}" && pwd)

"$here/make_media.sh" "$out/media"
[ -f "$keys/demo.key" ] || (cd "$keys" && "$admin" key new demo --no-passphrase)
cmp -s "$keys/demo.pub" "$out/trust/demo.pub" || cp "$keys/demo.pub" "$out/trust/demo.pub"

# An author's folder with what make_media.sh made for it, in OUT_DIR/folder[.NAME]. Hard links,
# since a pack follows no symbolic link. A film belongs to the side file that has its name as id.
lay() { # SOURCE FOLDER
    rm -rf "$2"
    cp -r "$here/$1" "$2"
    for side in "$2"/videos/*.toml; do
        [ -f "$side" ] || continue
        film=$(sed -n 's/^id = "\(.*\)".*/\1/p' "$side")
        for kind in mp4 png zh-Hans.vtt zh-Hant.vtt en.vtt; do
            ln "$out/media/$film.$kind" "${side%.toml}.$kind"
        done
    done
    case $1 in
    starter) ln "$out/media/throwing.png" "$2/quizzes/高空抛物.png" ;;
    places)
        for picture in "$out"/media/finder/*.png; do
            [ -f "$picture" ] || continue
            mkdir -p "$2/finder"
            ln "$picture" "$2/finder/"
        done
        ;;
    esac
}

# A pack depends on its folder as laid, the key and the program that builds it.
make_pack() { # SOURCE FOLDER NAME
    [ -d "$here/$1" ] || return 0
    lay "$1" "$2"
    stamp=$( { cd "$2" && find . -type f -print0 | sort -z | xargs -0 sha256sum
               cat "$keys/demo.pub"
               sha256sum <"$admin"; } | sha256sum | cut -d' ' -f1)
    if [ -f "$out/$3.pufa" ] && [ "$(cat "$out/.$3.stamp" 2>/dev/null)" = "$stamp" ]; then
        echo "$3.pufa is up to date"
        return 0
    fi
    rm -f "$out/.$3.stamp" "$out/$3.pufa"
    "$admin" pack build "$2" --key "$keys/demo.key" --output "$out/$3.pufa"
    echo "$stamp" >"$out/.$3.stamp"
}

make_pack starter "$out/folder" demo
for name in films words places; do
    make_pack "$name" "$out/folder.$name" "$name"
done
