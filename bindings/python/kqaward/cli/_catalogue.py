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
    "column.text": ("说明", "Text"),
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
    "round.changes.from": ("与{id}不同之处：", "Departing from {id}:"),
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
    # One organisation
    "check.title": ("资格审查：{name}", "Qualification check: {name}"),
    "check.untitled": ("资格审查", "Qualification check"),
    "check.met": ("结论：符合申报条件。", "Result: qualified."),
    "check.not_met": ("结论：不符合申报条件。", "Result: not qualified."),
    "check.unknown": (
        "结论：尚不能确定，须补充事实。",
        "Result: undetermined; facts are missing.",
    ),
    "check.findings": ("逐项审查", "Findings"),
    "check.missing": ("尚缺的事实", "Still missing"),
    "check.inputs": ("对应的输入项：{names}", "Names in the data: {names}"),
    "explain.title": ("{name}：{year}年度评审结果说明", "{name}: the round of {year} explained"),
    "explain.outcome": ("结果：{outcome}；奖金{prize}元", "Outcome: {outcome}; prize {prize} yuan"),
    "explain.total": ("总评分：{total}；名次：{rank}", "Total score: {total}; rank: {rank}"),
    "explain.findings": ("逐项依据", "Findings, in the order of the procedure"),
    "explain.decides": ("　←决定结果", "  <- decides"),
    "explain.open": ("决定结果的环节尚未完成。", "What decides has not happened yet."),
    "explain.no_findings": (
        "无申报材料，不作逐项审查。",
        "Without a dossier there is nothing to check.",
    ),
    "explain.readings": ("结果所依赖的读法", "Readings on which this depends"),
    "explain.no_readings": (
        "不依赖任何读法：换用任一其他读法，结果和奖金均不变。",
        "None: no other reading alone changes the outcome or the prize.",
    ),
    "explain.instead": ("若取{value}（{meaning}），{text}", "Under {value} ({meaning}): {text}"),
    # Registers
    "params.title": ("参数（版本{id}）", "Parameters (edition {id})"),
    "readings.title": ("读法（版本{id}）", "Readings (edition {id})"),
    "readings.value": ("{value}：{meaning}", "{value}: {meaning}"),
    "readings.legend": (
        "带*的是当前取值；用“--reading 名称=取值”改换。",
        "The value in use has a *; change it with --reading NAME=VALUE.",
    ),
    "provisions.title": ("条款一览", "Provisions"),
    "provisions.legend": (
        "“判定”事项的说明，是不符合时的表述。",
        "The text of a decided provision says what not met means.",
    ),
    "kind.decided": ("判定", "decided"),
    "kind.computed": ("计算", "computed"),
    "kind.left_to_people": ("由人判断", "left to people"),
    # Inverse questions
    "solve.site_score": (
        "资料评审{document}分，现场评审至少须{least}分，方可达到最低分。",
        "With {document} for the document review, the site review needs at least {least} to reach "
        "the floors.",
    ),
    "solve.site_score.none": (
        "资料评审{document}分，现场评审无论多少分都达不到最低分。",
        "With {document} for the document review, no site review score reaches the floors.",
    ),
    "solve.yes": (
        "到会{present}人，通过至少须{least}票赞成。",
        "With {present} present, passing needs at least {least} votes in favour.",
    ),
    "solve.yes.none": (
        "到会{present}人，全体赞成也不能通过。",
        "With {present} present, not even all votes in favour suffice.",
    ),
    "solve.present": (
        "评委会{members}人，表决有效至少须{least}人到会。",
        "With {members} members, a valid vote needs at least {least} present.",
    ),
    "solve.present.none": (
        "评委会{members}人，全体到会也不能有效表决。",
        "With {members} members, not even all present make a quorum.",
    ),
    "solve.bar.fraud": (
        "{day}因骗取奖项受处理：不再受理申报至{last}（含当日）。",
        "Fraud decided on {day}: barred up to and including {last}.",
    ),
    "solve.bar.revocation": (
        "{day}被撤销奖项：不再受理申报至{last}（含当日）。",
        "Revocation decided on {day}: barred up to and including {last}.",
    ),
    "solve.acceptance": (
        "最早可受理申报之日：{first}。",
        "First day on which an application is accepted: {first}.",
    ),
    "solve.payable": (
        "累计上限内尚可发放{amount}元。",
        "Still payable under the cap: {amount} yuan.",
    ),
    # Deadlines and working days
    "due.site_report": (
        "现场评审{end}结束，评审报告最迟{due}提交。",
        "Site review ended on {end}: the report is due by {due}.",
    ),
    "due.report": (
        "事件发生于{event}，书面报告最迟{due}。",
        "Event of {event}: the written report is due by {due}.",
    ),
    "due.report.none": (
        "事件发生于{event}，不负有报告义务。",
        "Event of {event}: there is no duty to report.",
    ),
    "workdays.is": ("{day}是工作日。", "{day} is a working day."),
    "workdays.is_not": ("{day}不是工作日。", "{day} is not a working day."),
    "workdays.add": (
        "{day}之后第{days}个工作日：{end}（当日不计）。",
        "Working day {days} after {day}: {end} (that day not counted).",
    ),
    "workdays.count": (
        "{first}至{last}共{number}个工作日（首尾均计）。",
        "From {first} to {last}: {number} working days, both counted.",
    ),
    # Editions and cases as files
    "edition.fine": (
        "{path}：无误（{id}，改动{count}处）",
        "{path}: no mistakes ({id}, {count} changes)",
    ),
    "edition.title": ("版本{id}", "Edition {id}"),
    "edition.name": ("名称：{text}", "Title: {text}"),
    "edition.source": ("出处：{text}", "Source: {text}"),
    "edition.based_on": ("以{id}为依据", "Based on {id}"),
    "edition.open": ("{first}起施行", "In force from {first}"),
    "edition.days": ("{first}至{last}施行", "In force from {first} to {last}"),
    "edition.legend": ("*与{id}不同。", "* differs from {id}."),
    "edition.diff": ("{a}与{b}的不同之处", "What differs between {a} and {b}"),
    "edition.same": ("参数和读法均相同。", "All parameters and readings are the same."),
    "test.below": (
        "覆盖率低于{percent}%。",
        "The coverage is below {percent} %.",
    ),
    "test.left": (
        "另有{count}例不能以改写预期的办法通过，请人工核对。",
        "{count} cases cannot be made to pass by changing what is expected; look at them.",
    ),
    "test.ask": ("将以上改动写入{count}个文件？[y/N] ", "Write these changes to {count} files? [y/N] "),
    "test.not_written": ("未写入。", "Nothing was written."),
    "test.written": ("已写入{count}个文件。", "{count} files written."),
    # A simulation
    "simulate.title": (
        "修订草案的影响测算：{base} → {draft}",
        "What a draft would change: {base} -> {draft}",
    ),
    "simulate.invented": (
        "申报组织均按假设虚构，结论只说明假设之下的影响。",
        "All applicants are made up from assumptions; the answer holds under them alone.",
    ),
    "simulate.size": (
        "虚拟申报组织{applicants}家，{rounds}个年度，每年{each}家；随机种子{seed}。",
        "{applicants} made-up applicants in {rounds} rounds of {each}; seed {seed}.",
    ),
    "simulate.shares": (
        "各种结果占申报组织的百分比（±为95%置信区间）",
        "Outcomes in percent of applicants (± 95 percent interval)",
    ),
    "simulate.year": ("一个年度的名额和奖金", "Seats and outlay of a year"),
    "simulate.seats": ("占用名额的{award}", "Seats taken, {award}"),
    "simulate.outlay": ("奖金总额（元）", "Sum of prizes (yuan)"),
    "simulate.range": (
        "前为中位数，括号内为百分之九十五的年度所在范围。",
        "The median, and in brackets where 95 of 100 years lie.",
    ),
    "simulate.flips": ("结果改变的组织", "Who flips"),
    "simulate.same": ("没有组织的结果改变。", "No outcome changes."),
    "simulate.base": ("原版本", "Base"),
    "simulate.draft": ("修订草案", "Draft"),
    "simulate.change": ("变化", "Change"),
    "simulate.applicants": ("家数", "Applicants"),
    # Doing
    "step.simulate": ("模拟", "simulating"),
    "step.read": ("读取", "reading"),
    "step.decide": ("评审", "deciding"),
    "written": ("已写入{path}", "{path} written"),
    # Bad input
    "bad.pair": (
        "{option} {given}：应写作“名称=值”",
        "{option} {given}: must be written NAME=VALUE",
    ),
    "bad.twice": ("{option} {name}：重复给出", "{option} {name}: given twice"),
    "bad.parameter": (
        "--amend {name}：没有这个参数；kqaward params列出全部参数",
        "--amend {name}: there is no such parameter; kqaward params lists them",
    ),
    "bad.reading": (
        "--reading {name}：没有这个读法；kqaward readings列出全部读法",
        "--reading {name}: there is no such reading; kqaward readings lists them",
    ),
    "bad.reading_value": (
        "--reading {name}：没有取值{given}；应为{words}之一",
        "--reading {name}: there is no value {given}; must be one of {words}",
    ),
    "bad.edition": (
        "{given}：没有这个版本；应为{words}之一，或版本文件的路径",
        "{given}: there is no such edition; must be one of {words}, or the path of an edition file",
    ),
    "bad.own_changes": (
        "{name}：该年度文件自带{key}，不能再用--edition；版本只能写在一处",
        "{name}: the round has {key} of its own and cannot take --edition; the edition stands in "
        "one place",
    ),
    "bad.assumption": (
        "--assume {name}：没有这项假设；应为{words}之一",
        "--assume {name}: there is no such assumption; must be one of {words}",
    ),
    "bad.no_case": ("-k {given}：没有符合的案例", "-k {given}: no case holds this"),
    "bad.percent": (
        "--cov-fail-under {given}：应为0至100的整数",
        "--cov-fail-under {given}: must be a whole number from 0 to 100",
    ),
    "bad.date": (
        "{what}：{given}不是日期；应写作2026-06-30，且确有其日",
        "{what}: {given} is no date; must be written 2026-06-30 and exist",
    ),
    "bad.integer": ("{what}：{given}不是整数", "{what}: {given} is no whole number"),
    "bad.dated": (
        "{option} {given}：应写作“种类:日期”，如fraud:2021-05-10",
        "{option} {given}: must be written KIND:DATE, such as fraud:2021-05-10",
    ),
    "bad.history": (
        "--history {given}：应写作“奖项:年度:已发金额”，如nomination:2023:100000，"
        "已撤销的末尾加:revoked",
        "--history {given}: must be written AWARD:YEAR:PAID, such as nomination:2023:100000, with "
        ":revoked at the end for a revoked one",
    ),
    "bad.truth": (
        "--fact {name}={given}：应为true、false或unknown",
        "--fact {name}={given}: must be true, false or unknown",
    ),
    "bad.word": (
        "{option} {given}：应为{words}之一",
        "{option} {given}: must be one of {words}",
    ),
    "bad.article": (
        "--article {given}：没有该条；应为1至{last}",
        "--article {given}: there is no such article; must be 1 to {last}",
    ),
    "bad.required": ("缺少{option}", "{option} is missing"),
    "bad.needs_out": ("{format}格式须以--out指定文件", "format {format} needs --out"),
    "bad.needs_id": ("--kind {kind}须以--id指定组织", "--kind {kind} needs --id"),
    "bad.ending": ("{name}：文件名应以{ending}结尾", "{name}: the name must end in {ending}"),
    "bad.which": (
        "{name}：共有{count}家组织，请以--id指定一家",
        "{name}: holds {count} organizations; choose one with --id",
    ),
    "bad.no_organization": ("没有编号为{id}的组织", "there is no organization with the id {id}"),
    "bad.unreadable": ("{name}：文件无法读取", "{name}: the file cannot be read"),
    "bad.unwritable": ("{name}：无法写入（{reason}）", "{name}: cannot be written ({reason})"),
    "bad.too_large": ("{name}：超过128 MiB", "{name}: larger than 128 MiB"),
    "bad.encoding": ("{name}：不是UTF-8文本", "{name}: not UTF-8 text"),
    "bad.syntax": ("{name}：不是格式正确的JSON", "{name}: not well-formed JSON"),
    "bad.mapping": ("{name}：应为键值结构", "{name}: must hold a mapping"),
    "bad.calendar": (
        "{at}：日历应写作年份对应的off（休息日）和work（调休上班日）两个日期列表",
        "{at}: a calendar maps a year to its lists of days, off and work",
    ),
    "bad.no_option": (
        "没有选项{name}；--help列出全部选项",
        "there is no option {name}; --help lists them",
    ),
    "bad.no_command": (
        "没有子命令{name}；kqaward --help列出全部子命令",
        "there is no command {name}; kqaward --help lists them",
    ),
    "bad.option": ("{option}缺少取值", "{option} needs a value"),
    "bad.choice": ("{option}：应为{words}之一", "{option}: must be one of {words}"),
    "bad.extra": ("多余的参数{name}", "unexpected argument {name}"),
    "bad.usage": ("命令用法有误：{reason}", "wrong usage: {reason}"),
    "bad.system": ("系统错误：{reason}", "system error: {reason}"),
    "bad.memory": ("数据过大或嵌套过深", "the data is too large or too deeply nested"),
    "bad.import": ("缺少组件{name}", "the component {name} is not installed"),
    "bad.internal": (
        "程序内部错误（{name}：{reason}）；设置KQAWARD_TRACEBACK=1可查看详情",
        "internal error ({name}: {reason}); set KQAWARD_TRACEBACK=1 to see more",
    ),
    # Help
    "help.app": (
        "柯桥区政府质量奖评审规则：评审、审查、说明、测算。",
        "Rules of the Keqiao District Government Quality Award: decide, check, explain, solve.",
    ),
    "help:Usage: ": ("用法：", "Usage: "),
    "help:Positional arguments:": ("参数：", "Positional arguments:"),
    "help:Options:": ("选项：", "Options:"),
    "help:Commands:": ("子命令：", "Commands:"),
    "help:Show this message and exit.": ("显示帮助。", "Show this message and exit."),
    "help:[required]": ("[必填]", "[required]"),
    "help:[default: ": ("[默认：", "[default: "),
    "help.options": ("[选项]", "[OPTIONS]"),
    "help.subcommand": ("子命令 [参数]", "COMMAND [ARGS]"),
    "help.version": ("显示版本。", "Show the version."),
    "help.round": (
        "评审一个年度：资格审查、排名、两项表决、名额、奖金和需注意的事项。",
        "Decide a year's round: qualification, ranking, both votes, seats, prizes, warnings.",
    ),
    "help.check": (
        "审查一家组织的申报条件，并列出尚缺的事实。",
        "Check one organisation's qualification and what is still missing.",
    ),
    "help.explain": (
        "说明一家组织的结果：逐项依据、决定性的一项、所依赖的读法。",
        "Explain one outcome: the findings, the decisive one, the readings it depends on.",
    ),
    "help.notice": (
        "出具文书：未通过告知书、综合评价报告、公示名单。",
        "Write a document: refusal with reasons, evaluation report, publicity list.",
    ),
    "help.plot": ("绘图：类目雷达图或排名图。", "Draw the category radar or the ranking."),
    "help.template": ("生成空白的填报工作簿。", "Write an empty workbook to fill in."),
    "help.params": ("列出参数。", "List the parameters."),
    "help.readings": ("列出读法及其理由。", "List the readings and their reasons."),
    "help.provisions": ("逐条列出条款及处理方式。", "List the provisions by article."),
    "help.solve": ("反向测算。", "Answer an inverse question."),
    "help.solve.site_score": (
        "达到最低分所需的最少现场评分。",
        "The least site score that reaches both floors.",
    ),
    "help.solve.yes": ("通过所需的最少赞成票。", "The least votes in favour to pass."),
    "help.solve.present": (
        "表决有效所需的最少到会人数。",
        "The least number present for a valid vote.",
    ),
    "help.solve.acceptance": (
        "受处理后最早可再受理申报之日。",
        "The first day on which an application is accepted again.",
    ),
    "help.solve.payable": ("累计上限内尚可发放的金额。", "The money still payable under the cap."),
    "help.due": ("期限的最后一日。", "The last day of a deadline."),
    "help.due.site_report": ("现场评审报告的期限。", "The deadline of the site review report."),
    "help.due.report": (
        "获奖组织的报告义务及期限。",
        "A winner's duty to report, and its deadline.",
    ),
    "help.workdays": ("工作日。", "Working days."),
    "help.workdays.is": ("某日是否为工作日。", "Whether a day is a working day."),
    "help.workdays.add": ("某日之后第几个工作日。", "The nth working day after a day."),
    "help.workdays.count": ("一段时间内的工作日数。", "The working days of a period."),
    "help.file": (
        "年度评审文件（JSON、YAML或XLSX），-为标准输入。",
        "A round file (JSON, YAML or XLSX); - is standard input.",
    ),
    "help.check.file": (
        "年度评审文件，或只含一家组织的JSON、YAML文件。",
        "A round file, or a JSON or YAML file with one organisation.",
    ),
    "help.lang": ("输出语言。", "Language of the output."),
    "help.json": ("输出JSON。", "Print JSON."),
    "help.xlsx": ("另存结果工作簿。", "Write a workbook with the result, too."),
    "help.html": ("另存网页报告。", "Write the report as an HTML page, too."),
    "help.amend": (
        "改动参数，如quota.quality=5；可重复。",
        "Change a parameter, such as quota.quality=5; repeatable.",
    ),
    "help.reading": (
        "改换读法，如vote.approval=strict；可重复。",
        "Change a reading, such as vote.approval=strict; repeatable.",
    ),
    "help.edition": ("版本文件：核对、列出、比较。", "Editions as files: check, show, compare."),
    "help.edition_option": (
        "办法的版本：编号，或版本文件的路径。",
        "Edition of the rules: an id, or the path of an edition file.",
    ),
    "help.other_edition": (
        "改用另一版本评审：编号，或版本文件的路径。",
        "Decide under another edition: an id, or the path of an edition file.",
    ),
    "help.edition.check": ("核对版本文件。", "Check edition files."),
    "help.edition.show": (
        "列出一个版本的全部参数和读法。",
        "List every parameter and reading of an edition.",
    ),
    "help.edition.diff": (
        "列出两个版本的不同之处。",
        "Say in what two editions differ.",
    ),
    "help.edition.schema": (
        "输出版本文件的JSON Schema，供编辑器补全名称。",
        "Print a JSON Schema of edition files, with which editors complete names.",
    ),
    "help.edition.files": ("版本文件。", "Edition files."),
    "help.edition.one": (
        "版本的编号，或版本文件的路径。",
        "An edition's id, or the path of an edition file.",
    ),
    "help.edition.a": ("原版本。", "The one edition."),
    "help.edition.b": ("新版本。", "The other edition."),
    "help.test": (
        "运行案例文件（*.kq.yaml）：结果是否与所写一致，不一致的说明依据。",
        "Run case files (*.kq.yaml): does the answer agree with what is written, and if not, why.",
    ),
    "help.test.paths": ("案例文件或文件夹。", "Case files, or folders of them."),
    "help.test.k": (
        "只运行名称或文件名含此文字的案例。",
        "Only cases whose name or file holds this text.",
    ),
    "help.test.update": (
        "列出使未通过的案例通过的改动，询问后写入。",
        "Show the changes that make failed cases pass, ask, and write them.",
    ),
    "help.test.cov": (
        "列出各条、各事项的覆盖情况。",
        "Show which articles and provisions the cases reach.",
    ),
    "help.test.cov_fail_under": (
        "判定事项正反两面均覆盖的不足N%时，以状态1退出。",
        "Exit with 1 when less than N percent of the deciding provisions are reached both ways.",
    ),
    "help.test.junit": ("另存JUnit报告。", "Write a JUnit report, too."),
    "help.simulate": (
        "模拟：在大量虚拟申报组织上比较两个版本的结果、名额和奖金。",
        "Simulate: compare two editions on many made-up applicants.",
    ),
    "help.simulate.base": ("原版本：编号，或版本文件的路径。", "The base: an id, or an edition file."),
    "help.simulate.draft": (
        "修订草案：编号，或版本文件的路径。",
        "The draft: an id, or an edition file.",
    ),
    "help.simulate.number": ("虚拟申报组织家数。", "How many applicants."),
    "help.simulate.seed": ("随机种子；种子相同，结果相同。", "Seed; the same seed gives the same result."),
    "help.simulate.assume": (
        "改动一项假设，如applicants=30、site_mean=640；可重复。",
        "Change an assumption, such as applicants=30 or site_mean=640; repeatable.",
    ),
    "help.simulate.jobs": ("线程数。", "Threads."),
    "help.simulate.plot": ("另存图（png、svg、pdf）。", "Save a picture (png, svg, pdf)."),
    "help.exit_code": ("结论为否时以状态1退出。", "Exit with status 1 on a no."),
    "help.calendar": (
        "自带的工作日历（JSON或YAML），如{\"2027\": {\"off\": [日期], \"work\": [日期]}}。",
        "Own calendar years, JSON or YAML: {\"2027\": {\"off\": [days], \"work\": [days]}}.",
    ),
    "help.id": ("组织的编号。", "Id of the organisation."),
    "help.out": ("写入的文件。", "File to write."),
    "help.deadline": ("申报截止日。", "Deadline for applications."),
    "help.fact": (
        "一项事实，名称同年度评审文件，如application.copies=2；可重复。",
        "A fact, named as in a round file, such as application.copies=2; repeatable.",
    ),
    "help.incident": (
        "一次事件：inspection_failure、major_accident、 major_complaint；可重复。",
        "An incident: inspection_failure, major_accident or major_complaint; repeatable.",
    ),
    "help.sanction": (
        "一次处理：fraud或revocation；可重复。",
        "An earlier sanction: fraud or revocation; repeatable.",
    ),
    "help.notice.kind": (
        "refusal（未通过告知书）、evaluation（综合评价报告）或publicity（公示名单）。",
        "refusal, evaluation or publicity.",
    ),
    "help.notice.format": (
        "md、html或docx；默认随文件名。",
        "md, html or docx; by default that of the file's name.",
    ),
    "help.notice.template": ("自己的模板所在文件夹。", "Folder with templates of one's own."),
    "help.plot.kind": ("radar（类目雷达图）或ranking（排名图）。", "radar or ranking."),
    "help.plot.review": (
        "雷达图所用的评审：document（资料评审）或site（现场评审）。",
        "Review of the radar: document or site.",
    ),
    "help.template.from": (
        "填入另一文件中的年度评审数据。",
        "Fill in the round of another file.",
    ),
    "help.template.criteria": (
        "评分表所用的评审标准。",
        "Criteria of the score sheets.",
    ),
    "help.template.out": ("写入的xlsx文件。", "The xlsx file to write."),
    "help.article": ("只列第几条。", "Only this article."),
    "help.document": ("资料评审分。", "Score of the document review."),
    "help.decimals": ("答案的小数位数。", "Decimals of the answer."),
    "help.present": ("到会人数。", "How many are present."),
    "help.members": ("评委会人数。", "How many members the committee has."),
    "help.from": ("从哪一日起算。", "Look from this day on."),
    "help.history": (
        "以往奖项，如nomination:2023:100000，已撤销的末尾加:revoked；可重复。",
        "An earlier award, such as nomination:2023:100000, with :revoked at the end for a revoked "
        "one; repeatable.",
    ),
    "help.day": ("日期，如2026-06-30。", "A day, such as 2026-06-30."),
    "help.days": ("第几个工作日。", "Which working day."),
    "help.first": ("首日。", "First day."),
    "help.last": ("末日。", "Last day."),
    "help.event": (
        "accident、inspection、complaint或loss。",
        "accident, inspection, complaint or loss.",
    ),
    "help.grade": (
        "事故：ordinary、larger、major、gravest； 抽查：national、provincial、municipal、county。",
        "Accident: ordinary, larger, major, gravest; inspection: national, provincial, municipal, "
        "county.",
    ),
    "help.reported": ("报告收到之日。", "Day on which the report came in."),
    "help.as_of": ("以哪一日为准。", "Day for which the answer is given."),
}
