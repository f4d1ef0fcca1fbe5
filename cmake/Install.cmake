# SPDX-FileCopyrightText: Tandem developers
# SPDX-License-Identifier: GPL-3.0-or-later
# What is installed where, and the Debian package made from it (cpack in the build folder).
include(GNUInstallDirs)
set(packaging "${CMAKE_SOURCE_DIR}/packaging")
set(app_id "org.tandem_app.Tandem")

# tandem_install_manual(<page>): the man page, compressed as Debian wants it where gzip is at hand.
function(tandem_install_manual page)
  set(file "${packaging}/man/${page}")
  find_program(GZIP_PROGRAM gzip)
  if(GZIP_PROGRAM)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
    set(zipped "${CMAKE_BINARY_DIR}/${page}.gz")
    execute_process(COMMAND "${GZIP_PROGRAM}" -9nc "${file}" OUTPUT_FILE "${zipped}")
    set(file "${zipped}")
  endif()
  install(FILES "${file}" DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")
endfunction()

install(TARGETS tandemctl)
tandem_install_manual(tandemctl.1)
install(FILES "${packaging}/tandemctl.bash"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions" RENAME tandemctl)
if(TANDEM_WINDOW)
  install(TARGETS tandem)
  tandem_install_manual(tandem.1)
  install(FILES "${packaging}/${app_id}.desktop"
          DESTINATION "${CMAKE_INSTALL_DATADIR}/applications")
  install(FILES "${packaging}/${app_id}.metainfo.xml"
          DESTINATION "${CMAKE_INSTALL_DATADIR}/metainfo")
  install(FILES "${packaging}/${app_id}.xml"
          DESTINATION "${CMAKE_INSTALL_DATADIR}/mime/packages")
  set(icons "${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable")
  install(FILES "${packaging}/icons/${app_id}.svg" DESTINATION "${icons}/apps")
  install(FILES "${packaging}/icons/application-x-tandem.svg" DESTINATION "${icons}/mimetypes")
endif()
install(FILES "${packaging}/copyright" DESTINATION "${CMAKE_INSTALL_DOCDIR}")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME tandem)
set(CPACK_PACKAGE_VENDOR "Tandem developers")
set(CPACK_PACKAGE_CONTACT "Tandem developers")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGE_DESCRIPTION
  "Tandem is a workbench with which Sales and Marketing of a company work from one page. One file
on your own computer holds the agreed definitions, the personas, the campaigns and the touches of
both teams, and the window shows the funnel that follows from them.")
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION office)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Qt loads the SVG plug-in at run time, the core the zones; no linker sees either.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6svg6, tzdata")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-inter")
include(CPack)
