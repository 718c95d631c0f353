#include "kiosk/platform/gl_program.h"

#include <epoxy/gl.h>

#include <array>
#include <string>

namespace pufa::platform {
namespace {

Result<GLuint> compile(GLenum kind, std::string_view body) {
    std::string text = glsl_version();
    text += epoxy_is_desktop_gl() ? "\n" : "\nprecision highp float;\n";
    text += body;
    const GLuint shader = glCreateShader(kind);
    const char* source = text.c_str();
    glShaderSource(shader, 1, &source, nullptr);
    glCompileShader(shader);
    GLint done = 0;
    glGetShaderiv(shader, GL_COMPILE_STATUS, &done);
    if (done) return shader;
    std::array<char, 512> words{};
    glGetShaderInfoLog(shader, static_cast<GLsizei>(words.size()), nullptr, words.data());
    glDeleteShader(shader);
    return Error{Code::NO_DISPLAY, "OpenGL", words.data()};
}

} // namespace

const char* glsl_version() {
    return epoxy_is_desktop_gl() ? "#version 150" : "#version 300 es";
}

Result<unsigned> link_program(std::string_view vertex, std::string_view fragment) {
    PUFA_TRY(const GLuint vertex_shader, compile(GL_VERTEX_SHADER, vertex));
    PUFA_TRY(const GLuint fragment_shader, compile(GL_FRAGMENT_SHADER, fragment));
    const GLuint program = glCreateProgram();
    glAttachShader(program, vertex_shader);
    glAttachShader(program, fragment_shader);
    glLinkProgram(program);
    glDeleteShader(vertex_shader);
    glDeleteShader(fragment_shader);
    GLint done = 0;
    glGetProgramiv(program, GL_LINK_STATUS, &done);
    if (done) return program;
    std::array<char, 512> words{};
    glGetProgramInfoLog(program, static_cast<GLsizei>(words.size()), nullptr, words.data());
    glDeleteProgram(program);
    return Error{Code::NO_DISPLAY, "OpenGL", words.data()};
}

} // namespace pufa::platform
