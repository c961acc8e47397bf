/* Every header of lib/ with inline functions, so that each of them is proved once. */
#include "batch_core.h"
#include "date_core.h"
#include "edition_core.h"
#include "finding_core.h"
#include "ratio_core.h"
#include "ratio_whole.h"
#include "status_fault.h"
#include "status_text.h"
