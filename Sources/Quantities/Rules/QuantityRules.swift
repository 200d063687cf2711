extension Rule {
  static let percent = Rule(
    .percent, "百分比",
    .yes("整改完成率⟦92.86%⟧", "92.86 % percent ="),
    .yes("报备率和及时率均达到⟦100％⟧", "100 % percent ="),
    .yes("约占全省的⟦百分之四十二⟧", "42 % percent ="),
    .yes("惠及近⟦七成⟧群众", "70 % percent <="),
    .yes("控制在⟦3‰⟧以内", "0.3 % percent <="),
    .yes("办理时限压缩率⟦79%⟧", "79 % percent ="),
    .yes("骨干教师不低于交流总数的⟦20%⟧", "20 % percent >="),
    .no("同比增加⟦10.88%⟧", "10.88 % growth ="))

  static let points = Rule(
    .points, "百分点",
    .yes("普及率高于全省⟦20个百分点⟧", "20 百分点 points ="),
    .yes("分别高⟦6.4个⟧和8.9个百分点", "6.4 百分点 points ="),
    .yes("失业率下降⟦0.3个百分点⟧", "-0.3 百分点 points ="),
    .no("普及率达到⟦20%⟧", "20 % percent ="))

  static let multiple = Rule(
    .multiple, "倍数",
    .yes("是上年的⟦2.3倍⟧", "2.3 倍 multiple ="),
    .yes("比五年前翻⟦一番⟧", "2 倍 multiple ="),
    .yes("力争翻⟦两番⟧", "4 倍 multiple ="),
    .yes("产值比上年⟦翻番⟧", "2 倍 multiple ="),
    .no("接待群众⟦3次⟧", "3 次 count ="))

  static let money = Rule(
    .money, "金额",
    .yes("获得专项资金⟦57万元⟧", "570000 元 money ="),
    .yes("每人每天补助⟦十一元五角⟧", "11.5 元 money ="),
    .yes("实际利用外资⟦3000万美元⟧", "30000000 美元 money ="),
    .yes("养老金每人⟦207元/月⟧", "207 元/月 money ="),
    .yes("产值过⟦10亿元⟧", "1000000000 元 money >="),
    .yes("贷款余额突破⟦1.2万亿元⟧", "1200000000000 元 money >="),
    .no("推进⟦亿元⟧以上项目20个", "threshold"))

  static let duration = Rule(
    .duration, "时长",
    .yes("办件时限由⟦63个工作日⟧缩减至14个工作日", "63 工作日 duration ="),
    .yes("开展为期⟦10天⟧的专题培训", "10 天 duration ="),
    .yes("可延期⟦6个月⟧", "6 月 duration ="),
    .yes("连续⟦3年⟧下降", "3 年 duration ="),
    .yes("提前⟦半年⟧完成", "0.5 年 duration ="),
    .yes("历时⟦两年半⟧", "2.5 年 duration ="),
    .no("近⟦三年⟧来", "date"))

  static let measure = Rule(
    .measure, "度量",
    .yes("新建高标准农田⟦1.1万亩⟧", "11000 亩 measure ="),
    .yes("PM2.5浓度⟦33微克/立方米⟧", "33 微克/立方米 measure ="),
    .no("培训农民⟦1.36万人(次)⟧", "13600 人次 count ="))

  static let count = Rule(
    .count, "数量与量词",
    .yes("全年共受理申请⟦606件⟧", "606 件 count ="),
    .yes("接待群众咨询⟦600余人次⟧", "600 人次 count >="),
    .yes("举办近⟦30场⟧政策宣讲", "30 场 count <="),
    .yes("发放资料⟦100多万份⟧", "1000000 份 count >="),
    .yes("签约高校⟦2—3所⟧", "2—3 所 count range"),
    .yes("出动执法车辆⟦4210台次⟧", "4210 台次 count ="),
    .yes("改造⟦9条⟧次干道", "9 条 count ="),
    .yes("召开会议⟦３次⟧", "3 次 count ="),
    .yes("受理申请⟦33，212件⟧", "33212 件 count ="),
    .yes("新增站点⟦5⟧、6、7个", "5 个 count ="),
    .yes("警示教育⟦3场(次)⟧", "3 场次 count ="),
    .no("学习“⟦四⟧个意识”", "name"))

  static let fraction = Rule(
    .fraction, "分数",
    .yes("完成任务的⟦四分之三⟧", "0.75 - ratio ="),
    .yes("贡献率近⟦1/4⟧", "0.25 - ratio <="),
    .yes("⟦半数⟧以上的村", "0.5 - ratio >="),
    .yes("约占全部的⟦一半⟧", "0.5 - ratio ="),
    .no("发放⟦3份⟧材料", "3 份 count ="))

  static let ratio = Rule(
    .ratio, "按基数计的比率",
    .yes("万人发明专利拥有量⟦12.7件⟧", "12.7 件 ratio ="),
    .yes("三次产业结构为⟦12.9⟧：34.9：52.2", "12.9 - ratio ="),
    .yes("三次产业结构为12.9：34.9：⟦52.2⟧", "52.2 - ratio ="),
    .no("发明专利拥有量⟦12件⟧", "12 件 count ="))

  static let growth = Rule(
    .growth, "相对增减",
    .yes("同比增加⟦10.88%⟧", "10.88 % growth ="),
    .yes("工业增加值增长⟦-3.8%⟧", "-3.8 % growth ="),
    .yes("增速为⟦负3.8%⟧", "-3.8 % growth ="),
    .yes("直接减少申请材料⟦30%⟧", "-30 % growth ="),
    .yes("精简材料36.5%、办事环节⟦35.2%⟧", "-35.2 % growth ="),
    .yes("缩短审批时限⟦50%⟧以上", "-50 % growth >="),
    .yes("投资分别增长18.2%、⟦13.1%⟧", "13.1 % growth ="),
    .yes("居民消费价格涨幅控制在⟦3%⟧左右", "3 % growth ~"),
    .no("占比提高到⟦55%⟧", "55 % percent ="))

  static let change = Rule(
    .change, "绝对增减",
    .yes("增加学位⟦6500个⟧", "6500 个 change ="),
    .yes("比上年减少⟦300起⟧", "-300 起 change ="),
    .yes("全国排名上升⟦3位⟧", "3 位 change ="),
    .no("新增托位⟦3778个⟧", "3778 个 count ="))

  static let zeroChange = Rule(
    .zeroChange, "持平",
    .yes("能耗与上年⟦持平⟧", "0 % growth ="),
    .no("能耗下降⟦0.5%⟧", "-0.5 % growth ="))

  static let bareNumber = Rule(
    .bareNumber, "没有量词的数",
    .yes("推动⟦10万⟧农村人口进城", "100000 人 count ="),
    .yes("电厂⟦2⟧×100万千瓦机组开工", "2 台 count ="),
    .no("电厂2×⟦100万千瓦⟧机组开工", "1000000 千瓦 measure ="))
}
