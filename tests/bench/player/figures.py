"""What is made of the measurements. Nothing here looks at a clock, a screen or a process."""

import math
from dataclasses import dataclass


def median(values):
    ordered = sorted(values)
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[middle]
    return (ordered[middle - 1] + ordered[middle]) / 2


def percentile(values, share):
    """The least of the values that `share` of them do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def median_of_ratios(pairs):
    """Of (ours, floor) taken one after the other: a machine that drifts moves both, so each pair is
    divided before the middle is looked for."""
    return median([ours / floor for ours, floor in pairs])


@dataclass(frozen=True)
class Shown:
    per_second: float
    gap_p99_ms: float
    gap_worst_ms: float
    dropped: int
    film: float  # pictures of the film that passed in each second, dropped ones included


def shown(codes, begin, end):
    """`codes` are (seconds, number) at each change of the screen, -1 for no picture; only those from
    `begin` until before `end` count. Dropped is a number left out between two that were shown."""
    seen = [(at, number) for at, number in codes if begin <= at < end and number >= 0]
    if len(seen) < 2:
        return Shown(len(seen) / (end - begin), (end - begin) * 1e3, (end - begin) * 1e3, 0, 0)
    gaps = [(after[0] - before[0]) * 1e3 for before, after in zip(seen, seen[1:])]
    # What stands still at the ends of the window is a gap as well.
    gaps += [gap for gap in ((seen[0][0] - begin) * 1e3, (end - seen[-1][0]) * 1e3) if gap > max(gaps)]
    dropped = sum(max(0, after[1] - before[1] - 1) for before, after in zip(seen, seen[1:]))
    return Shown(len(seen) / (end - begin), percentile(gaps, 0.99), max(gaps), dropped,
                 (seen[-1][1] - seen[0][1]) / (seen[-1][0] - seen[0][0]))


def first_code(codes, since):
    """Seconds at which the first picture stood on the screen, or None."""
    return next((at for at, number in codes if at >= since and number >= 0), None)


def last_code(codes, since):
    """(seconds, number) of the picture with which the screen came to rest, or None."""
    return next(((at, number) for at, number in reversed(codes) if at >= since and number >= 0), None)


def line_through(points):
    """(slope, at zero) of the straight line through two (x, y)."""
    (x0, y0), (x1, y1) = points
    slope = (y1 - y0) / (x1 - x0)
    return slope, y0 - slope * x0


def beeps(samples, rate, quiet_seconds=0.3):
    """Indices at which a beep sets in: the first sample above half of the loudest after so much
    quiet."""
    loudest = max((abs(value) for value in samples), default=0)
    if loudest < 100:  # of 32767: nothing but dither
        return []
    onsets, last_loud = [], -math.inf
    for index, value in enumerate(samples):
        if abs(value) * 2 >= loudest:
            # The recording may begin within a beep.
            if index - last_loud > quiet_seconds * rate and index > quiet_seconds * rate:
                onsets.append(index)
            last_loud = index
    return onsets


def offsets_ms(heard, codes, rate):
    """For each beep how much later (positive) or earlier its picture was shown: that whose number
    divides by the rate of pictures, or the first shown in its place."""
    due = []
    for before, after in zip(codes, codes[1:]):
        if before[1] < 0 or after[1] < 0 or not 0 < after[1] - before[1] < rate:
            continue  # the film begins, ends or has been sought
        if after[1] // rate != before[1] // rate:
            due.append(after[0])
    found = []
    for at in heard:
        nearest = min(due, key=lambda picture: abs(picture - at), default=None)
        if nearest is not None and abs(nearest - at) < 0.5:
            found.append((nearest - at) * 1e3)
    return found


# What the kiosk is meant to reach: (case, metric, the least or the most, limit).
GOALS = [
    ("h264-1080p30-2s", "cpu_by_floor", "most", 1.40),
    ("h264-1080p30-2s", "cpu_by_cvlc-x11", "most", 0.90),
    ("busy", "shown_per_s", "least", 29.97),
    ("busy", "gap_p99_ms", "most", 38),
    ("h264-1080p30-2s", "first_picture_by_floor", "most", 1.3),
    ("h264-1080p30-2s", "first_picture_by_cvlc-x11", "most", 0.25),
    ("h264-1080p30-2s", "seek_mean_by_floor", "most", 1.1),
    ("h264-1080p30-2s", "seek_worst_by_floor", "most", 1.1),
    ("h264-1080p30-2s", "av_offset_worst_ms", "most", 20),
    ("h264-1080p30-2s", "av_offset_sought_worst_ms", "most", 20),
]


def judge(rows):
    """A line for each goal and each of ours that was measured for it. An offset is as bad early as
    late."""
    lines = []
    for case, metric, bound, limit in GOALS:
        for name, who, measured, value, _ in rows:
            if (name, measured) != (case, metric) or not who.startswith("ours"):
                continue
            reached = abs(value) <= limit if bound == "most" else value >= limit
            lines.append(f"  {case}, {metric}, {who}: {value:.3g}, at {bound} {limit}: "
                         f"{'reached' if reached else 'missed'}")
    return lines
