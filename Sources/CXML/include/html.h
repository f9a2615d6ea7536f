// libxml2's HTML parser behind one plain function: its headers bring in ICU's, which Foundation has
// in another version, so that no Swift file could import both.
#pragma once

#include <stddef.h>

// What is told of a page as it is read. Each event also gets the reader that was passed in and the
// number of bytes that have been consumed.
struct tripos_html_events {
  // An element opens. The attributes are names and values by turns, ended by a null name; the list
  // itself may be null, and so may values.
  void (*start)(void *reader, const char *name, const char *const *attributes, size_t consumed);
  void (*end)(void *reader, const char *name, size_t consumed);
  // A piece of text, its character references resolved.
  void (*text)(void *reader, const char *bytes, size_t length, size_t consumed);
};

// Reads a page, however broken. The bytes must be UTF-8; what the page says of its encoding is
// ignored.
void tripos_html_read(const char *bytes, size_t length, void *reader,
                      const struct tripos_html_events *events);

// The character that a named reference such as `eacute` stands for; 0 for a name that HTML 4 does
// not have.
unsigned int tripos_html_entity(const char *name);
