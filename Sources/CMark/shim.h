// The CommonMark parser.
#pragma once

#include <cmark.h>
