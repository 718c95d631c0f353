#pragma once
// Code points of fonts-material-design-icons-iconfont (MaterialIcons-Regular.ttf); the font's own
// name of a glyph stands beside it where ours says what it is for.

namespace pufa::ui::icons {
inline constexpr char32_t back = 0xE5C4, forward = 0xE5C8, home = 0xE88A,
                          help = 0xF0E2, // support_agent
    volume = 0xE050, volume_off = 0xE04F, play = 0xE037, pause = 0xE034, replay_10 = 0xE059,
                          forward_10 = 0xE056, close = 0xE5CD, check_circle = 0xE86C,
                          cancel = 0xE5C9, quiz = 0xF04C,
                          video = 0xF06A, // smart_display
    book = 0xEA19,                        // menu_book
    phone = 0xE0B0, lightbulb = 0xE0F0, chevron_right = 0xE5CC, replay = 0xE042, warning = 0xE002;
inline constexpr char32_t check = 0xE876,
                          check_outline = 0xE92D, // check_circle_outline
    box = 0xE835, box_checked = 0xE834, handshake = 0xEBCB,
                          play_circle = 0xE038, // play_circle_filled
    hourglass = 0xEA5C,                         // hourglass_bottom
    reception = 0xEB49,                         // room_service
    staff = 0xEA3D,                             // engineering
    expand_more = 0xE5CF, expand_less = 0xE5CE;
inline constexpr char32_t translate = 0xE8E2, text_increase = 0xEAE2, text_decrease = 0xEADD,
                          accessible = 0xE914, touch_app = 0xE913, contrast = 0xEB37,
                          campaign_day = 0xE878, // event
    article = 0xEF42;
inline constexpr char32_t captions = 0xE01C, // closed_caption
    captions_off = 0xF1DC,                   // closed_caption_disabled
    list = 0xE896, skip_next = 0xE044, backspace = 0xE14A;
inline constexpr char32_t speed = 0xE9E4, voice = 0xE91F; // record_voice_over
inline constexpr char32_t plus = 0xE145,                  // add
    minus = 0xE15B,                                       // remove
    here = 0xE55C,                                        // my_location
    gavel = 0xE90E, pillars = 0xE84F,                     // account_balance
    hand_heart = 0xEA70,                                  // volunteer_activism
    stamp = 0xEF76,                                       // verified
    scales = 0xEAF6,                                      // balance
    globe = 0xE80B,                                       // public
    vote = 0xE175;                                        // how_to_vote
inline constexpr char32_t map = 0xE55B, place = 0xE55F,
                          qr = 0xEF6B, // qr_code
    usb = 0xE1E0, archive = 0xE149, bar_chart = 0xE26B, tune = 0xE429,
                          shield = 0xE1D5,           // health_and_safety
    broom = 0xF0FF,                                  // cleaning_services
    logout = 0xE9BA, block = 0xE14B, alert = 0xE000, // error
    lock = 0xE897, checklist = 0xE6B1, schedule = 0xE8B5, people = 0xE7FB;
} // namespace pufa::ui::icons
