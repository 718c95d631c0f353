#!/bin/sh
# make_media.sh FOLDER: the films, posters and captions of the demo pack (leak, constitution: .mp4,
# .png, .<language>.vtt) and the pictures of its questions (throwing.png).
# Skips what is up to date. Needs the Debian packages ffmpeg, espeak-ng, python3-cairo and
# fonts-noto-cjk; the same versions of those give the same bytes.
set -eu
[ $# -eq 1 ] || { echo "usage: $0 FOLDER" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
out=$(cd "$1" && pwd)
python=/usr/bin/python3

missing=
command -v ffmpeg >/dev/null || missing="$missing ffmpeg"
command -v espeak-ng >/dev/null || missing="$missing espeak-ng"
"$python" -c 'import cairo' 2>/dev/null || missing="$missing python3-cairo"
[ -f /usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc ] || missing="$missing fonts-noto-cjk"
[ -z "$missing" ] || { echo "$0: please install:$missing" >&2; exit 3; }

# What the result depends on: our sources and the tools.
identity() {
    { cat "$here"/media/*.py "$here/make_media.sh"
      ffmpeg -version | head -1
      espeak-ng --version
      "$python" -c 'import cairo; print(cairo.cairo_version_string())'
    } | sha256sum | cut -d' ' -f1
}
stamp=$(identity)
jobs=
for name in leak constitution; do
    if [ -f "$out/$name.mp4" ] && [ -f "$out/$name.png" ] && [ -f "$out/$name.en.vtt" ] && [ "$(cat "$out/.$name.stamp" 2>/dev/null)" = "$stamp" ]; then
        continue
    fi
    rm -f "$out/.$name.stamp"
    echo "making $name.mp4"
    { PYTHONDONTWRITEBYTECODE=1 "$python" "$here/media/make.py" "$name" "$out" && echo "$stamp" >"$out/.$name.stamp"; } &
    jobs="$jobs $!"
done
PYTHONDONTWRITEBYTECODE=1 "$python" "$here/media/pictures.py" "$out"
for job in $jobs; do
    wait "$job" || { echo "$0: a film could not be made" >&2; exit 1; }
done
