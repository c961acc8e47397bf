"""Every sentence of the policy laboratory in Chinese and English."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "at": ("{path}第{line}行第{column}列：{text}", "{path}, line {line}, column {column}: {text}"),
    "at.file": ("{path}：{text}", "{path}: {text}"),
    "field": ("{field}：{text}", "{field}: {text}"),
    "near": ("；疑为{near}", "; perhaps {near} is meant"),
    "known": ("；应为{known}之一", "; must be one of {known}"),
    "comma": ("、", ", "),
    "sentence": ("{text}。", "{text}."),
    # Files
    "unreadable": ("文件无法读取", "the file cannot be read"),
    "unwritable": ("无法写入（{reason}）", "cannot be written ({reason})"),
    "too_large": ("文件超过{limit} MiB", "the file is larger than {limit} MiB"),
    "encoding": ("不是UTF-8文本", "not UTF-8 text"),
    "syntax": ("不是格式正确的YAML", "not well-formed YAML"),
    "alias": ("不得使用锚点和别名（&、*）", "anchors and aliases (&, *) are not allowed"),
    "nested": ("嵌套过深", "nested too deeply"),
    "empty": ("文件没有内容", "the file is empty"),
    # Any value
    "mapping": ("应为键值结构", "must be a mapping of keys to values"),
    "list": ("应为列表", "must be a list"),
    "text": ("应为文本", "must be a text"),
    "one_value": ("应为单个值", "must be a single value"),
    "key": ("没有这个键", "there is no such key"),
    "key_text": ("键应为文本", "a key must be a text"),
    "twice": ("重复", "stands twice"),
    "missing": ("缺少{key}", "{key} is missing"),
    "day": ("不是日期；应写作2027-01-01，且确有其日", "no date; must be written 2027-01-01 and exist"),
    "integer": ("不是整数", "no whole number"),
    # Edition files
    "id": (
        "应为1至31个小写字母、数字或连字符",
        "must be 1 to 31 small letters, digits and hyphens",
    ),
    "id.taken": (
        "{id}是已收录版本的编号，请另取编号",
        "{id} is the id of a built-in edition; choose another",
    ),
    "parameter": ("没有这个参数", "there is no such parameter"),
    "parameter.is_reading": (
        "这是读法，应写在readings下",
        "this is a reading and belongs under readings",
    ),
    "reading": ("没有这个读法", "there is no such reading"),
    "reading.is_parameter": (
        "这是参数，应写在set下",
        "this is a parameter and belongs under set",
    ),
    "word": ("没有取值{word}", "there is no value {word}"),
    "edition": (
        "没有编号为{id}的版本；应为已收录的版本（{known}）、同一文件夹中另一版本文件的编号，"
        "或版本文件的路径",
        "there is no edition {id}; must be a built-in one ({known}), the id of another edition file "
        "in the same folder, or the path of one",
    ),
    "edition.several": (
        "编号{id}见于多个文件（{paths}）",
        "the id {id} stands in several files ({paths})",
    ),
    "edition.cycle": (
        "版本互为依据，没有起点：{chain}",
        "editions based on each other have no beginning: {chain}",
    ),
    "language": ("应为一段文本，或zh、en各一段", "must be a text, or one text each for zh and en"),
    # Case files
    "article": (
        "{given}不是办法的条款；应写作19、12(6)或第十二条第6项，条为1至{last}",
        "{given} is no article of the rules; must be written 19 or 12(6), articles 1 to {last}",
    ),
    "item": (
        "第{article}条没有第{item}项",
        "Art. {article} has no item {item}",
    ),
    "provision": ("没有事项{given}", "there is no provision {given}"),
    "decision": ("没有决定{given}", "there is no decision {given}"),
    "expects_nothing": (
        "没有写明应得的结果；应有expect、table或each reading",
        "expects nothing; needs expect, table or each reading",
    ),
    "both": ("{a}与{b}不能同时使用", "{a} and {b} cannot stand together"),
    "main": (
        "{decision}的结果不止一项，应写明键",
        "{decision} answers several things; name the key",
    ),
    "expected": ("应为{what}", "must be {what}"),
    "columns": ("应列出各列的名称", "must name the columns"),
    "column": ("没有这一列所指的内容", "a column that stands for nothing"),
    "cells": ("本行有{count}格，应为{expected}格", "the row has {count} cells instead of {expected}"),
    "rows": ("应有至少一行", "must hold at least one row"),
    "every_word": (
        "每个取值都应写明；缺少{words}",
        "every word must be there; {words} missing",
    ),
    "round_edition": (
        "本轮文件自带{key}，案例又写明under；版本只能写在一处",
        "the round has {key} of its own and the case an under; the edition stands in one place",
    ),
    "round_file": ("file之外不得再写其他键", "beside file there can be no other keys"),
    "contradiction": (
        "与“{name}”（{place}）矛盾：同一版本、同一输入，{key}应为{one}还是{other}",
        "contradicts '{name}' ({place}): same edition, same input, but {key} is to be {one} or "
        "{other}",
    ),
    "no_cases": ("没有案例", "there are no cases"),
    "no_files": (
        "其中没有案例文件（*.kq.yaml）",
        "holds no case files (*.kq.yaml)",
    ),
    "changed": (
        "读取之后文件又有改动，未写入",
        "the file has changed since it was read; nothing was written",
    ),
    # Running
    "run.failed": ("未通过：{name}（{place}）", "Failed: {name} ({place})"),
    "run.expected": ("应为：{value}", "expected: {value}"),
    "run.got": ("实为：{value}", "got: {value}"),
    "run.why": ("依据：", "Because:"),
    "run.refused": ("输入不予受理：", "The input is refused:"),
    "run.named": ("{key}（{label}）", "{key} ({label})"),
    "run.nothing": ("无", "nothing"),
    "run.summary": (
        "{files}个文件：通过{passed}例，未通过{failed}例（{seconds}秒）",
        "Files: {files}; cases passed: {passed}, failed: {failed} ({seconds} s)",
    ),
    "run.summary.fine": (
        "{files}个文件：{passed}例全部通过（{seconds}秒）",
        "Files: {files}; cases passed: all {passed} ({seconds} s)",
    ),
    # Coverage
    "cov.title": ("各事项覆盖情况", "Coverage by provision"),
    "cov.articles": ("各条引用情况", "Coverage by article"),
    "cov.article": ("条款", "Article"),
    "cov.provision": ("事项", "Provision"),
    "cov.key": ("标识", "Key"),
    "cov.met": ("符合", "Met"),
    "cov.not_met": ("不符合", "Not met"),
    "cov.state": ("说明", "Note"),
    "cov.cases": ("引用案例", "Cases"),
    "cov.silent": ("不作计算，由有关方面判断", "computes nothing; left to people"),
    "cov.computed": ("已计算", "computed"),
    "cov.not_computed": ("尚无案例计算", "no case computes it"),
    "cov.gap": ("尚缺", "missing"),
    "cov.summary": (
        "判定事项{decided}项，正反两面均已覆盖{full}项（{percent}%）；计算事项{computed}项，已计算{reached}项",
        "Provisions that decide: {full} of {decided} reached both ways ({percent} %); provisions that "
        "compute: {reached} of {computed} computed",
    ),
    "what.number": ("数值", "a number"),
    "what.day": ("日期", "a date"),
    "what.truth": ("true或false", "true or false"),
    "what.text": ("文本", "a text"),
    "what.list": ("列表", "a list"),
    "what.mapping": ("键值结构", "a mapping"),
}


def say(key: str, lang: str, /, **values: object) -> str:
    """The text under a key, filled in."""
    text = TEXTS[key][lang == "en"]
    return text.format(**values) if values else text
