// Compression by zstd.
#pragma once

#include <zstd.h>
