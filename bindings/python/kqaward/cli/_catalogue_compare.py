"""Texts of comparisons and of what results depend on: key to Chinese and English."""

from __future__ import annotations

COMPARE_TEXTS: dict[str, tuple[str, str]] = {
    "help.diff": (
        "比较各年度在两个版本下的评审结果：谁的结果改变、因哪一条款、名额和奖金各差多少。",
        "Compare rounds under two editions: who flips, by which provision, seats and money.",
    ),
    "help.diff.base": (
        "现行版本的编号，或版本文件。",
        "The edition to start from: an id or an edition file.",
    ),
    "help.diff.draft": (
        "草案的编号，或版本文件；--amend和--reading在其上改动。",
        "The draft: an id or an edition file; --amend and --reading change it.",
    ),
    "help.diff.rounds": (
        "年度评审文件（JSON、YAML或XLSX），可有多个，-为标准输入。",
        "Round files (JSON, YAML or XLSX); - is standard input.",
    ),
    "help.diff.exit_code": (
        "有组织的结果改变时以状态1退出。",
        "Exit with status 1 when an organisation flips.",
    ),
    "help.readings.sensitivity": (
        "列出一个年度中各组织的结果取决于哪些读法，包括单独的和共同的。",
        "List on which readings each result of a round depends, singly and jointly.",
    ),
    "bad.at_file": ("{name}：{text}", "{name}: {text}"),
    "bad.own_edition": (
        "{name}：该年度文件自带amend或readings，不能比较；版本只能写在一处",
        "{name}: the round has amend or readings of its own and cannot be compared; the edition "
        "stands in one place",
    ),
    "bad.same_file": (
        "{name}：同一文件给了两次",
        "{name}: the same file is given twice",
    ),
    "bad.needs_sensitivity": (
        "{option}：只能与--sensitivity同用",
        "{option}: needs --sensitivity",
    ),
    "bad.sensitivity_size": (
        "{name}：有{count}家组织；--sensitivity至多{most}家",
        "{name}: has {count} organisations; --sensitivity takes at most {most}",
    ),
    "bad.no_id": ("{name}：没有编号为{id}的组织", "{name}: there is no organisation {id}"),
    # Columns
    "column.before": ("修订前", "Before"),
    "column.after": ("修订后", "After"),
    "column.count": ("家数", "Count"),
    "column.file": ("文件", "File"),
    "column.year": ("年度", "Year"),
    "column.organizations": ("组织", "Organisations"),
    "column.flipped": ("结果改变", "Flipped"),
    "column.outcome_before": ("修订前结果", "Outcome before"),
    "column.outcome_after": ("修订后结果", "Outcome after"),
    "column.prize_change": ("奖金（元）", "Prize (yuan)"),
    "column.first_provision": ("首个不同的条款", "First provision that differs"),
    "column.finding_before": ("修订前认定", "Finding before"),
    "column.finding_after": ("修订后认定", "Finding after"),
    "column.what": ("变化", "What changes"),
    "column.item": ("项目", "Item"),
    "column.singly": ("单独改变即改变结果", "Changes the outcome alone"),
    "column.jointly": ("同时改变才改变结果", "Change it only together"),
    "column.prize_alone": ("只改变奖金", "Change the prize alone"),
    "column.combinations": ("组合数", "Combinations"),
    # Comparing
    "diff.title": ("修订前后评审结果比较", "Results before and after the amendment"),
    "diff.editions": ("修订前：{base}；修订后：{draft}", "Before: {base}; after: {draft}"),
    "diff.amended": ("{id}（另有改动）", "{id} (amended)"),
    "diff.edition": ("改动的参数和读法", "What the draft changes"),
    "diff.same_edition": (
        "两个版本的参数和读法完全相同。",
        "The two editions have the same parameters and readings.",
    ),
    "diff.total": ("合计", "In total"),
    "diff.counts": (
        "{rounds}个年度，组织{organizations}家次：结果改变{flipped}家次，结果不变而奖金、名额、名次或总评分"
        "变化{others}家次。",
        "Rounds: {rounds}; organisations: {organizations}. Flipped: {flipped}; same outcome but "
        "another prize, quota, rank or total: {others}.",
    ),
    "diff.nothing": (
        "没有变化：每家组织的结果、奖金、名额、名次和总评分都与修订前相同。",
        "Nothing changes: every outcome, prize, seat, rank and total is the same.",
    ),
    "diff.taken": ("{award}：占用名额", "{award}: seats taken"),
    "diff.quota": ("{award}：名额", "{award}: seats of the quota"),
    "diff.off_quota": ("{award}：不占名额", "{award}: off the quota"),
    "diff.prizes": ("奖金合计（元）", "Prizes (yuan)"),
    "diff.transitions": ("结果的去向", "From what to what"),
    "diff.by": ("{label}（{citation}）{count}", "{label} ({citation}) {count}"),
    "diff.no_provision": ("-", "-"),
    "diff.rounds": ("各年度", "By round"),
    "diff.rest": ("其余{count}个年度没有变化。", "The other rounds, {count}, do not change."),
    "diff.file": ("{file}（{year}年度）", "{file} (round of {year})"),
    "diff.flipped": ("结果改变的组织", "Who flips"),
    "diff.others": (
        "结果不变而其他有变化的组织",
        "Same outcome, something else changes",
    ),
    "diff.none": ("无", "none"),
    "outcome.none": ("提名不成立", "nomination does not hold"),
    "diff.finding": ("{verdict}：{observed}", "{verdict}: {observed}"),
    "diff.finding.required": (
        "{verdict}：{observed}（要求{required}）",
        "{verdict}: {observed} (required {required})",
    ),
    "diff.arrow": ("{before} → {after}", "{before} → {after}"),
    "diff.note": (
        "表决按各年度的原始票数计：修订后不能参加某项表决的组织，其票不计；修订后才进入某项表决而没有票数的组织，"
        "按零票计。首个不同的条款按程序先后取结论不同的一条；结论都相同的，取仅一方有的或数值不同的一条。",
        "Votes count as they were cast: those for an organisation that the draft keeps out of a vote "
        "are left out, and one that stands in a vote only under the draft has none there. The first "
        "provision that differs is, in the order of the procedure, the first with another verdict; "
        "where there is none, the first that only one side has or with other values.",
    ),
    "changed.award": ("奖项", "award"),
    "changed.off_quota": ("是否占名额", "quota"),
    "changed.prize": ("奖金", "prize"),
    "changed.rank": ("名次", "rank"),
    "changed.total": ("总评分", "total"),
    # What results depend on
    "sensitivity.title": (
        "{year}年度评审结果对条款读法的依赖",
        "The round of {year}: which readings the results depend on",
    ),
    "sensitivity.counts": (
        "读法的组合共{combinations}种，逐一评定。{count}家组织的结果或奖金依赖读法，其余{rest}家在任何读法下都"
        "不变。",
        "All {combinations} combinations of the readings were decided. Organisations whose outcome "
        "or prize depends on readings: {count}; the same under every reading: {rest}.",
    ),
    "sensitivity.nothing": (
        "任何读法组合下，每家组织的结果和奖金都不变。",
        "Every outcome and prize is the same under every combination of the readings.",
    ),
    "sensitivity.not_this": (
        "该组织的结果和奖金在任何读法组合下都不变。",
        "This organisation's outcome and prize are the same under every combination.",
    ),
    "sensitivity.readings": ("有关的读法（现行取值标*）", "The readings that matter (* as they are)"),
    "sensitivity.list": ("依赖读法的组织", "Who depends on readings"),
    "sensitivity.each": ("各组织在各种读法下的结果", "What each would be, reading by reading"),
    "sensitivity.head": (
        "{name}（现为{outcome}，奖金{prize}元）",
        "{name} (decided: {outcome}, {prize} yuan)",
    ),
    "sensitivity.any": ("任意", "any"),
    "sensitivity.or": ("{one}或{two}", "{one} or {two}"),
    "sensitivity.whole": ("整个年度的结果：哪些读法组合得出哪种结果", "The whole round: which combinations give which result"),
    "sensitivity.whole.counts": (
        "牵涉{readings}项读法、{combinations}种组合，共{results}种结果。",
        "{readings} readings matter, in {combinations} combinations; different results: {results}.",
    ),
    "sensitivity.whole.many": (
        "组合超过{most}种，不逐一列出；可用--id只看一家，或用--json取得全部。",
        "More than {most} combinations are not listed; --id shows one organisation, --json has all.",
    ),
    "sensitivity.result": (
        "结果{number}（{combinations}种组合）",
        "Result {number} ({combinations} combinations)",
    ),
    "sensitivity.result.now": (
        "结果{number}（现行读法，{combinations}种组合）",
        "Result {number} (as decided, {combinations} combinations)",
    ),
    "sensitivity.differs": (
        "{name}：{before} → {after}",
        "{name}: {before} → {after}",
    ),
    "sensitivity.outcome_and_prize": ("{outcome}，{prize}元", "{outcome}, {prize} yuan"),
    "sensitivity.legend": (
        "“任意”指该项读法取何值都不影响该行；现行读法所在的行标*。表决按原始票数计，某种读法下不能参加表决的组织"
        "其票不计，不成立的特别贡献提名不计。",
        "\"any\": the row holds whatever that reading is; * marks the row of the readings as they "
        "are. Votes count as they were cast; those for one that a reading keeps out of a vote are "
        "left out, and so is a special nomination that does not hold.",
    ),
}
