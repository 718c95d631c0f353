#pragma once
// A film that plays, a still, or a probe: a file, its pictures and its sound, decoded step by step
// into what the kiosk handed over. A step does at most one packet's work.

#include "content/decoder/convert.h"
#include "content/decoder/pictures.h"
#include "content/decoder/soundtrack.h"
#include "content/decoder/task.h"
#include "content/media/ring.h"

namespace pufa::decoder {

class Session final : public Task {
  public:
    Session(Handed handed, Send send);

    [[nodiscard]] Trouble start() override;
    [[nodiscard]] Trouble step(Step& outcome) override;
    /// Only remembered: the next step begins with the newest place asked for.
    [[nodiscard]] Trouble seek(const media::Seek& seek) override;
    [[nodiscard]] Trouble set_pace(const media::Pace& pace) override;
    [[nodiscard]] Trouble choose_sound(const media::ChooseSound& choice) override;
    void release(const media::Release& release) override;
    [[nodiscard]] uint32_t generation() const override { return m_generation; }

  private:
    [[nodiscard]] bool has_pictures() const { return m_input.video() != nullptr; }
    [[nodiscard]] bool has_sound() const { return m_input.sound() != nullptr && m_sound_wanted; }
    [[nodiscard]] bool all_done() const;

    [[nodiscard]] Trouble deliver_picture(bool& moved);
    [[nodiscard]] Trouble deliver_sound(bool& moved);
    [[nodiscard]] Trouble go_to_target();
    [[nodiscard]] Trouble decode(bool& moved);
    [[nodiscard]] Trouble read(bool& moved);
    [[nodiscard]] Trouble dispatch(Packet packet);
    void end_of_file();
    [[nodiscard]] Trouble reconsider_place();
    [[nodiscard]] Trouble place_input(int64_t at_us, Hurry hurry, Preview preview);
    [[nodiscard]] Trouble send_picture(const Shot& shot, Preview preview);
    void open_up();
    void send_end();
    [[nodiscard]] Step idle_step();

    Handed m_handed;
    Send m_send;
    Input m_input;
    SlotPool m_slots;
    Pictures m_pictures;
    Soundtrack m_sound;
    Converter m_converter;
    bool m_sound_wanted = false;

    uint32_t m_generation;
    uint32_t m_first_generation;
    int64_t m_target_us = 0;
    int64_t m_place_us = 0;        ///< where the input was sought to
    int64_t m_last_picture_us = 0; ///< end of the last picture packet seen
    int m_turns = 0;               ///< quarter turns clockwise that the container asks for
    int m_read_faults = 0;
    bool m_at_end = false;
    bool m_opened = false;
    bool m_sought = false; ///< m_target_us is new
    bool m_end_sent = false;
    bool m_over = false; ///< a probe or a still: all that was asked for was sent
};

} // namespace pufa::decoder
