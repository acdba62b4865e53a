#include "shim.h"

void *const shim_vst3_tables = 0;
