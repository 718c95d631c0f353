#pragma once
// Code points of fonts-material-design-icons-iconfont (MaterialIcons-Regular.ttf).

namespace pufa::ui::icons {
inline constexpr char32_t back = 0xE5C4, forward = 0xE5C8, home = 0xE88A, help = 0xE0C9,
                          volume = 0xE050, volume_off = 0xE04F, play = 0xE037, pause = 0xE034,
                          replay_10 = 0xE059, forward_10 = 0xE056, close = 0xE5CD,
                          check_circle = 0xE86C, cancel = 0xE5C9, quiz = 0xE8AF, video = 0xE038,
                          book = 0xE865, phone = 0xE0B0, lightbulb = 0xE0F0, chevron_right = 0xE5CC,
                          replay = 0xE042, warning = 0xE002;
} // namespace pufa::ui::icons
