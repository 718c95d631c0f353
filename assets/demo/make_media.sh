#!/bin/sh
# make_media.sh FOLDER: the films, posters and captions of the demo packs (NAME.mp4, .png,
# .<language>.vtt for each media/films/NAME.py) and the pictures of the questions (throwing.png)
# and of the finder (finder/NAME.png).
# Makes two films at a time and skips what is up to date. Needs the Debian packages ffmpeg,
# espeak-ng, python3-cairo and fonts-noto-cjk; the same versions of those give the same bytes.
set -eu
[ $# -eq 1 ] || { echo "usage: $0 FOLDER" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
out=$(cd "$1" && pwd)
python=/usr/bin/python3
export PYTHONDONTWRITEBYTECODE=1

missing=
command -v ffmpeg >/dev/null || missing="$missing ffmpeg"
command -v espeak-ng >/dev/null || missing="$missing espeak-ng"
"$python" -c 'import cairo' 2>/dev/null || missing="$missing python3-cairo"
[ -f /usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc ] || missing="$missing fonts-noto-cjk"
[ -z "$missing" ] || { echo "$0: please install:$missing" >&2; exit 3; }

# What every film depends on: the kit that draws and speaks, and the tools.
kit=
for module in draw film frame_code icons kit law lecture make palette people places posters sound speech; do
    kit="$kit $here/media/$module.py"
done
# shellcheck disable=SC2086  # one word for each file
tools=$( { cat $kit
           ffmpeg -version | head -1
           espeak-ng --version
           "$python" -c 'import cairo; print(cairo.cairo_version_string())'; } | sha256sum)
stamp() { # NAME
    { echo "$tools"; cat "$here/media/films/$1.py"; } | sha256sum | cut -d' ' -f1
}
due=
for script in "$here"/media/films/*.py; do
    name=$(basename "$script" .py)
    [ -f "$out/$name.mp4" ] && [ -f "$out/$name.png" ] && [ -f "$out/$name.en.vtt" ] &&
        [ "$(cat "$out/.$name.stamp" 2>/dev/null)" = "$(stamp "$name")" ] && continue
    rm -f "$out/.$name.stamp"
    due="$due $name $(stamp "$name")"
done
# shellcheck disable=SC2086,SC2016  # names and stamps have no spaces; the inner shell expands
[ -z "$due" ] || printf '%s %s\n' $due | xargs -P 2 -L 1 sh -c '
    echo "making $3.mp4"
    "$0" "$1/make.py" "$3" "$2" && echo "$4" >"$2/.$3.stamp"' "$python" "$here/media" "$out" ||
    { echo "$0: a film could not be made" >&2; exit 1; }
"$python" "$here/media/pictures.py" "$out"
"$python" "$here/media/finder_pictures.py" "$out"
