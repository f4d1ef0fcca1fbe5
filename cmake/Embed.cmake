# SPDX-FileCopyrightText: Tandem developers
# SPDX-License-Identifier: GPL-3.0-or-later

# tandem_embed(<target> <symbol> <header-name> <files>...): puts text files into <target> as
#   namespace tandem { extern const std::vector<EmbeddedFile> <symbol>; }   // name, text
# sorted by file name. The declaration stands in the header that the target writes by hand.
function(tandem_embed target symbol header)
  set(body "// Made by cmake/Embed.cmake.\n#include \"${header}\"\nnamespace tandem {\n")
  string(APPEND body "const std::vector<EmbeddedFile> ${symbol} = {\n")
  set(files ${ARGN})
  list(SORT files)
  foreach(path IN LISTS files)
    get_filename_component(name "${path}" NAME)
    file(READ "${path}" text)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${path}")
    # A raw string literal may hold at most 65,535 characters by the standard; GCC takes more.
    string(APPEND body "{\"${name}\", R\"tandem_embed(${text})tandem_embed\"},\n")
  endforeach()
  string(APPEND body "};\n}\n")
  set(out "${CMAKE_CURRENT_BINARY_DIR}/${symbol}.cpp")
  file(GENERATE OUTPUT "${out}" CONTENT "${body}")
  target_sources(${target} PRIVATE "${out}")
endfunction()
