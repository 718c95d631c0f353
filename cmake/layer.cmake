# One target per layer. A layer sees only the layers it names, so a breach of the directions in
# docs/ARCHITECTURE.md is a link error; tests/checks/layers.py reads the includes as well.

add_library(pufa_options INTERFACE)
target_include_directories(pufa_options INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(pufa_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor
                                              -Wold-style-cast -Woverloaded-virtual)
if(PUFA_WERROR)
  target_compile_options(pufa_options INTERFACE -Werror)
endif()
if(PUFA_SANITIZE)
  target_compile_options(pufa_options INTERFACE -fsanitize=${PUFA_SANITIZE}
                                                -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(pufa_options INTERFACE -fsanitize=${PUFA_SANITIZE})
endif()

find_program(PUFA_CCACHE ccache)
if(PUFA_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${PUFA_CCACHE})
endif()

# pufa_layer(NAME [LAYERS other layers ...] [LIBS libraries ...]): the .cpp files of this folder.
# LAYERS and LIBS are seen by users of the layer; HIDDEN libraries are linked but their headers
# stay inside the folder. HOT: loops of our own over pixels, samples or triangles, -O2 in releases.
function(pufa_layer name)
  cmake_parse_arguments(ARG "HOT" "" "LAYERS;LIBS;HIDDEN" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
  list(TRANSFORM ARG_LAYERS PREPEND pufa_)
  if(sources)
    add_library(pufa_${name} STATIC ${sources})
    target_link_libraries(pufa_${name} PUBLIC pufa_options ${ARG_LAYERS} ${ARG_LIBS}
                                       PRIVATE ${ARG_HIDDEN})
    if(ARG_HOT)
      target_compile_options(pufa_${name} PRIVATE $<$<CONFIG:RelWithDebInfo>:-O2>)
    endif()
  else()
    add_library(pufa_${name} INTERFACE)
    target_link_libraries(pufa_${name} INTERFACE pufa_options ${ARG_LAYERS} ${ARG_LIBS}
                                                 ${ARG_HIDDEN})
  endif()
endfunction()

# pufa_program(NAME LAYERS ...): main.cpp of this folder over its layers.
function(pufa_program name)
  cmake_parse_arguments(ARG "" "" "LAYERS" ${ARGN})
  list(TRANSFORM ARG_LAYERS PREPEND pufa_)
  add_executable(${name} ${CMAKE_CURRENT_SOURCE_DIR}/main.cpp)
  target_link_libraries(${name} PRIVATE ${ARG_LAYERS})
endfunction()

# pufa_test(NAME LAYERS ... [SOURCES globs ...]): one doctest program that links only its layers.
# JOINED: its fixtures are heavy, so builds with a sanitizer compile eight of its files as one; no
# two files may then give one name to different things.
function(pufa_test name)
  cmake_parse_arguments(ARG "JOINED" "" "LAYERS;SOURCES" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${ARG_SOURCES})
  if(NOT sources)
    return()
  endif()
  list(TRANSFORM ARG_LAYERS PREPEND pufa_)
  add_executable(${name} ${sources})
  target_link_libraries(${name} PRIVATE ${ARG_LAYERS} pufa_doctest_main)
  target_compile_definitions(
    ${name} PRIVATE PUFA_SOURCE_DIR="${CMAKE_SOURCE_DIR}" PUFA_BIN_DIR="${CMAKE_BINARY_DIR}/bin")
  if(ARG_JOINED AND PUFA_SANITIZE)
    set_target_properties(${name} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 8)
  endif()
  add_test(NAME ${name} COMMAND ${name})
endfunction()
