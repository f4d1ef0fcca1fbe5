# SPDX-FileCopyrightText: Tandem developers
# SPDX-License-Identifier: GPL-3.0-or-later

# tandem_layer(<folder> [PREFIX <prefix>] [PCH <headers>...] [LINK <targets>...]): the static library
# of one folder, named tandem_[<prefix>_]<folder>, from every .cpp in it. A folder without sources
# makes an interface library.
function(tandem_layer folder)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "PREFIX" "LINK;PCH")
  set(name "tandem_${folder}")
  if(arg_PREFIX)
    set(name "tandem_${arg_PREFIX}_${folder}")
  endif()
  file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*.cpp")
  file(GLOB headers CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*.h")
  if(sources)
    add_library(${name} STATIC ${sources} ${headers})
    target_link_libraries(${name} PUBLIC tandem_settings ${arg_LINK})
    if(TANDEM_PCH AND arg_PCH)
      target_precompile_headers(${name} PRIVATE ${arg_PCH})
    endif()
  else()
    add_library(${name} INTERFACE)
    target_link_libraries(${name} INTERFACE tandem_settings ${arg_LINK})
  endif()
endfunction()
