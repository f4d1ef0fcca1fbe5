# SPDX-FileCopyrightText: Tandem developers
# SPDX-License-Identifier: GPL-3.0-or-later
# Compiler settings that hold for every target.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

add_library(tandem_settings INTERFACE)
target_include_directories(tandem_settings INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_options(tandem_settings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wold-style-cast
  -Wimplicit-fallthrough -Werror)
# GCC 12 sees overlapping copies in "text" + std::string when it optimises (its bug 105329).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(tandem_settings INTERFACE -Wno-restrict)
endif()

option(TANDEM_SANITIZE "Build with the address and undefined-behaviour sanitizers" OFF)
if(TANDEM_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
  # GCC 12 sees uninitialized members in <regex> and <functional> once code is instrumented.
  add_compile_options(-Wno-maybe-uninitialized)
endif()

# ccache, if there is one; the sloppiness lets it serve precompiled headers.
find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env
      "CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_ctime,include_file_mtime"
      "${CCACHE_PROGRAM}")
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-fpch-preprocess>)
  endif()
endif()
