#!/usr/bin/env python3
"""Holds figures.py and what clips.py writes into pictures."""

import math
import unittest

import figures
import picture_code


def film(first, count, begin, every=1 / 30):
    return [(begin + i * every, first + i) for i in range(count)]


class Ratios(unittest.TestCase):
    def test_the_median_of_an_even_number_lies_between_the_middle_two(self):
        self.assertEqual(figures.median([4, 1, 3, 2]), 2.5)
        self.assertEqual(figures.median([5, 1, 3]), 3)

    def test_a_machine_that_drifts_does_not_move_the_ratio(self):
        # Twice as slow in the second round, and one floor disturbed: neither middle would say 1.5.
        self.assertAlmostEqual(figures.median_of_ratios([(0.3, 0.2), (0.6, 0.4), (0.3, 0.4)]), 1.5)

    def test_a_percentile_is_one_of_the_values(self):
        values = list(range(1, 101))
        self.assertEqual(figures.percentile(values, 0.99), 99)
        self.assertEqual(figures.percentile(values, 0.5), 50)
        self.assertEqual(figures.percentile([7], 0.99), 7)


class Pictures(unittest.TestCase):
    def test_all_pictures_shown_on_time(self):
        got = figures.shown(film(0, 400, 9.99), 10, 20)
        self.assertAlmostEqual(got.per_second, 30, delta=0.11)
        self.assertAlmostEqual(got.gap_p99_ms, 1000 / 30, places=3)
        self.assertEqual(got.dropped, 0)

    def test_every_third_left_out_is_counted(self):
        codes = [(at, number) for at, number in film(0, 300, 10) if number % 3 != 1]
        got = figures.shown(codes, 10, 20)
        self.assertEqual(got.dropped, 100)
        self.assertAlmostEqual(got.per_second, 20)
        self.assertAlmostEqual(got.gap_p99_ms, 2000 / 30, places=3)

    def test_a_film_that_runs_slowly_without_dropping_is_told(self):
        got = figures.shown(film(0, 200, 10, every=1 / 20), 10, 20)
        self.assertAlmostEqual(got.film, 20)
        self.assertEqual(got.dropped, 0)

    def test_what_is_no_picture_is_not_shown(self):
        codes = film(0, 3, 10) + [(10.2, -1), (10.3, 3)]
        self.assertEqual(figures.shown(codes, 10, 11).per_second, 4)

    def test_a_film_that_stops_is_a_gap(self):
        self.assertAlmostEqual(figures.shown(film(0, 30, 10), 10, 20).gap_worst_ms, 9033.33, delta=0.1)
        self.assertEqual(figures.shown([], 10, 20).gap_worst_ms, 10000)

    def test_the_first_and_the_last_picture_after_a_tap(self):
        codes = [(1.0, 5), (2.0, -1), (2.5, 60), (2.6, 75)]
        self.assertEqual(figures.first_code(codes, 1.5), 2.5)
        self.assertEqual(figures.last_code(codes, 1.5), (2.6, 75))
        self.assertIsNone(figures.first_code(codes, 3))
        self.assertIsNone(figures.last_code(codes, 3))

    def test_a_bar_is_known_from_two_taps(self):
        slope, zero = figures.line_through([(160, 100), (260, 300)])
        self.assertAlmostEqual(slope * 210 + zero, 200)


class Sound(unittest.TestCase):
    RATE = 1000

    def recording(self, beginnings, seconds=4):
        """Beeps of a tenth of a second, of 100 Hz."""
        samples = [0] * (seconds * self.RATE)
        for begin in beginnings:
            for i in range(self.RATE // 10):
                samples[int(begin * self.RATE) + i] = round(9000 * math.cos(2 * math.pi * i / 10))
        return samples

    def test_a_beep_is_found_where_it_sets_in(self):
        self.assertEqual(figures.beeps(self.recording([0.5, 1.5, 2.75]), self.RATE), [500, 1500, 2750])

    def test_silence_has_none_and_half_a_beep_is_none(self):
        self.assertEqual(figures.beeps([0, 3, -2] * 500, self.RATE), [])
        self.assertEqual(figures.beeps(self.recording([0.1, 1.1]), self.RATE), [1100])

    def test_the_offset_is_that_of_the_picture_whose_second_begins(self):
        codes = film(20, 100, 5)  # 30 at 5.333, 60 at 6.333, 90 at 7.333
        got = figures.offsets_ms([5.323, 6.353], codes, 30)
        self.assertAlmostEqual(got[0], 10.33, delta=0.01)
        self.assertAlmostEqual(got[1], -19.67, delta=0.01)

    def test_a_dropped_picture_is_told_by_the_next(self):
        codes = [code for code in film(20, 30, 5) if code[1] != 30]
        self.assertAlmostEqual(figures.offsets_ms([5.3333], codes, 30)[0], 33.4, delta=0.1)

    def test_a_seek_is_no_second(self):
        self.assertEqual(figures.offsets_ms([5.5], [(5, 10), (5.5, 700), (5.53, 701)], 30), [])


class Goals(unittest.TestCase):
    def test_a_goal_is_judged_for_ours_alone_and_an_early_sound_is_no_better_than_a_late_one(self):
        case = "h264-1080p30-2s"
        rows = [(case, "ours-gl", "av_offset_worst_ms", -35, "ms"), (case, "ours-soft", "cpu_by_floor", 1.39, "x"),
                (case, "mpv-x11", "cpu_by_floor", 2.5, "x"), ("busy", "ours-soft", "shown_per_s", 29.9, "1/s")]
        got = figures.judge(rows)
        self.assertEqual([line.split()[-1] for line in got], ["reached", "missed", "missed"])
        self.assertIn("ours-soft: 1.39, at most 1.4", got[0])


class Code(unittest.TestCase):
    def test_a_strip_is_the_number_above_its_complement(self):
        strip = picture_code.strip(0x8001)
        self.assertEqual(strip[:16], bytes([255] + [0] * 14 + [255]))
        self.assertEqual(strip[16:], bytes([0] + [255] * 14 + [0]))


if __name__ == "__main__":
    unittest.main()
