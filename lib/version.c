#include "kqaward/version.h"

const char *kqa_version(void)
{
  return KQA_VERSION;
}
