/* What needs lists that the wrapper keeps, and small things about structures held as bytes. */
%include "round_box.h"
%include "round_compare.h"
%include "plain_values.h"
%include "simulated_rounds.h"
%include "batch_columns.h"
