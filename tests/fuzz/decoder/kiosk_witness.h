#pragma once
// What must hold of everything that a link tells the kiosk, whatever its peer has said.

#include "content/media/link.h"
#include "content/media/study.h"

#include <vector>

namespace pufa::fuzz {

/// Follows one link from its making to its end.
class KioskWitness {
  public:
    void opening(media::Purpose purpose, int max_width, int max_height, const media::Link& link);
    /// Before and after a seek.
    void sought(uint32_t generation_before, const media::Link& link);
    void see(const std::vector<media::Report>& reports, media::Link& link);
    /// By what the link has told so far.
    [[nodiscard]] bool may_open() const { return !m_open && !m_died; }

  private:
    void see_opened(const media::Facts& facts);
    void see_picture(const media::HasPicture& has, const media::Link& link);
    void see_sound(const media::HasSound& has, media::Link& link) const;
    void see_findings(const media::Findings& findings);
    void see_ended(const media::HasEnded& ended, const media::Link& link);
    void see_failed(const Error& error);

    media::Purpose m_purpose = media::Purpose::play;
    int m_max_width = 0;
    int m_max_height = 0;
    uint32_t m_generation = 0;
    bool m_open = false;   ///< something may yet be told of what was opened
    bool m_opened = false; ///< HasOpened has come
    bool m_found = false;
    bool m_died = false;
    size_t m_sounds = 0;
    uint32_t m_pictures_left = 0;
};

/// Every byte that its planes claim lies within its slot; each is read.
void read_all(const media::Picture& picture);
/// Different pictures lie in different slots.
void check_apart(const std::vector<media::Picture>& held);

void check_facts(const media::Facts& facts);
void check_findings(const media::Findings& findings);
void check_still(const media::Still& still, int max_width, int max_height);
/// Takes from the ring, or leaves it alone, and compares with what it had said.
void read_ring(media::SoundRing& ring, uint64_t frames);
void skip_ring(media::SoundRing& ring, uint64_t position);

} // namespace pufa::fuzz
