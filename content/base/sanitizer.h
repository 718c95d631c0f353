#pragma once
// Whether a sanitizer's runtime is in this build. GCC says it by a macro, clang by a feature.

#ifndef __has_feature
#define __has_feature(feature) 0
#endif

namespace pufa::base {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) ||                               \
    __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) ||                         \
    __has_feature(memory_sanitizer)
inline constexpr bool k_sanitizer = true;
#else
inline constexpr bool k_sanitizer = false;
#endif

} // namespace pufa::base
