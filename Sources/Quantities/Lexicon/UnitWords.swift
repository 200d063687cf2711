/// The unit words: surfaces, normal forms, categories.
///
/// An item of a table is `surface` or `surface=normal form`.
enum UnitWords {
  static let tables: [(UnitCategory, String)] = [
    (.count, classifiers), (.count, compoundClassifiers), (.count, placesAsUnits), (.person, people),
    (.money, currencies), (.percent, "% ％=% ‱"), (.permille, "‰"), (.tenth, "成"),
    (.points, "个百分点=百分点 百分点 个点=百分点 个多百分点=百分点"), (.permillePoints, "个千分点=千分点 千分点"),
    (.multiple, "倍"), (.doubling, "番"), (.measure, measures), (.duration, durations),
    (.year, "年 周年 年度=年 学年"), (.month, "月 月份=月"), (.day, "日 号=日"), (.clock, "时 点 点钟=点"),
    (.session, "届 次会议 期 批"), (.word, words),
  ]

  /// Bases of rates that are no units by themselves: m3/d, mg/L, t/a.
  static let bases = "d=日 h=小时 a=年 s=秒 L=升 l=升 ha=公顷 kWh=千瓦时"

  /// Signs and names of currencies that stand before the number.
  static let signs = """
    ￥=元 ¥=元 RMB=元 CNY=元 人民币=元 US$=美元 USD=美元 $=美元 HK$=港元 HKD=港元 港币=港元 €=欧元 EUR=欧元 £=英镑 GBP=英镑 JPY=日元 NT$=新台币 新台币=新台币 MOP=澳门元
    """

  private static let classifiers = """
    个 家 件 项 次 场 份 冊=册 册 本 条 條=条 张 張=张 部 套 座 处 處=处 块 片 辆 艘 架 台 户 戶=户 所 间 栋 幢 例 起 宗 篇
    首 幅 面 支 只 头 匹 株 棵 根 枚 颗 粒 款 种 类 门 组 队 对 双 班 团 节 课 堂 轮 回 遍 趟 档 孔 口 眼 桩 笔 单 票 柜 箱
    桶 瓶 袋 盒 包 盏 杆 把 床 席 桌 顶 尊 扇 卷 具 封 则 道 列 羽 尾 挂 群 伙 股 代 层 级 段 人份 金=枚 银=枚 铜=枚
    金牌=枚 站 朵 发 捆 滴 串 束 枝 簇 杯 碗 副 丛 摊 栏 集 页 幕 出 版 字 案
    """

  private static let compoundClassifiers = """
    人次 人(次)=人次 人（次）=人次 人·次=人次 余人次=人次 人次数=人次 场次 场(次)=场次 场（次）=场次 场·次=场次 户次 批次 件次 家次 车次 架次
    班次 辆次 点次 频次 艘次 标箱 标准箱=标箱 个标箱=标箱 个标准箱=标箱 台套 台(套)=台套 台（套）=台套 台/套=台套 件套 件(套)=件套
    个(次)=个次 项次 篇次 户(次)=户次 家(次)=家次 家（次）=家次 起次 批(次)=批次 批（次）=批次 件(次)=件次 件（次）=件次 人户 户人 吨次 亩次 艘（架）次=艘次 艘(架)次=艘次 床位 泊位
    本(次)=本次 本（次）=本次 起(次)=起次 起（次）=起次 辆(次)=辆次 辆（次）=辆次 户（次）=户次
    人/次=人次 场/次=场次 户/次=户次 家/次=家次 件/次=件次 个基点=基点 基点 个BP=基点 BP=基点
    台件 台(件)=台件 台（件）=台件 件（套）=件套 针次 剂次 乘次 例次 幅次 部次 车公里 车道公里
    """

  private static let placesAsUnits = "村 镇 乡 县 区 市 省 国 州 校 院 店 厂 园 社 馆 部门"

  /// Words that begin like a unit and are none: 八方面, 264省道, 3.0行动.
  private static let words = """
    发展 发生 发放 发布 发明 发电 发行 方面 方阵 方略 方案 方位 方向 方针 国道 省道 县道 乡道 市县 区县 县区 县市 省市 省区 行动 行业 人民 人士 人大 年均 时尚 时代 时期 时光 时间 支柱 支撑 里河 里湖 国际 国家 国内
    地区 地方 线上 线下 版图 度假 成为 成立 成功 成果 成员 成长 成效 期间 套班子 周边 周转 天然 天下 案例 案件 案卷 案源 分公司 分行 分布
    """

  private static let people = "人 名=人 位=人 个位次=位 位次=位 个名次=位 名次=位 人员 人口=人 口人"

  private static let currencies = """
    元 元人民币=元 人民币=元 块钱=元 元钱=元 圆=元 元整=元 元正=元 圆整=元 圆正=元 角=元 毛=元 美元 美圆=美元 美金=美元 欧元 日元 英镑 港元 港币=港元 韩元
    澳元 加元 新元 卢布 法郎 瑞士法郎 泰铢 卢比 澳门元 新台币 新台币元=新台币 奈拉
    """

  private static let measures = """
    米 延米 公里 千米=公里 厘米 毫米 微米 纳米 海里 里 华里 丈 尺 寸 英尺 英寸 英里 平方米 ㎡=平方米 m²=平方米 km²=平方公里 hm²=公顷 平方公里 平方千米=平方公里
    平米=平方米 平方=平方米 公顷 亩 顷 立方米 方=立方米 立方=立方米 m³=立方米 吨 公斤 千克=公斤 克 担 斤 两 两重=两 毫克 微克
    吨标准煤 吨标煤=吨标准煤 千克标准煤=公斤标准煤 克标准煤 千瓦 瓩=千瓦 千瓦时 kwh=千瓦时 kWh=千瓦时 度电=千瓦时 度 兆瓦 MW=兆瓦 GW=吉瓦 吉瓦
    吉瓦时 兆瓦时 瓦 千伏 kV=千伏 伏 千伏安 兆伏安 升 公升=升 毫升 摄氏度 ℃=摄氏度 华氏度 分贝 赫兹 兆赫 比特 字节 GB TB PB EB MB Mbps Gbps km=公里
    kg=公斤 KG=公斤 Kg=公斤 g=克 mg=毫克 μg=微克 µg=微克 ug=微克 t=吨 m=米 cm=厘米 CM=厘米 mm=毫米
    m2=平方米 m3=立方米 km2=平方公里 hm2=公顷 ha=公顷 Nm3=标准立方米 ㎥=立方米 ㎢=平方公里 ㎞=公里 ㎏=公斤 ㎎=毫克 L=升 mL=毫升 ml=毫升 kW=千瓦 KW=千瓦 kw=千瓦 kW·h=千瓦时 KWh=千瓦时 kW•h=千瓦时 MWh=兆瓦时
    MW·h=兆瓦时 GWh=吉瓦时 GW·h=吉瓦时 kVA=千伏安 KVA=千伏安 MVA=兆伏安 KV=千伏 tce=吨标准煤 dB(A)=分贝 dB=分贝 °C=摄氏度 载重吨 综合吨 总吨 标准立方米 人民币汇率 马力 米长=米 米高=米 吨公里 人公里
    标台 羊单位 剂 千升 学分 分 车位 个床位=床位 P PFLOPS
    """

  private static let durations = """
    天 个工作日=工作日 工作日 个自然日=自然日 小时 个小时=小时 分钟 秒 秒钟=秒 周 个星期=星期 星期 个月=月 个多月=月 个季度=季度 季度 个学期=学期
    学时 课时 岁 周岁=岁 昼夜 个日夜=天 余载=年 载=年 毫秒 个年头=年 年期=年
    """
}
