#pragma once
// A whole file read once, for an author: its sound decoded and measured, every packet's time and
// keyframe flag taken down, and for each moment of the plan the nearest keyframe decoded as a small
// picture. Whatever can be passed over is counted, not given up on.

#include "content/decoder/convert.h"
#include "content/decoder/loudness.h"
#include "content/decoder/sound.h"
#include "content/decoder/task.h"
#include "content/decoder/texts.h"
#include "content/media/study_plan.h"

#include <deque>
#include <optional>
#include <vector>

namespace pufa::decoder {

class Study final : public Task {
  public:
    Study(Handed handed, Send send);

    [[nodiscard]] Trouble start() override;
    [[nodiscard]] Trouble step(Step& outcome) override;
    /// Nothing: a study has no place.
    [[nodiscard]] Trouble seek(const media::Seek& seek) override;
    void release(const media::Release& release) override;
    [[nodiscard]] uint32_t generation() const override { return m_handed.open.generation; }

  private:
    /// A keyframe whose turn to be decoded may never come.
    struct Keyframe {
        Packet packet;
        Frame frame; ///< once decoded
        int64_t pts_us = 0;
        bool tried = false;
    };

    [[nodiscard]] uint64_t measure_seek() const;
    [[nodiscard]] Trouble read();
    [[nodiscard]] Trouble take_picture(Packet packet);
    [[nodiscard]] Trouble take_sound(Packet packet);
    [[nodiscard]] Trouble run_sound();
    void take_keyframe(Packet packet, int64_t at_us);
    /// The moments before `until_us` are shown by the keyframe held.
    void settle(int64_t until_us);
    [[nodiscard]] bool decode_held();
    void note_frame(const AVFrame& frame);
    void damaged(int64_t at_us);
    [[nodiscard]] Trouble deliver(bool& moved);
    [[nodiscard]] Trouble finish();
    void open_up(const AVFrame* first);
    void send_progress(int64_t at_us);
    void send_findings();
    void send_end();

    Handed m_handed;
    Send m_send;
    std::optional<Range> m_file; ///< to measure a seek beside what m_input has read
    Input m_input;
    CodecContext m_codec; ///< of the pictures; none for sound alone
    Sound m_sound;
    Loudness m_loudness;
    Texts m_texts;
    Converter m_converter;
    SlotPool m_slots;

    media::StudyPlan m_plan;
    uint32_t m_settled = 0;    ///< moments of the plan that have their picture
    Keyframe m_held;           ///< the last keyframe read
    Frame m_last;              ///< the last keyframe decoded
    int64_t m_last_pts_us = 0; ///< its time
    struct Due {
        Frame frame;
        int64_t pts_us = 0;
    };
    std::deque<Due> m_due; ///< waiting for a slot; one keyframe's at most

    std::vector<int64_t> m_times; ///< of pictures, as they come in the file
    media::Studied m_found{};
    int64_t m_gap_from_us = -1; ///< the keyframe before; -1: none yet
    uint64_t m_bytes = 0;
    uint32_t m_sound_faults = 0; ///< of m_sound, already counted
    int m_read_faults = 0;       ///< in a row
    uint32_t m_percent = 0;
    uint32_t m_packets = 0; ///< since the last sign of life
    bool m_opened = false;
    bool m_at_end = false;
    bool m_over = false;
};

} // namespace pufa::decoder
