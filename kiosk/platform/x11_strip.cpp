#include "kiosk/platform/x11_strip.h"

#include <SDL.h>
#include <SDL_syswm.h>
#include <X11/Xutil.h>
#include <X11/extensions/XShm.h>
#include <sys/ipc.h>
#include <sys/shm.h>

#include <algorithm>

namespace pufa::platform {
namespace {

/// A quarter of what the second cache of a core has today; smaller ones ask the server too often.
constexpr int k_most_bytes = 1 << 19;
constexpr int k_pixel_bytes = 4;

bool g_refused = false;

int note_refusal(Display*, XErrorEvent*) {
    g_refused = true;
    return 0;
}

/// A segment of System V, gone when nobody is attached any more.
class Segment {
  public:
    explicit Segment(size_t bytes)
        : m_id(::shmget(IPC_PRIVATE, bytes, IPC_CREAT | 0600)) {
        if (m_id < 0) return;
        void* const at = ::shmat(m_id, nullptr, 0);
        if (at != reinterpret_cast<void*>(-1)) m_data = static_cast<char*>(at);
    }
    Segment(const Segment&) = delete;
    Segment& operator=(const Segment&) = delete;
    ~Segment() {
        if (m_data) ::shmdt(m_data);
        forget_name();
    }
    /// After this no other process can attach.
    void forget_name() {
        if (m_id >= 0) ::shmctl(m_id, IPC_RMID, nullptr);
        m_id = -1;
    }
    [[nodiscard]] int id() const { return m_id; }
    [[nodiscard]] char* data() const { return m_data; }

  private:
    int m_id;
    char* m_data = nullptr;
};

struct FreeImage {
    void operator()(XImage* image) const {
        image->data = nullptr; // the segment's
        XDestroyImage(image);
    }
};
using Image = std::unique_ptr<XImage, FreeImage>;

class Strip final : public X11Strip {
  public:
    Strip(Display* display, ::Window window, size_t bytes)
        : m_display(display)
        , m_window(window)
        , m_segment(bytes) {}
    Strip(const Strip&) = delete;
    Strip& operator=(const Strip&) = delete;
    ~Strip() override {
        if (m_attached) XShmDetach(m_display, &m_shared);
        if (m_context) XFreeGC(m_display, m_context);
        XSync(m_display, False);
    }

    [[nodiscard]] bool attach(const XWindowAttributes& window, int rows) {
        if (!m_segment.data()) return false;
        m_shared.shmid = m_segment.id();
        m_shared.shmaddr = m_segment.data();
        m_shared.readOnly = True; // the server's end
        m_image.reset(XShmCreateImage(m_display, window.visual, static_cast<unsigned>(window.depth),
                                      ZPixmap, m_segment.data(), &m_shared,
                                      static_cast<unsigned>(window.width),
                                      static_cast<unsigned>(rows)));
        if (!m_image || m_image->bits_per_pixel != 8 * k_pixel_bytes ||
            m_image->bytes_per_line != window.width * k_pixel_bytes ||
            m_image->red_mask != 0xff0000 || m_image->blue_mask != 0xff)
            return false;
        // A server elsewhere has the extension, and refuses.
        g_refused = false;
        const auto before = XSetErrorHandler(&note_refusal);
        const bool asked = XShmAttach(m_display, &m_shared) != 0;
        XSync(m_display, False);
        XSetErrorHandler(before);
        m_attached = asked && !g_refused;
        m_segment.forget_name();
        if (m_attached) m_context = XCreateGC(m_display, m_window, 0, nullptr);
        return m_attached;
    }

    raster::Surface surface() override {
        return {reinterpret_cast<raster::Pixel*>(m_segment.data()), m_image->width, m_image->height,
                m_image->width};
    }

    void show(const ui::PixelRect& at) override {
        XShmPutImage(m_display, m_window, m_context, m_image.get(), 0, 0, at.x, at.y,
                     static_cast<unsigned>(at.w), static_cast<unsigned>(at.h), False);
        XSync(m_display, False);
    }

  private:
    Display* m_display;
    ::Window m_window;
    Segment m_segment;
    XShmSegmentInfo m_shared{};
    Image m_image;
    GC m_context = nullptr;
    bool m_attached = false;
};

} // namespace

std::unique_ptr<X11Strip> make_x11_strip(SDL_Window* window) {
    SDL_SysWMinfo info;
    SDL_VERSION(&info.version);
    if (SDL_GetWindowWMInfo(window, &info) != SDL_TRUE || info.subsystem != SDL_SYSWM_X11)
        return nullptr;
    Display* const display = info.info.x11.display;
    XWindowAttributes attributes;
    if (!XShmQueryExtension(display) ||
        !XGetWindowAttributes(display, info.info.x11.window, &attributes) || attributes.width <= 0)
        return nullptr;
    const int row = attributes.width * k_pixel_bytes;
    const int rows = std::clamp(k_most_bytes / row, 1, attributes.height);
    auto strip = std::make_unique<Strip>(display, info.info.x11.window,
                                         static_cast<size_t>(row) * static_cast<size_t>(rows));
    if (!strip->attach(attributes, rows)) return nullptr;
    return strip;
}

} // namespace pufa::platform
