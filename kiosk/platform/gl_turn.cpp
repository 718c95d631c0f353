#include "kiosk/platform/gl_turn.h"

#include "kiosk/platform/gl_program.h"

#include <epoxy/gl.h>

#include <array>

namespace pufa::platform {
namespace {

constexpr const char* k_vertex = R"(
uniform mat2 turn; // a point of the panel shows turn * point of the page, both from the middle
out vec2 point;
void main() {
    vec2 corner = vec2(float(gl_VertexID & 1), float(gl_VertexID >> 1));
    point = turn * (corner - 0.5) + 0.5;
    gl_Position = vec4(corner * 2.0 - 1.0, 0.0, 1.0);
}
)";

constexpr const char* k_fragment = R"(
uniform sampler2D page;
in vec2 point;
out vec4 colour;
void main() {
    colour = vec4(texture(page, point).rgb, 1.0);
}
)";

/// Anticlockwise by that angle, y upwards; column by column, as GL wants it.
std::array<float, 4> back(int rotation) {
    switch (rotation) {
    case 90:
        return {0, 1, -1, 0};
    case 180:
        return {-1, 0, 0, -1};
    default:
        return {0, -1, 1, 0};
    }
}

} // namespace

Result<std::unique_ptr<GlTurn>> GlTurn::make(int rotation) {
    std::unique_ptr<GlTurn> made(new GlTurn);
    PUFA_TRY(made->m_program, link_program(k_vertex, k_fragment));
    glGenVertexArrays(1, &made->m_vertex_array);
    glUseProgram(made->m_program);
    glUniform1i(glGetUniformLocation(made->m_program, "page"), 0);
    glUniformMatrix2fv(glGetUniformLocation(made->m_program, "turn"), 1, GL_FALSE,
                       back(rotation).data());
    return made;
}

GlTurn::~GlTurn() {
    if (m_vertex_array) glDeleteVertexArrays(1, &m_vertex_array);
    if (m_program) glDeleteProgram(m_program);
}

void GlTurn::draw(unsigned texture, int width, int height) const {
    glViewport(0, 0, width, height);
    glDisable(GL_SCISSOR_TEST);
    glDisable(GL_BLEND);
    glUseProgram(m_program);
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, texture);
    glBindVertexArray(m_vertex_array);
    glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
    glBindVertexArray(0);
}

} // namespace pufa::platform
