#pragma once
#include <pty.h>
#include <sys/ioctl.h>
#include <termios.h>
