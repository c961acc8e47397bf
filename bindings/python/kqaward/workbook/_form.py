"""The form of a workbook: its sheets, their columns, and the words that stand in them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, Literal, NamedTuple

from ..enums import Award
from ..register import provisions
from ..scores import Criteria
from ._faults import Texts, pick

#: What a column holds. ``ref`` and ``note`` are for the reader's eye and never read.
Kind = Literal[
    "id", "text", "word", "date", "score", "count", "money", "percent", "value", "ref", "note"
]

DEFAULT_CRITERIA = "gbt19580-2012"


class Choice(NamedTuple):
    """One entry of a drop-down and what it stands for."""

    value: Any
    texts: Texts


TRUTH = (
    Choice(True, ("是", "yes")),
    Choice(False, ("否", "no")),
    Choice(None, ("未知", "unknown")),
)
FLAG = TRUTH[:2]
RECOMMENDERS = (
    Choice("town", ("镇", "town")),
    Choice("subdistrict", ("街道", "subdistrict")),
    Choice("development_zone", ("开发区", "development zone")),
    Choice("association", ("行业协会", "trade association")),
    Choice("none", ("无", "none")),
)
INCIDENTS = (
    Choice("inspection_failure", ("监督检查不合格", "failed inspection")),
    Choice("major_accident", ("重大事故", "major accident")),
    Choice("major_complaint", ("重大有效投诉", "major valid complaint")),
)
SANCTIONS = (
    Choice("fraud", ("骗取奖项", "award obtained by fraud")),
    Choice("revocation", ("撤销荣誉", "honour revoked")),
)
CONVENERS = (
    Choice("chair", ("评委会主任", "chair")),
    Choice("delegated_vice_chair", ("受委托的副主任", "delegated vice chair")),
    Choice("other", ("其他人", "other")),
)
REVIEWS = (
    Choice("document_review", ("资料评审", "document review")),
    Choice("site_review", ("现场评审", "site review")),
)


@cache
def awards() -> tuple[Choice, ...]:
    """The two awards under the library's names."""
    return tuple(Choice(a.value, (a.text("zh"), a.text("en"))) for a in Award)


class Column(NamedTuple):
    """A column: its key in the round file, heading, kind, width, drop-down and comment."""

    key: str
    texts: Texts
    kind: Kind
    width: float = 12
    choices: tuple[Choice, ...] = ()
    comment: Texts = ("", "")

    @property
    def is_read(self) -> bool:
        """Whether read_round() takes what stands here."""
        return self.kind not in ("ref", "note")


class Table(NamedTuple):
    """A sheet that holds a table with one heading row."""

    key: str
    texts: Texts
    purpose: Texts
    columns: tuple[Column, ...]

    def column(self, key: str) -> Column:
        """The column of a key."""
        return next(column for column in self.columns if column.key == key)


class Entry(NamedTuple):
    """One line of the first sheet: a path of the round file, and what stands there."""

    path: tuple[str, ...]
    texts: Texts
    kind: Kind
    choices: tuple[Choice, ...] = ()
    comment: Texts = ("", "")


_ID: Column = Column(
    "id", ("编号", "Id"), "id", 12, (),
    ("与工作表“申报组织”中的编号一致", "as on the sheet “Organisations”"),
)  # fmt: skip
_REF = Column(
    "name", ("名称（自动显示，不读取）", "Name (shown, not read)"), "ref", 26, (),
    ("由编号自动带出，仅供对照，不必填写", "follows from the id; nothing to fill in"),
)  # fmt: skip
_NOTE = Column(
    "note", ("备注", "Note"), "note", 24, (), ("自由填写，不读取", "free text, never read")
)
_DAY = ("填写日期，如2026-06-30", "a date such as 2026-06-30")
_UNKNOWN_DAY = ("填写日期，如2009-04-01；空白即未知", "a date such as 2009-04-01; blank is unknown")
_TRUTH = ("填“是”“否”或“未知”；空白即未知", "yes, no or unknown; blank is unknown")
_SCORE = (
    (
        "0至1000分，至多6位小数；也可填分数，如3057/5，填写时先输入单引号。"
        "已在工作表“评审表”逐项打分的，此处留空"
    ),
    (
        "0 to 1000 with at most six decimals, or a fraction such as 3057/5 after an apostrophe; blank "
        "where assessors' sheets are given"
    ),
)


def _organizations() -> tuple[Column, ...]:
    return (
        _ID._replace(comment=("不得重复，如K01", "unique, such as K01")),
        Column("name", ("名称", "Name"), "text", 34, (), ("可不填", "optional")),
        Column("document", ("资料评审得分", "Document review score"), "score", 14, (), _SCORE),
        Column(
            "invited", ("进入现场评审", "On the list for site review"), "word", 14, FLAG,
            ("空白即为“是”（第十六条）", "blank is yes (Art. 16)"),
        ),
        Column("site", ("现场评审得分", "Site review score"), "score", 14, (), _SCORE),
        _NOTE,
    )  # fmt: skip


def _facts() -> Iterator[Column]:
    for row in provisions():
        if row.article != 12 or row.function != "kqa_eligibility_decide":
            continue
        if row.key == "operating_years":
            title = ("开始经营日期", "Operating since")
            yield Column("facts.operating_since", title, "date", 13, (), _UNKNOWN_DAY)
            continue
        texts = (row.label("zh"), row.label("en"))
        comment = (
            f"{row.citation('zh')}。{_TRUTH[0]}。“否”即：{row.text('zh')}",
            f"{row.citation('en')}. {_TRUTH[1]}. No means: {row.text('en')}",
        )
        yield Column(f"facts.{row.key}", texts, "word", 13.5, TRUTH, comment)


def _papers() -> tuple[Column, ...]:
    def truth(key: str, zh: str, en: str) -> Column:
        return Column(f"application.{key}", (zh, en), "word", 13.5, TRUTH, _TRUTH)

    return (
        truth("self_evaluation", "自我评价报告", "Self-evaluation report"),
        truth("form", "申报表", "Application form"),
        truth("evidence", "证实性材料", "Supporting evidence"),
        Column(
            "application.recommended_by", ("推荐单位", "Recommended by"), "word", 16, RECOMMENDERS,
            ("签署推荐意见的单位（第十四条）；空白即未知", "who recommends (Art. 14); blank is unknown"),
        ),
        Column(
            "application.copies", ("材料份数", "Copies"), "count", 10, (),
            ("收到的份数；空白即未知", "copies received; blank is unknown"),
        ),
        Column("application.received", ("收到日期", "Received"), "date", 13, (), _UNKNOWN_DAY),
    )  # fmt: skip


def _history() -> tuple[Column, ...]:
    paid = ("已发奖金，元；未发填0", "paid, yuan; 0 for none")
    return (
        _ID,
        _REF,
        Column("award", ("奖项", "Award"), "word", 12, awards()),
        Column("year", ("获奖年度", "Year"), "count", 11),
        Column("paid", ("已发奖金（元）", "Paid (yuan)"), "money", 15, (), paid),
        Column(
            "revoked", ("已被撤销", "Revoked"), "word", 11, FLAG, ("空白即为“否”", "blank is no")
        ),
        _NOTE,
    )


def _dated(choices: tuple[Choice, ...], key: str, zh: str, en: str) -> tuple[Column, ...]:
    kind = Column("kind", ("类别", "Kind"), "word", 24, choices)
    return (_ID, _REF, kind, Column(key, (zh, en), "date", 13, (), _DAY), _NOTE)


def _votes() -> Iterator[Column]:
    yield from (_ID, _REF)
    comment = (
        "到会成员投给该组织的赞成票数；空白即0票。填0同样算已填：未进入该项表决的组织请留空",
        "votes in favour; blank is none. A 0 counts as an entry: leave those blank that do not stand",
    )
    again = (
        "仅用于给得票相同者排序的再次投票；空白即未再次投票",
        "a second ballot that orders those tied, nothing else; blank where there was none",
    )
    for choice in awards():
        zh, en = choice.texts
        votes = (f"{zh}赞成票", f"Votes for the {en.lower()}")
        yield Column(f"{choice.value}.yes", votes, "count", 14, (), comment)
        runoff = (f"{zh}再次投票", f"Second ballot, {en.lower()}")
        yield Column(f"{choice.value}.runoff", runoff, "count", 14, (), again)
    yield _NOTE


def _score_sheets(criteria: Criteria) -> Iterator[Column]:
    yield from (_ID, _REF)
    yield Column("review", ("评审", "Review"), "word", 16, REVIEWS)
    yield Column(
        "assessor", ("评审员", "Assessor"), "note", 12, (),
        ("姓名或序号，不读取；每名评审员一行", "name or number, never read; one row each"),
    )  # fmt: skip
    for place, item in enumerate(criteria.items):
        texts = (
            f"{item.clause}\n{item.zh}\n（{item.points}分）",
            f"{item.clause}\n{item.en}\n({item.points} points)",
        )
        step = criteria.percent_step
        comment = (
            f"得分率：0至100之间{step}的倍数",
            f"percent, a multiple of {step} from 0 to 100",
        )
        yield Column(f"percents.{place}", texts, "percent", 11, (), comment)


_AMEND = (
    Column("key", ("参数", "Parameter"), "id", 26),
    Column("label", ("含义", "What it is"), "note", 28),
    Column("default", ("办法规定", "The ordinance"), "note", 14),
    Column(
        "value", ("改为", "Change to"), "value", 14, (),
        ("空白即按办法规定；仅供政策测算", "blank keeps the ordinance; for testing policy"),
    ),
    Column("unit", ("单位", "Unit"), "note", 15),
    Column("rule", ("允许的值", "What is allowed"), "note", 46),
    Column("article", ("依据", "Article"), "note", 16),
)  # fmt: skip
_READINGS = (
    Column("key", ("读法", "Reading"), "id", 26),
    Column("label", ("文字未定之处", "What is open"), "note", 30),
    Column("default", ("默认", "Default"), "note", 18),
    Column(
        "value", ("改为", "Change to"), "id", 18, (),
        ("空白即默认读法；从下拉列表选择", "blank keeps the default; choose from the list"),
    ),
    Column("meaning", ("各取值的含义", "What the values mean"), "note", 46),
    Column("reason", ("理由", "Why"), "note", 60),
    Column("article", ("依据", "Article"), "note", 16),
)  # fmt: skip

ROUND: Texts = ("年度", "Round")
ROUND_COLUMNS: tuple[Column, ...] = (
    Column("label", ("项目", "Item"), "text", 44),
    Column("value", ("填写", "Value"), "value", 24),
    Column("comment", ("说明", "What is right"), "note", 62),
)
HELP: Texts = ("填表说明", "Instructions")


def _vote_entries(award: str, title: Texts) -> tuple[Entry, ...]:
    absent = (
        "该项表决尚未举行的，本行与工作表“表决”相应各列均留空",
        "blank while the vote is to come",
    )
    return (
        Entry(
            ("votes", award, "convened_by"),
            (f"{title[0]}表决：召集人", f"Vote on the {title[1].lower()}: convened by"),
            "word", CONVENERS, absent,
        ),
        Entry(
            ("votes", award, "present"),
            (f"{title[0]}表决：到会人数", f"Vote on the {title[1].lower()}: present"),
            "count", (), ("1至评委会成员数", "1 to the number of members"),
        ),
    )  # fmt: skip


@cache
def entries() -> tuple[Entry, ...]:
    """The lines of the first sheet."""
    votes = tuple(e for a in awards() for e in _vote_entries(str(a.value), a.texts))
    return (
        Entry(("year",), ("评审年度", "Year"), "count", (), ("必填，如2026", "required, such as 2026")),
        Entry(
            ("application_deadline",), ("申报截止日", "Deadline for applications"), "date", (),
            ("必填，如2026-06-30；各项年限均以此日为准", "required; all periods are counted to this day"),
        ),
        Entry(
            ("ordinance",), ("办法版本", "Edition of the rules"), "text", (),
            ("空白即申报截止日施行的版本", "blank is the edition in force on the deadline"),
        ),
        Entry(
            ("criteria",), ("评审标准", "Criteria"), "text", (),
            (f"空白即{DEFAULT_CRITERIA}；工作表“评审表”的各列须与之一致",
             f"blank is {DEFAULT_CRITERIA}; the columns of “Score sheets” must agree"),
        ),
        Entry(
            ("committee", "members"), ("评委会成员数", "Members of the review committee"), "count", (),
            ("有表决的必填", "required where there is a vote"),
        ),
        *votes,
    )  # fmt: skip


def tables(criteria: str = DEFAULT_CRITERIA) -> tuple[Table, ...]:
    """The sheets that hold tables, in the workbook's order."""
    return _tables(Criteria.find(criteria))


@cache
def _tables(criteria: Criteria) -> tuple[Table, ...]:
    return (
        Table("organizations", ("申报组织", "Organisations"),
              ("每家申报组织一行，结果按此顺序列出", "one row an applicant; results keep this order"),
              _organizations()),
        Table("facts", ("事实", "Facts"),
              ("每家申报组织一行：申报条件（第十二条）和申报材料（第十四条）；空白即未知",
               "one row an applicant: conditions (Art. 12) and papers (Art. 14); blank is unknown"),
              (_ID, _REF, *_facts(), *_papers(), _NOTE)),
        Table("incidents", ("不良记录", "Incidents"),
              ("每起一行（第十二条第6项）；没有则留空", "one row each (Art. 12(6)); blank where none"),
              _dated(INCIDENTS, "date", "发生日期", "Date")),
        Table("sanctions", ("既往处理", "Sanctions"),
              ("每次一行（第二十六条、第三十条）；没有则留空", "one row each (Art. 26, 30); blank where none"),
              _dated(SANCTIONS, "decided", "决定日期", "Decided")),
        Table("history", ("获奖历史", "History"),
              ("以往年度所获奖项，每项一行（第二十二条、第二十四条）",
               "awards of earlier years, one row each (Art. 22, 24)"),
              _history()),
        Table("sheets", ("评审表", "Score sheets"),
              (f"每家组织、每次评审、每名评审员一行，填各评分项得分率（{criteria.id}）；已填得分的不再填写",
               (f"one row for each organisation, review and assessor, percents ({criteria.id}); "
               "not where a score is given")),
              tuple(_score_sheets(criteria))),
        Table("votes", ("表决", "Votes"),
              ("每家进入表决的组织一行（第十九条）；召集人和到会人数填在工作表“年度”",
               "one row a candidate (Art. 19); convener and members present stand on “Round”"),
              tuple(_votes())),
        Table("special", ("特别提名", "Special nominations"),
              ("经区政府常务会议提名的组织，每家一行（第二十二条）；可以不在“申报组织”之列",
               "nominated by the district government's executive meeting (Art. 22); need no dossier"),
              (_ID._replace(comment=("不得重复", "unique")), _REF, _NOTE)),
        Table("amend", ("参数", "Parameters"),
              ("一般无须填写；只在测算修订方案时改动", "usually left alone; for testing amendments"),
              _AMEND),
        Table("readings", ("读法", "Readings"),
              ("一般无须填写；只在评委会另有决定或比较读法时改动",
               "usually left alone; for a decision of the committee or to compare readings"),
              _READINGS),
    )  # fmt: skip


def shown(choices: tuple[Choice, ...], value: Any, lang: str) -> str | None:
    """The drop-down's text for a value; None where there is none."""
    for choice in choices:
        if choice.value is value or (isinstance(value, str) and choice.value == value):
            return pick(choice.texts, lang)
    return None
