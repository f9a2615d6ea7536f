// Zip archives.
#pragma once

#include <zip.h>
