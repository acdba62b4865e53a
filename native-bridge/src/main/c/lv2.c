#include "shim.h"

void *const shim_lv2_tables = 0;
