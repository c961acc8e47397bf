"""The table of texts: key to Chinese and English."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    # Punctuation and small words
    "numerals": ("一二三四五六七八九十", ""),
    "section": ("{number}、{title}", "{number}. {title}"),
    "sentence": ("{text}。", "{text}."),
    "comma": ("、", ", "),
    "cited": ("{text}（{citation}）", "{text} ({citation})"),
    "none": ("无。", "None."),
    "yes": ("是", "yes"),
    "no": ("否", "no"),
    # Columns
    "column.rank": ("名次", "Rank"),
    "column.id": ("编号", "Id"),
    "column.name": ("名称", "Name"),
    "column.document": ("资料评审", "Document"),
    "column.site": ("现场评审", "Site"),
    "column.total": ("总评分", "Total"),
    "column.exact": ("精确值", "Exact"),
    "column.outcome": ("结果", "Outcome"),
    "column.yes": ("赞成票", "Yes"),
    "column.runoff": ("再次表决", "Second ballot"),
    "column.result": ("表决结果", "Result"),
    "column.prize": ("奖金（元）", "Prize (yuan)"),
    "column.award": ("奖项", "Award"),
    "column.quota": ("名额", "Quota"),
    "column.taken": ("已占名额", "Taken"),
    "column.off_quota": ("不占名额", "Off the quota"),
    "column.parameter": ("参数", "Parameter"),
    "column.value": ("值", "Value"),
    "column.unit": ("单位", "Unit"),
    "column.article": ("条款", "Article"),
    "column.meaning": ("含义", "Meaning"),
    "column.rule": ("取值", "Values"),
    "column.provision": ("事项", "Provision"),
    "column.kind": ("处理方式", "How"),
    "column.key": ("标识", "Key"),
    # The report of a round
    "round.title": (
        "柯桥区政府质量奖{year}年度评审结果",
        "Keqiao District Government Quality Award: the round of {year}",
    ),
    "round.rules": (
        "评审依据：《柯桥区政府质量奖评审管理办法》（版本{id}，{day}起施行）",
        "Rules: review rules of the Keqiao District Government Quality Award "
        "(edition {id}, in force from {day})",
    ),
    "round.deadline": ("申报截止：{day}", "Deadline for applications: {day}"),
    "round.criteria": ("评审标准：{id}", "Criteria: {id}"),
    "round.committee": ("评委会：{members}人", "Review committee: {members} members"),
    "round.changes": ("与该版本不同之处：", "Departing from that edition:"),
    "round.change": (
        "{label}（{name}）：{before} → {after}",
        "{label} ({name}): {before} -> {after}",
    ),
    "round.overview": ("概况", "Overview"),
    "round.counts": (
        "申报组织{applicants}家，列入候选名单{candidates}家",
        "Applicants: {applicants}; candidates: {candidates}",
    ),
    "round.counts.special": ("，特别贡献提名{count}家", "; special nominations: {count}"),
    "round.counts.end": ("。各家结果：", ". Outcomes:"),
    "round.failed": (
        "未通过资格审查的组织及理由（第十五条）",
        "Failed the qualification check, and why (Art. 15)",
    ),
    "round.undetermined": ("事实不明、待补充材料的组织", "Undetermined: facts are missing"),
    "round.also_special": ("（另经特别贡献提名获奖）", " (special nomination, see below)"),
    "round.missing": ("尚缺：{items}。", "Missing: {items}."),
    "round.ranking": ("总评分排名（第十八条）", "Ranking by total score (Art. 18)"),
    "round.no_candidates": ("无候选组织。", "No candidates."),
    "round.exactness": (
        "评分显示两位小数，比较和排名一律用精确值；两位小数写不尽的另列精确值。",
        "Scores are shown with two decimals but compared exactly; the exact value is listed "
        "where two decimals do not hold it.",
    ),
    "round.unranked": ("通过资格审查但未列入排名的组织", "Qualified, but not ranked"),
    "round.unranked.row": (
        "{name}：{outcome}（资料评审{document}，现场评审{site}，总评分{total}）",
        "{name}: {outcome} (document {document}, site {site}, total {total})",
    ),
    "round.vote.quality": (
        "质量奖表决与初选授奖名单（第十九条）",
        "Quality award: vote and list of winners (Art. 19)",
    ),
    "round.vote.nomination": (
        "提名奖表决与初选授奖名单（第十九条）",
        "Nomination award: vote and list of winners (Art. 19)",
    ),
    "round.special": (
        "区政府特别贡献提名（第二十二条，不占名额）",
        "Special nominations by the district government (Art. 22, off the quota)",
    ),
    "round.money": ("名额与奖金（第三条、第二十四条）", "Seats and prizes (Art. 3, 24)"),
    "round.warnings": ("需注意的事项", "Points to note"),
    "vote.waits.entered": (
        "质量奖表决尚无定论，已录入的提名奖表决暂不计入。",
        "The quality vote is not settled; the votes entered here do not count for now.",
    ),
    "vote.waits": ("待质量奖表决有定论后进行。", "Waits until the quality vote is settled."),
    "vote.not_held": ("尚未表决。", "Not held yet."),
    "vote.meeting": (
        "召集人：{convener}；评委会成员{members}人，到会{present}人。",
        "Convened by {convener}; {members} members, {present} present.",
    ),
    "vote.needs": (
        "表决有效须至少{quorum}人到会，通过须至少{approval}票赞成。",
        "A valid vote needs {quorum} present; passing needs {approval} votes in favour.",
    ),
    "vote.void": ("表决无效：", "The vote is void:"),
    "vote.nobody": ("无组织进入此项表决。", "Nobody stands in this vote."),
    "convener.chair": ("评委会主任", "the chair"),
    "convener.delegated_vice_chair": (
        "受主任委托的副主任",
        "a vice chair delegated by the chair",
    ),
    "convener.other": ("其他人", "somebody else"),
    "place.seated": ("入选，占名额", "elected within the quota"),
    "place.off_quota": ("入选，不占名额", "elected off the quota"),
    "place.tied": (
        "末席得票并列，待再次表决",
        "tied for the last seat, second ballot needed",
    ),
    "place.no_seat": ("赞成票达标，名额已满", "enough votes, no seat left"),
    "place.not_passed": ("赞成票未达标", "too few votes in favour"),
    "special.row": ("{name}：{award}，奖金{prize}元", "{name}: {award}, prize {prize} yuan"),
    "special.no_dossier": ("（无申报材料）", " (without a dossier)"),
    "money.total": (
        "奖金合计{total}元；名额全部用足时，奖金支出上限为{bound}元。",
        "Prizes total {total} yuan; with every seat taken, at most {bound} yuan.",
    ),
    "money.reduced": (
        "{name}：奖金{prize}元，未足额发放",
        "{name}: reduced prize of {prize} yuan",
    ),
    "warning.tied": (
        "{vote}表决：{count}家末席得票并列，均未取得名额，须再次表决。",
        "{vote}: {count} are tied for the last seat and none of them gets it; a second ballot is "
        "needed.",
    ),
    "warning.void": (
        "{vote}表决无效，须重新表决。",
        "{vote}: the vote is void and must be held again.",
    ),
    "warning.reading": ("读法{name}：{label}", "Reading {name}: {label}"),
    "warning.here": ("本轮取{value}：{meaning}。{reason}。", "Here {value}: {meaning}. {reason}."),
    "warning.outcome": (
        "换一读法结果即改变的组织：",
        "Another reading changes the outcome of:",
    ),
    "warning.prize": ("换一读法奖金即改变的组织：", "Another reading changes the prize of:"),
}
