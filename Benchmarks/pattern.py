"""The one pattern that ripgrep and Python's re search with.

A numeral is one of
  * Arabic or full-width digits, with thousands separators and a decimal part, then optional
    Chinese multipliers (3.5万, 2千余), with or without a unit after it;
  * a Chinese numeral (三千五百, 十二点五, 第十四's 十四) that is followed by a unit. Without that
    condition every 一 of 统一 and 一般 would match.
余 or 多 may stand before or after the multipliers (1200余万元, 三千五百余人).

The text uses only syntax with the same meaning in Rust's regex crate and Python's re: explicit
character classes, non-capturing groups, leftmost-first alternation (long units come first).
"""

UNITS = (
    "个百分点 百分点 个工作日 工作日 个小时 小时 分钟 个月 人次 场次 件次 户次 家次 批次 课时 "
    "平方公里 平方米 立方米 公里 千米 公顷 千瓦时 千瓦 万元 亿元 美元 "
    "% ％ ‰ 个 件 次 人 名 家 户 项 场 份 册 篇 套 台 辆 所 处 座 栋 间 亩 吨 元 倍 年 月 日 天 期 "
    "条 部 批 起 宗 例 条次 张 支 只 头 株 棵 位 类 种 级 届 轮 站 岁 米 克 升 度 分 号 轮次"
).split()

_more = "[余多]?"
_multiplier = _more + "[十百千万亿]*" + _more
_units = "(?:" + "|".join(sorted(UNITS, key=len, reverse=True)) + ")"
_arabic = "[0-9０-９]+(?:[,，][0-9０-９]{3})*(?:[.．][0-9０-９]+)?"
_chinese = "[〇零一二两三四五六七八九十百千万亿]+(?:点[〇零一二三四五六七八九]+)?"

PATTERN = f"{_arabic}{_multiplier}{_units}?|{_chinese}{_multiplier}{_units}"
