// libxml2's HTML parser, as events.
#pragma once

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
