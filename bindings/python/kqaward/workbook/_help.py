"""The instructions on the first sheet."""

from __future__ import annotations

from collections.abc import Sequence

_ZH = """\
# 填写规则
1. 列标题、工作表名称和项目名称不要改动；列的先后可以调整，行可以增删，“备注”列可自由填写。
2. 带下拉列表的单元格请从列表选择。“是”“否”“未知”三者含义不同：空白等同“未知”，不等同“否”。
3. 日期按日期格式填写，如2026-06-30；1900年3月1日以前的日期按文本填写，如1888-08-08。
4. 分数按数字填写，至多6位小数，程序按显示的十进制数精确计算；分数形式（如3057/5）请先输入单引号再填写。
5. 不要使用公式和合并单元格；灰色的“名称”列为自动显示，不读取。
6. 编号是各工作表之间的唯一联系，大小写和空格须完全一致，不得重复。
7. 资料评审、现场评审的得分只用一种给法：在“申报组织”填得分，或在“评审表”逐名评审员填得分率。
8. 表决未举行的，“年度”和“表决”中相应各格全部留空；填0也算已填。
# 填写示例
“申报组织”：K01 | 示例纺织股份有限公司 | 652.5 | 是 | 668
“不良记录”：K01 | （自动显示） | 监督检查不合格 | 2021-05-06
“获奖历史”：K01 | （自动显示） | 提名奖 | 2023 | 100,000 | 否
“表决”：K01 | （自动显示） | 质量奖赞成票13 | 再次投票留空 | 提名奖赞成票留空
# 程序如何报错
发现填写有误时，程序指出工作表和单元格并说明应如何填写，改正后重新运行；每次指出一处。"""

_EN = """\
# Rules
1. Leave headings, names of sheets and items as they are; columns may be moved, rows added and removed, and “Note” is free.
2. Choose from the list where there is one. Yes, no and unknown are three things: a blank is unknown, not no.
3. Dates are dates, such as 2026-06-30; those before 1 March 1900 are text, such as 1888-08-08.
4. Scores are numbers with at most six decimals, taken exactly as shown; a fraction such as 3057/5 is typed after an apostrophe.
5. No formulas and no merged cells; the grey column “Name” shows itself and is not read.
6. Ids alone link the sheets: the same letters, cases and blanks, each once.
7. Give each score in one way: on “Organisations”, or as assessors' percents on “Score sheets”.
8. For a vote still to come leave its cells on “Round” and “Votes” blank; a 0 counts as an entry.
# Example
“Organisations”: K01 | Example Textiles Ltd. | 652.5 | yes | 668
“Incidents”: K01 | (shows itself) | failed inspection | 2021-05-06
“History”: K01 | (shows itself) | nomination award | 2023 | 100,000 | no
“Votes”: K01 | (shows itself) | 13 votes for the quality award | blank | blank
# When something is wrong
The program names the sheet and the cell and says what would be right, one place at a time; put it right and run again."""


def lines(lang: str) -> Sequence[str]:
    """The instructions; a line that begins with ``# `` is a heading."""
    return (_ZH if lang == "zh" else _EN).splitlines()
