/** @file kqaward.h
 * The whole library in one header.
 */
#ifndef KQAWARD_KQAWARD_H
#define KQAWARD_KQAWARD_H

#include "kqaward/allocation.h"
#include "kqaward/ballot.h"
#include "kqaward/batch.h"
#include "kqaward/calendar.h"
#include "kqaward/criteria.h"
#include "kqaward/date.h"
#include "kqaward/edition.h"
#include "kqaward/eligibility.h"
#include "kqaward/export.h"
#include "kqaward/finding.h"
#include "kqaward/panel.h"
#include "kqaward/prize.h"
#include "kqaward/procedure.h"
#include "kqaward/provision.h"
#include "kqaward/ratio.h"
#include "kqaward/round.h"
#include "kqaward/round_compare.h"
#include "kqaward/sanction.h"
#include "kqaward/score.h"
#include "kqaward/status.h"
#include "kqaward/version.h"

#endif
