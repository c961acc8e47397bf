"""Every public function, structure, enumeration and macro says since which version it exists."""
import re

from source import HEADERS, ROOT, finish

SYMBOL = re.compile(
    r"(?P<doc>/\*\*(?:(?!\*/).)*\*/)?\s*\n"
    r"(?P<head>KQA_API[^;]*?(?P<function>\w+)\s*\(|(?:struct|enum)\s+(?P<tag>\w+)\s*\{"
    r"|#\s*define\s+(?P<macro>KQA_\w+)[ (])",
    re.S,
)
SINCE = re.compile(r"@since \d+\.\d+")


def main():
    faults, count = [], 0
    for header in [*HEADERS, ROOT / "include" / "kqaward" / "version.h.in"]:
        text = re.sub(r"#ifndef KQA_API.*?#endif\n#endif", "", header.read_text(encoding="utf-8"),
                      flags=re.S)
        text = re.sub(r"/\*@.*?\*/\n", "", text, flags=re.S)  # contracts
        for found in SYMBOL.finditer(text):
            name = found["function"] or found["tag"] or found["macro"]
            count += 1
            if not found["doc"] or not SINCE.search(found["doc"]):
                faults.append(f"{header.name}: {name} has no @since.")
    if count < 100:
        faults.append(f"Only {count} public symbols were found; the check looked at too little.")
    finish(faults, f"public symbols: {count}")


main()
