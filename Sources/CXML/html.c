#include "html.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <limits.h>
#include <string.h>

struct context {
  htmlParserCtxtPtr parser;
  void *reader;
  const struct tripos_html_events *events;
};

static size_t consumed(const struct context *context) {
  long count = xmlByteConsumed(context->parser);
  return count < 0 ? 0 : (size_t)count;
}

static void start(void *data, const xmlChar *name, const xmlChar **attributes) {
  struct context *context = data;
  context->events->start(context->reader, (const char *)name, (const char *const *)attributes,
                         consumed(context));
}

static void end(void *data, const xmlChar *name) {
  struct context *context = data;
  context->events->end(context->reader, (const char *)name, consumed(context));
}

static void text(void *data, const xmlChar *bytes, int length) {
  struct context *context = data;
  context->events->text(context->reader, (const char *)bytes, (size_t)length, consumed(context));
}

// The contents of scripts and styles.
static void drop(void *data, const xmlChar *bytes, int length) {
  (void)data;
  (void)bytes;
  (void)length;
}

void tripos_html_read(const char *bytes, size_t length, void *reader,
                      const struct tripos_html_events *events) {
  htmlSAXHandler handler;
  memset(&handler, 0, sizeof handler);
  handler.startElement = start;
  handler.endElement = end;
  handler.characters = text;
  handler.ignorableWhitespace = text;
  handler.cdataBlock = drop;
  struct context context = {NULL, reader, events};
  context.parser =
      htmlCreatePushParserCtxt(&handler, &context, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
  if (!context.parser) return;
  htmlCtxtUseOptions(context.parser, HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                         HTML_PARSE_IGNORE_ENC | HTML_PARSE_NONET);
  htmlParseChunk(context.parser, bytes, length > INT_MAX ? INT_MAX : (int)length, 0);
  htmlParseChunk(context.parser, bytes, 0, 1);
  htmlFreeParserCtxt(context.parser);
}

unsigned int tripos_html_entity(const char *name) {
  const htmlEntityDesc *entity = htmlEntityLookup((const xmlChar *)name);
  return entity ? entity->value : 0;
}
