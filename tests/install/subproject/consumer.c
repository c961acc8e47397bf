#include <kqaward/kqaward.h>
#include <string.h>

int main(void)
{
  struct kqa_edition edition;

  if (strcmp(kqa_version(), KQA_VERSION) != 0)
    return 1;
  return kqa_edition_find("keqiao-2020", &edition).status == KQA_OK ? 0 : 2;
}
