#include "shim.h"

void *const shim_clap_tables = 0;
