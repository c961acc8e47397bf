/* What needs lists that the wrapper keeps, and small things about structures held as bytes. */
%include "round_box.h"
%include "plain_values.h"
