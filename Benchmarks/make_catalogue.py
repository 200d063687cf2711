"""Writes a catalogue of metrics: make_catalogue.py OUTPUT COUNT

The metrics count things whose names are put together of common words, so that their patterns are looked
for in any report and some are found.
"""
import sys

FIELDS = (
    "农业 工业 商业 林业 渔业 水利 交通 教育 卫生 文化 体育 旅游 科技 金融 社会 城市 农村 民生 环保 安全 "
    "养老 医疗 就业 住房 能源 信息 数字 生态 行政 法律 公共 产业 重点 特色 新型 现代 国际 基层 公益 骨干"
).split()
HEADS = (
    "企业 项目 工程 机构 中心 设施 服务 活动 案件 人才 园区 基地 平台 学校 医院 道路 合同 证书 标准 贷款 "
    "投资 产品 品牌 岗位 队伍"
).split()


def main():
    output, count = sys.argv[1], int(sys.argv[2])
    names = [field + head for head in HEADS for field in FIELDS]
    if count > len(names):
        sys.exit(f"at most {len(names)} metrics")
    with open(output, "w", encoding="utf-8") as file:
        print("metrics:", file=file)
        for number, name in enumerate(names[:: len(names) // count][:count]):
            print(f"  - id: benchmark_{number}\n    zh: {name}\n    en: Benchmark {number}", file=file)
            print("    unit: [个, 家, 项, 件, 人, 元]\n    period: flow\n    combine: last", file=file)
            print(f"    patterns:\n      - {name} {{n}}\n      - '{{n}} {name}'", file=file)
            print(f"    examples:\n      - {name}⟦35个⟧", file=file)


main()
