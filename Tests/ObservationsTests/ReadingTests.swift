import Observations
import Quantities
import ReportText
import TestSupport
import Testing

/// What a figure says, on sentences in the manner of real reports.
@Suite struct ReadingTests {
  /// Reads a document whose one figure stands between ⟦ and ⟧.
  private func read(_ marked: String) throws -> [Observation] {
    let marked = MarkedText(marked)
    let text = SourceText(source: Array(marked.text.utf8))
    let report = ReportReader(catalogue: try Catalogue(files: Catalogue.builtIn)).read(text, path: "")
    return report.observations.filter { text.sourceRange(of: $0.span) == marked.range }
  }

  private static let head = "平川县水务局2022年法治政府建设工作报告\n"

  @Test(
    "Subject",
    arguments: [
      ("全年受理取水许可申请⟦85件⟧。", ["受理取水许可申请"]),
      ("审核⟦9件⟧行政规范性文件、39件其他类文件。", ["审核行政规范性文件"]),
      ("举办近⟦30场⟧政策宣讲。", ["举办政策宣讲"]),
      ("其中，准予许可593件，同比增加⟦9.41%⟧。", ["准予许可"]),
      ("报备率和及时率均达到⟦100%⟧。", ["报备率", "及时率"]),
      ("规范性文件报备率、及时率达到⟦100%⟧。", ["规范性文件报备率", "规范性文件及时率"]),
      ("刑事、治安案件分别下降⟦27.1%⟧、47.9%。", ["刑事案件"]),
      ("刑事、治安案件分别下降27.1%、⟦47.9%⟧。", ["治安案件"]),
      ("城乡居民人均可支配收入分别增长5%、⟦8%⟧。", ["农村居民人均可支配收入"]),
      ("签订合同1748项，成交金额⟦74.4亿元⟧。", ["签订合同成交金额"]),
      ("办理时限由⟦63个工作日⟧缩减至14个工作日。", ["办理时限(调整前)"]),
      ("办理时限由63个工作日缩减至⟦14个工作日⟧。", ["办理时限(调整后)"]),
      ("蓄水面积由17亩增加到近⟦22亩⟧。", ["蓄水面积(调整后)"]),
      ("抽取4个检查小组⟦15名⟧检查人员。", ["检查人员"]),
      ("营商环境评价全省⟦第六⟧。", ["营商环境评价全省排名"]),
      ("1.新建站点⟦5个⟧。", ["新建站点"]),
      ("8月底前投入使用⟦3所⟧。", ["投入使用"]),
      ("即办件占比⟦52%⟧。", ["即办件占比"]),
      ("新增企业8户，总数突破⟦900户⟧。", ["企业总数"]),
      ("新增企业8户，达到⟦90户⟧。", ["企业总数"]),
      // A clause with a verb of its own takes none over; an item of a list does.
      ("改造泵站12座，安装水表⟦300只⟧。", ["安装水表"]),
      ("新引进博士50人以上、硕士⟦80人⟧以上。", ["新引进硕士"]),
      ("入选省级示范区1个、节水企业⟦2家⟧。", ["入选节水企业"]),
      ("项目集中开工12个，竣工⟦8个⟧。", ["项目集中竣工"]),
      ("发放补助8亿元，社会融资规模增长⟦19%⟧。", ["社会融资规模"]),
      // Lists with and without 分别, and what their items share.
      ("新增省级、市级节水社区⟦2家⟧、20家。", ["新增省级节水社区"]),
      ("新增省级、市级节水社区2家、⟦20家⟧。", ["新增市级节水社区"]),
      ("养老、工伤保险参保分别覆盖⟦18万人⟧、2万人。", ["养老保险参保"]),
      ("营收8亿元、税费5亿元，分别增长⟦18%⟧、9%。", ["营收"]),
      ("营收8亿元、税费5亿元，分别增长18%、⟦9%⟧。", ["税费"]),
      ("完成⟦74项⟧国家级、9项省级改革任务。", ["完成国家级改革任务"]),
      ("存贷款余额分别增长60亿元、⟦45亿元⟧。", ["贷款余额"]),
      ("经济平稳；一、二、三产业分别增长4.6%、⟦6.2%⟧、3.9%。", ["二产业"]),
      ("营收8亿元，税费5亿元，增长⟦18%⟧和9%。", ["营收"]),
      ("用水量、排污量由上年分别增长5%、6%，转为增长1%、⟦2%⟧。", ["排污量"]),
      ("工业总产值、增加值分别增长15%、⟦12%⟧。", ["工业增加值"]),
      ("粮食播种面积稳定在90万亩、产量⟦40万吨⟧。", ["粮食产量"]),
      ("规上工业企业营业收入8亿元，利润⟦1亿元⟧。", ["规上工业企业利润"]),
      ("旅游人数和收入分别增长7%、⟦9%⟧。", ["旅游收入"]),
      ("工业投资、技改投资占比分别达到⟦16%⟧、23%。", ["工业投资占比"]),
      ("水稻产量、玉米产量双双下降，比上年分别下降⟦3%⟧和4%。", ["水稻产量"]),
      ("三次产业分别增长5%、⟦9%⟧、6%。", ["第二产业"]),
      ("甲产业、乙产业分别增长5%、6%，居全省第2位、⟦第1位⟧。", ["乙产业全省排名"]),
      ("开工改造老旧小区105个、背街小巷⟦66条⟧。", ["开工改造背街小巷"]),
      ("实施改造项目5个、绿化项目⟦3个⟧。", ["实施绿化项目"]),
      ("新建安置房2万套，新供应租赁住房⟦1万套⟧。", ["新供应租赁住房"]),
      ("举办对接会3场，⟦12家⟧企业获得授信。", ["企业获得授信"]),
      ("人均收入增长5%，及时消除⟦20处⟧隐患。", ["消除隐患"]),
      ("发放证照7万户，合作社带动农户增收⟦3000元⟧。", ["合作社带动农户增收"]),
      ("规上工业增加值扭负为正、增长⟦3.5%⟧。", ["规上工业增加值"]),
      ("高新企业149家，省瞪羚企业⑤ ⟦23家⟧。", ["省瞪羚企业"]),
      ("起诉犯罪198人，为⟦30名⟧困难群众发放司法救助金46万元。", ["困难群众"]),
      ("春节期间为⟦1369户⟧2524人发放生活补贴629万元。", ["发放生活补贴"]),
      ("对⟦12人⟧予以处分。", ["予以处分"]),
      ("重污染天数比例为0.9%，下降0.4个百分点，首次降低到⟦1%⟧以内。", ["重污染天数比例"]),
      ("人口自然增长率为⟦7.6‰⟧。", ["人口自然增长率"]),
      ("入库备案企业14家，高新技术企业达⟦36家⟧。", ["高新技术企业"]),
      ("开发区工业投资、税收分别增长6%、⟦9%⟧。", ["开发区税收"]),
      ("用水量年均增长⟦3%⟧。", ["用水量(年均)"]),
      // A count inside the name of a rate, a time that is compared with, and how long something lasts.
      ("20条产业链营业收入增长⟦10%⟧。", ["20条产业链营业收入"]),
      ("接待人次较2019年增长⟦24.2%⟧。", ["接待人次"]),
      ("水质优良率连续5年保持⟦100%⟧。", ["水质优良率"]),
      ("6家企业利润总额、资产总额同比分别增长⟦12%⟧、8%。", ["6家企业利润总额"]),
      ("海工装备和智能船舶、新型电网产业产值分别增长⟦31%⟧、16%。", ["海工装备和智能船舶产业产值"]),
      ("引进硕士86名、团队12个，分别增加21名和⟦3个⟧。", ["引进团队"]),
      ("零售额和进出口额双双超过1万亿元、分别达⟦1.2万亿元⟧和1.1万亿元。", ["零售额"]),
      ("甲厂产值、乙厂产值首次双双下降，比上年分别下降⟦3%⟧和4%。", ["甲厂产值"]),
      ("养殖场出栏21万头，蔬菜播种面积⟦31万亩⟧。", ["蔬菜播种面积"]),
      ("新改建农村户厕1.2万个、农村公路⟦210公里⟧。", ["新改建农村公路"]),
      ("制定管理办法2件，废止⟦5件⟧。", ["废止管理办法"]),
      ("净增企业30家、总数达⟦210家⟧。", ["企业总数"]),
      ("税收增长9%、占比⟦42%⟧。", ["税收占比"]),
      ("民生支出32亿元，占预算支出的⟦81%⟧。", ["民生支出占预算支出的"]),
      ("在校学生21万人，是2018年的⟦1.6倍⟧。", ["在校学生"]),
      ("经济总量快速增长，全年增长⟦6.8%⟧。", ["经济总量快速"]),
      // Only things of the same unit take a verb over, and no clause that opens with its figure.
      ("培训人员1260人次，⟦1138人⟧取得执法证。", ["取得执法证"]),
      ("召开发布会36场，政策解读⟦286篇⟧。", ["政策解读"]),
      ("收到工程建设（18件）、征地拆迁（⟦9件⟧）等申请。", ["征地拆迁"]),
      ("审核报关单86万份；运输工具⟦1万份⟧。", ["运输工具"]),
      ("清理文件286件，其中继续有效172件、修改⟦23件⟧。", ["修改"]),
      ("维持5件、撤回⟦2件⟧。", ["撤回"]),
      ("取消、下放许可事项7项，承接⟦2项⟧。", ["承接许可事项"]),
      ("公开文件35个；编发《平川县人民政府公报》⟦12期⟧。", ["编发"]),
      ("组织活动5场，调解纠纷43起，成功率90.7%，赔付金额⟦326万元⟧。", ["调解纠纷赔付金额"]),
      ("收到申请648件，上年结转21件，比上年增长⟦15.3%⟧。", ["收到申请"]),
      // An owner holds for the amounts behind, and an amount for the trades behind.
      ("规模以上工业企业实现利税15亿元，利润⟦9亿元⟧。", ["规模以上工业企业实现利润"]),
      ("规上工业增加值增长9.8%，采矿业增长⟦4.5%⟧。", ["采矿业增加值"]),
      ("金融机构存、贷款余额分别达到1126亿元和⟦863亿元⟧。", ["金融机构贷款余额"]),
      ("甲类患者规范管理4万人、乙类患者2万人，管理率分别为78%、⟦77%⟧。", ["乙类患者管理率"]),
      ("五年完成投资4126亿元，是“十一五”时期的⟦4.6倍⟧。", ["完成投资"]),
      ("较大事故同比减少⟦2起⟧。", ["较大事故"]),
      ("仍有⟦3个⟧单位未报送材料。", ["单位未报送材料"]),
      ("预算收入126亿元，为预算的101%，增长⟦6%⟧。", ["预算收入"]),
      ("预算收入126亿元，为预算的⟦101%⟧。", ["预算收入为预算"]),
      ("受理复议申请268件，增长9%；办结⟦251件⟧。", ["办结复议申请"]),
      ("应诉案件17件，其中一审12件、二审5件，胜诉率⟦97%⟧。", ["胜诉率"]),
      ("查处案件18起（涉农5起），结案⟦16起⟧。", ["结案案件"]),
      ("研究法治工作8次，局领导讲授法治课⟦2次⟧。", ["局领导讲授法治课"]),
      ("对全市⟦16个⟧区县（市、特区）开展评估。", ["对全市区县（市、特区）开展评估"]),
      ("全局⟦86项⟧权力事项中，网办84项。", ["全局权力事项"]),
      ("全年用水量[2]⟦218亿元⟧。", ["用水量"]),
      ("粉尘年均浓度下降⟦6%⟧。", ["粉尘年均浓度"]),
      ("收入、支出年均分别增长12%和⟦11%⟧。", ["支出(年均)"]),
      ("取水量增长9%、居万亿城市⟦第3位⟧。", ["取水量排名"]),
      // What a figure is compared with, brackets, breakdowns and what tells more.
      ("案件721件，比上年的⟦650件⟧增加71件。", ["案件"]),
      ("群众满意度比2019年的⟦86.8%⟧提升近10个百分点。", ["群众满意度"]),
      ("应诉案件39件(其中单独被告14件、共同被告25件)，同比下降⟦22%⟧。", ["应诉案件"]),
      ("增加值增长5.2%，高于全省平均水平⟦1.1个百分点⟧。", ["增加值高于全省平均水平"]),
      ("查处案件60起。按门类分：运政⟦40起⟧，路政20起。", ["查处案件(运政)"]),
      ("收到申请63件。从事项看，处罚⟦41件⟧、公开22件。", ["收到申请(处罚)"]),
      ("总人口比上年末增加⟦1.9万人⟧。", ["总人口"]),
      ("创建国家级节水村1个、省级⟦7个⟧。", ["创建省级节水村"]),
      ("全年平稳，和解成功率⟦63%⟧。", ["和解成功率"]),
      // From–to: one thing at two times.
      ("重大项目由年初的⟦120个⟧调增至210个。", ["重大项目(调整前)"]),
      ("重大项目由年初的120个调增至⟦210个⟧。", ["重大项目(调整后)"]),
      ("粮食产量从2018年的86万吨增加到2023年的⟦92万吨⟧。", ["粮食产量(调整后)"]),
      ("经济总量由世界第六位升至⟦第三位⟧。", ["经济总量世界排名(调整后)"]),
      ("比上年多受理⟦12件⟧。", ["受理"]),
      // Words that only look like a connective or a qualifier, and qualifiers that are none of the subject.
      ("设备使用登记率、定期检验率分别达99%、98%，使用率⟦96%⟧。", ["使用率"]),
      ("共收到⟦12件⟧申请。", ["收到申请"]),
      ("电子送达⟦1200次⟧。", ["电子送达"]),
      ("年底前建成调解室⟦1个⟧。", ["建成调解室"]),
      ("筹资标准每人每年⟦1020元⟧。", ["筹资标准"]),
      ("出厂水量与上年⟦持平⟧。", ["出厂水量"]),
      ("用水量从5亿吨增加到6亿吨，平均每年增长⟦4%⟧。", ["用水量(年均)"]),
      // What went in and out of one fund; a level told behind what was paid.
      ("保险基金收入9亿元，支出⟦8亿元⟧。", ["保险基金支出"]),
      ("保险基金收入9亿元，支出8亿元，年末滚存结余⟦6亿元⟧。", ["保险基金滚存结余"]),
      ("拨款6亿元，收入总计⟦9亿元⟧。", ["收入总计"]),
      ("发放补助9000万元，城市救助标准⟦720元⟧。", ["城市救助标准"]),
      // How it was done and who did it stand before the verb; several verbs; a stage of what the sentence or its
      // parts were told of.
      ("认真办理人大建议17件、政协提案⟦22件⟧。", ["认真办理政协提案"]),
      ("各行政机关共办理许可4200件、行政裁决⟦312件⟧。", ["办理行政裁决"]),
      ("新建泵站8座，改造提升⟦4座⟧。", ["改造提升泵站"]),
      ("立案查处各类案件126件，结案⟦119件⟧。", ["结案各类案件"]),
      ("共培育和引进博士36名、总数达⟦45名⟧。", ["博士总数"]),
      ("对31起违法行为不予处罚，减免罚款⟦12万元⟧。", ["减免罚款"]),
      ("新签约项目16个、新开工10个、新竣工⟦8个⟧。", ["新竣工项目"]),
      ("受理法律援助案件62件，其中刑事28件、民事34件，办结⟦59件⟧。", ["办结法律援助案件"]),
      ("全年收到复议申请187件，增长42%。审结⟦158件⟧。", ["审结复议申请"]),
      // Rates are of things that were counted, unless their name tells what of.
      ("受理事项420件，按期办结率⟦98%⟧。", ["受理事项按期办结率"]),
      ("受理事项420件，群众满意率⟦98%⟧。", ["群众满意率"]),
      ("新建户厕12座，无害化普及率⟦83%⟧。", ["新建户厕无害化普及率"]),
      ("挽回损失5万元，追回率⟦62%⟧。", ["追回率"]),
      ("损失数下降31%，破案率上升⟦9个百分点⟧。", ["破案率"]),
      ("维持5件，调解、终止4件，直接纠错率⟦12%⟧。", ["直接纠错率"]),
      ("调解纠纷48件，成功45件，涉及金额⟦3万元⟧。", ["调解纠纷涉及金额"]),
      ("发放补助2亿元，覆盖率90%，投入衔接资金⟦1亿元⟧。", ["投入衔接资金"]),
      ("接报警情6万起，日均⟦187起⟧。", ["接报警情日均"]),
      ("抽检样品36批次，合格率98%（上年为⟦97%⟧）。", ["抽检样品合格率"]),
      ("评查案卷38卷，平均得分92分，优秀率⟦31%⟧。", ["优秀率"]),
      ("运行费52万元，占89%，保有量⟦26辆⟧。", ["运行费保有量"]),
      ("维持12件；其他6件，占⟦6%⟧。", ["其他占"]),
      // A label with a colon, changes of different sorts, nouns that begin like a verb, 相比.
      ("一、行政许可：受理⟦586件⟧。", ["受理行政许可"]),
      ("调解数量、成功率分别上升21%和⟦0.8个百分点⟧。", ["成功率"]),
      ("编制数286人，实有人员⟦268人⟧。", ["实有人员"]),
      ("总收入8亿元，与2021年相比增加⟦1亿元⟧。", ["总收入"]),
      // What a rank, a share, a list in brackets and a date leave to the subject.
      ("开办“一件事”32个，位列省营商环境评估全省⟦第三⟧。", ["省营商环境评估全省排名"]),
      ("全市近⟦九成⟧企业享受补贴。", ["全市企业享受补贴"]),
      ("市本级安排4万元、每个县（市、区）安排⟦3万元⟧。", ["每个县（市、区）安排"]),
      ("力争在6月底前完成换发⟦20本⟧。", ["完成换发"]),
      ("办理议案2件、建议⟦12件⟧和提案9件。", ["办理建议"]),
      ("用水量、用电量均较2020年翻⟦一番⟧。", ["用水量", "用电量"]),
      ("工业总产值破⟦百亿元⟧。", ["工业总产值"]),
      // What the last item of a list says for all, and items that have it already.
      ("甲县、乙县工业投资分别增长⟦6%⟧、4%。", ["甲县工业投资"]),
      ("水稻、甘蔗收割机械化率分别达⟦86%⟧、72%。", ["水稻收割机械化率"]),
      ("经济平稳；一、二、三产增加值分别增长⟦4%⟧、8%、6%。", ["一产增加值"]),
      ("住宿业、餐饮业营业额分别增长⟦9%⟧、8%。", ["住宿业营业额"]),
      ("电子制造业、高新技术产业增加值分别增长⟦9%⟧、8%。", ["电子制造业增加值"]),
      ("企业亩均税收和亩均增加值分别增长⟦7%⟧、9%。", ["企业亩均税收"]),
      ("粮食播种面积90万亩、总产量⟦40万吨⟧。", ["粮食总产量"]),
      ("接待游客和旅游收入分别增长⟦9%⟧、8%。", ["接待游客"]),
    ])
  func subject(_ marked: String, _ subjects: [String]) throws {
    #expect(try read(marked).map(\.subject.description) == subjects)
  }

  @Test(
    "Year and status",
    arguments: [
      (head + "召开会议⟦3次⟧。", 2022, Status.actual),
      (head + "征集2023年科技计划项目⟦43项⟧。", 2023, .actual),
      (head + "对2021年已办结的⟦15份⟧案卷进行抽查。", 2022, .actual),
      (head + "耕地由2018年的⟦11万亩⟧增加到12万亩。", 2018, .before),
      (head + "产值比2017年增长⟦65%⟧。", 2022, .actual),
      (head + "去年检查⟦40次⟧。", 2021, .prior),
      (head + "案件721件，比上年的⟦650件⟧增加71件。", 2021, .prior),
      (head + "满意度比2019年的⟦86.8%⟧提升10个百分点。", 2019, .prior),
      (head + "合格率98%（上年为⟦97%⟧）。", 2021, .prior),
      (head + "上年结转⟦1件⟧。", 2022, .actual),
      // A heading that could be a title is a heading still.
      ("各位代表，请予审议报告。\n2022年工作回顾\n建成站点3个。\n2023年经济社会发展重点工作安排\n建成站点⟦5个⟧。", 2023, .target),
      (head + "四、存在问题及下步打算\n检查⟦40次⟧，力量不足。", 2022, .actual),
      (head + "四、存在问题及下步打算\n下一步，检查⟦40次⟧。", 2023, .target),
      ("平川县卫生和计划生育局2016年政务公开工作年度报告\n设立公开栏⟦2个⟧。", 2016, .actual),
      ("平川县2018年国民经济和社会发展统计公报[1]\n建成站点⟦2个⟧。", 2018, .actual),
      (head + "试点由上年的⟦16个⟧增加到36个。", 2021, .before),
      (head + "试点由上年的16个增加到⟦36个⟧。", 2022, .actual),
      (head + "产业结构由上年的18.6:⟦37.4⟧:44.0调整为18.0:38.0:44.0。", 2021, .before),
      (head + "我县入选全国首批⟦100个⟧节水县。", 2022, .other),
      (head + "执法检查次数比去年增加⟦5次⟧。", 2022, .actual),
      (head + "二、2023年工作计划\n开展检查⟦30次⟧。", 2023, .target),
      (head + "二、2023年工作\n开展检查⟦30次⟧。", 2023, .target),
      (head + "（2023年4月12日）\n开展检查⟦30次⟧。", 2022, .actual),
      (head + "一、工作情况\n（一）完善年度工作计划\n开展检查⟦30次⟧。", 2022, .actual),
      (head + "三、下一步打算\n开展检查⟦30次⟧。", 2023, .target),
      (head + "力争年底前建成⟦5个⟧站点。", 2022, .target),
      (head + "到2025年，建成⟦5个⟧站点。", 2025, .target),
      ("市人民政府工作报告\n2023年，我们取得成效。\n建成站点⟦3个⟧。", 2023, .actual),
      ("市人民政府工作报告\n2023年，我们取得成效。\n2024年是关键一年。\n新建站点⟦5个⟧。", 2024, .target),
      ("市人民政府工作报告\n2023年，我们取得成效。\n今年政府工作的总体要求是：\n新建站点⟦5个⟧。", 2024, .target),
      (head + "三、下一步打算\n目前，执法人员⟦3人⟧，力量不足。", 2022, .actual),
      (head + "二、2023年工作计划\n2021年，处罚⟦12件⟧。", 2021, .actual),
      (head + "2023年，我们将重点抓好：一是开展检查⟦30次⟧。", 2023, .target),
      (head + "2023年工作目标：查处⟦40起⟧。", 2023, .target),
      (head + "下一步，开展检查⟦30次⟧。", 2023, .target),
      (head + "2023年1月，开展检查⟦30次⟧。", 2023, .actual),
      (head + "按2300元（2010年不变价）的标准，贫困人口⟦80人⟧。", 2022, .actual),
    ])
  func time(_ marked: String, _ year: Int, _ status: Status) throws {
    let observation = try #require(try read(marked).first)
    #expect(observation.year == year)
    #expect(observation.status == status)
  }

  private static let work = "平川县人民政府工作报告\n一、2023年工作回顾\n"

  @Test(
    "Several years, one year, some months",
    arguments: [
      (head + "五年来，建成站点⟦15个⟧。", 2022, Status.actual, PeriodType.cumulative),
      (head + "五年来，人均纯收入⟦5789元⟧。", 2022, .actual, .flow),
      (head + "对2018年以来制发的文件进行清理，共清理⟦286件⟧。", 2022, .actual, .flow),
      (head + "“十四五”期间投资8亿元，2022年达到⟦2亿元⟧。", 2022, .actual, .flow),
      (head + "年末，水厂⟦8座⟧。", 2022, .actual, .stock),
      (head + "年末，新建水厂⟦8座⟧。", 2022, .actual, .flow),
      (head + "全县自来水普及率⟦98%⟧。", 2022, .actual, .stock),
      (head + "低保标准⟦800元⟧。", 2022, .actual, .stock),
      (head + "制定救助标准⟦8项⟧。", 2022, .actual, .flow),
      (head + "实有用水户500户，其中农户⟦300户⟧。", 2022, .actual, .stock),
      (head + "近三年，检查企业⟦120家⟧。", 2022, .actual, .cumulative),
      (head + "过去五年，成效明显。建成站点⟦15个⟧。", 2022, .actual, .cumulative),
      (head + "过去五年，成效明显。今年建成站点⟦5个⟧。", 2022, .actual, .flow),
      (head + "五年来，用水产值达到⟦4亿元⟧。", 2022, .actual, .flow),
      (head + "五年来，投入资金达到⟦4亿元⟧。", 2022, .actual, .cumulative),
      (head + "抽查近三年的案卷⟦20份⟧。", 2022, .actual, .flow),
      (head + "近两年每年投资超过“十三五”期间总和，新增水厂⟦3座⟧。", 2022, .actual, .flow),
      (head + "2018年至2022年，清淤河道⟦30公里⟧。", 2022, .actual, .cumulative),
      (head + "2019年以来，清淤河道⟦30公里⟧。", 2022, .actual, .cumulative),
      (head + "“十三五”期间，清淤河道⟦30公里⟧。", 2020, .actual, .cumulative),
      (head + "“十三五”以来，清淤河道⟦30公里⟧。", 2022, .actual, .cumulative),
      (head + "“十四五”期间，清淤河道⟦30公里⟧。", 2022, .actual, .cumulative),
      (head + "今后三年，清淤河道⟦30公里⟧。", 2025, .target, .cumulative),
      (head + "三、下一步打算\n“十四五”期间，清淤河道⟦30公里⟧。", 2025, .target, .cumulative),
      (head + "用水量比2017年增长⟦65%⟧。", 2022, .actual, .cumulative),
      (head + "与2017年相比，用水量增长⟦65%⟧。", 2022, .actual, .cumulative),
      (head + "用水量比2017年增长65%；用水户达到30户，增长⟦1.7倍⟧。", 2022, .actual, .cumulative),
      (head + "用水量比2017年增长65%；今年用水户增长⟦7%⟧。", 2022, .actual, .flow),
      (head + "用水量比2021年增长⟦5%⟧。", 2022, .actual, .flow),
      (head + "全年累计检查⟦40次⟧。", 2022, .actual, .flow),
      (head + "累计建成站点⟦40个⟧。", 2022, .actual, .cumulative),
      (head + "到2025年累计建成站点⟦40个⟧。", 2025, .target, .cumulative),
      (head + "三年新增用水户⟦25户⟧，总量达到560户。", 2022, .actual, .cumulative),
      (head + "三年新增用水户25户，总量达到⟦560户⟧。", 2022, .actual, .stock),
      (head + "近三年投资总量超⟦4亿元⟧。", 2022, .actual, .cumulative),
      (head + "开园以来，接待游客⟦700人次⟧。", 2022, .actual, .cumulative),
      (head + "入汛以来，巡查堤防⟦70次⟧。", 2022, .actual, .flow),
      (head + "遭遇有记录以来最重旱情，抽水灌溉⟦70次⟧。", 2022, .actual, .flow),
      (head + "创1979年有监测记录以来最好水平，新建站点⟦3座⟧。", 2022, .actual, .flow),
      (head + "累计接待游客⟦300人次⟧、增长8%。", 2022, .actual, .flow),
      (head + "累计接待游客⟦300人次⟧、收入3亿元，分别增长8%、9%。", 2022, .actual, .flow),
      (head + "三、下一步打算\n做好项目前期工作，新建站点⟦3座⟧。", 2023, .target, .flow),
      (head + "三、下一步打算\n提升现有站点，新建泵房⟦3座⟧。", 2023, .target, .flow),
      (work + "二、2024年工作\n过去一年，进展顺利。建成站点⟦4个⟧。", 2023, .actual, .flow),
      (work + "二、2024年工作\n过去一年，建成站点4个。今年建成站点⟦5个⟧。", 2024, .target, .flow),
      (work + "去年，建成站点⟦4个⟧。", 2023, .actual, .flow),
      (work + "二、2024年工作\n去年，建成站点5个，其中泵站⟦2个⟧。", 2023, .actual, .flow),
      ("平川县人民政府工作报告\n一、过去五年工作回顾\n新建水厂⟦12座⟧。\n三、2017年工作安排", 2016, .actual, .cumulative),
      ("平川县人民政府工作报告\n一、过去五年工作回顾\n2015年，新建水厂⟦2座⟧。\n三、2017年工作安排", 2015, .actual, .flow),
      (
        "平川县人民政府工作报告\n一、“十二五”时期和2015年工作回顾\n五年成效明显。\n2015年，成效明显。\n新建水厂⟦2座⟧。\n三、2016年工作安排", 2015, .actual,
        .flow
      ),
      (
        "平川县人民政府工作报告\n一、过去五年工作回顾\n坚持改革创新，2015年新建水厂2座。新建泵站⟦12座⟧。\n三、2017年工作安排", 2016, .actual,
        .cumulative
      ),
      ("平川县人民政府工作报告\n二、“十三五”时期的主要目标\n用水量下降⟦12%⟧。\n三、2016年工作安排", 2020, .target, .cumulative),
      ("平川县人民政府工作报告\n二、关于规划纲要草案\n（一）“十二五”期间发展情况\n用水量下降⟦12%⟧。\n三、2016年工作安排", 2015, .actual, .cumulative),
    ])
  func period(_ marked: String, _ year: Int, _ status: Status, _ period: PeriodType) throws {
    let observation = try #require(try read(marked).first)
    #expect(observation.year == year)
    #expect(observation.status == status)
    #expect(observation.periodType == period)
  }

  /// A figure of a part of the issuer's field is told apart by its scope, and one that leaves a part out has no metric.
  @Test(
    arguments: [
      ("高新区独立运行，地区生产总值突破⟦10亿元⟧。", "gdp", "高新区"), ("临河县产业集聚，地区生产总值突破⟦10亿元⟧。", "gdp", "临河县"),
      ("高新区独立运行，全市地区生产总值突破⟦10亿元⟧。", "gdp", nil), ("推进以县城为载体的城镇化，地区生产总值突破⟦10亿元⟧。", "gdp", nil),
      ("排除水电影响，地区生产总值增长⟦10%⟧。", nil, nil), ("扣除价格因素，地区生产总值实际增长⟦10%⟧。", "gdp", nil),
    ] as [(String, String?, String?)])
  func partsOfTheField(_ sentence: String, _ metric: String?, _ scope: String?) throws {
    let observation = try #require(try read(Self.work + sentence).first)
    #expect(observation.metric == metric)
    #expect(observation.scope == scope)
  }

  @Test(
    "What the title is about, and what the total is of",
    arguments: [
      ("平川县2022年政府信息公开工作年度报告\n行政诉讼案件⟦18件⟧。", "disclosure_litigation", "行政诉讼案件", nil),
      (head + "行政诉讼案件⟦18件⟧。", "litigation_cases", "行政诉讼案件", nil),
      (head + "政府信息公开行政复议3件，其中维持⟦2件⟧。", "disclosure_upheld", "维持", nil),
      (head + "受理行政复议申请30件，其中终止⟦8件⟧。", "reconsiderations_terminated", "受理行政复议申请(终止)", nil),
      (head + "受理行政复议申请30件，其中土地类⟦8件⟧。", "reconsiderations_accepted", "受理行政复议申请(土地类)", "土地类"),
    ] as [(String, String?, String, String?)])
  func context(_ marked: String, _ metric: String?, _ subject: String, _ scope: String?) throws {
    let observation = try #require(try read(marked).first)
    #expect(observation.metric == metric)
    #expect(observation.subject.description == subject)
    #expect(observation.scope == scope)
  }

  @Test func figuresOfSomeMonthsAreNoneOfTheYears() throws {
    #expect(try read(Self.work + "一季度，地区生产总值增长⟦5%⟧。").first?.metric == nil)
    #expect(try read(Self.work + "1—9月，地区生产总值⟦50亿元⟧。").first?.metric == nil)
    #expect(try read(Self.work + "一般公共预算收入7亿元，同口径增长⟦10%⟧。").first?.metric == "budget_revenue")
    #expect(try read(Self.work + "一般公共预算收入7亿元，增长9%（同口径增长⟦10%⟧）。").first?.metric == nil)
    let quarter = "全年固定资产投资增长25%，增幅比一季度回落⟦17个百分点⟧。"
    #expect(try read(Self.work + quarter).first?.metric == nil)
    #expect(try read(Self.work + "一季度开局良好，全年地区生产总值增长⟦5%⟧。").first?.metric == "gdp")
  }

  @Test func planDocumentHoldsTargets() throws {
    let observation = try #require(
      try read("平川县水务局2022年依法行政工作要点\n组织培训⟦4次⟧。").first)
    #expect(observation.status == .target)
    #expect(observation.year == 2022)
  }

  @Test func partsAreLinkedToTheirTotal() throws {
    let text = "立项39项，其中农业27项，工业12项。投入经费5万元，其中农业3万元；检查2次。"
    let report = ReportReader(catalogue: try Catalogue(files: Catalogue.builtIn))
      .read(SourceText(source: Array(text.utf8)), path: "")
    #expect(report.observations.map(\.text) == ["39项", "27项", "12项", "5万元", "3万元", "2次"])
    #expect(report.observations.map(\.partOf) == [nil, "1-2", "1-2", nil, "1-24", nil])
  }

  @Test func listedFiguresArePartsOfATotalThatTheyMake() throws {
    let text = "举办培训12期、讲座8期，共计20期。修订文件2件，废止3件，合计6件。"
    let report = ReportReader(catalogue: try Catalogue(files: Catalogue.builtIn))
      .read(SourceText(source: Array(text.utf8)), path: "")
    #expect(report.observations.map(\.partOf) == ["1-15", "1-15", nil, nil, nil, nil])
    #expect(report.observations.map(\.subject.description).last == "合计")
    #expect(report.observations[2].subject.description == "举办合计")
  }

  @Test(
    "Where a list of parts ends",
    arguments: [
      // Its parts make the whole.
      ("案件6起，其中维持5起，撤销1起，诉讼2起。", [nil, "1-2", "1-2", nil]),
      // A stage concerns the whole.
      ("基金支出8亿元，其中统筹7亿元，累计结余6亿元。", [nil, "1-4", nil]),
      ("应诉案件76件，其中一审48件、二审22件，已审结61件，败诉3件。", [nil, "1-4", "1-4", nil, nil]),
      // What is told behind a semicolon with words of its own, or is more than what is left, is no part.
      ("发布信息60条，其中重点信息20条；微博发布信息30条。", [nil, "1-4", nil]),
      ("存款余额236亿元，其中住户存款168亿元；各项贷款余额152亿元。", [nil, "1-4", nil]),
      ("收到申请60件，其中个人申请50件；其他组织申请10件。", [nil, "1-4", "1-4"]),
      // A clause that tells what else was done to what; 责令履行 is an outcome still.
      ("违法28起，其中酒驾12起、醉驾3起，发生道路交通事故6起。", [nil, "1-2", "1-2", nil]),
      ("审结58件，其中维持30件，责令履行3件。", [nil, "1-2", "1-2"]),
      // 无法提供 is an outcome; a total stands in the sentence of its parts.
      ("收到申请93件，其中公开58件；无法提供29件；其他6件。", [nil, "1-4", "1-4", "1-4"]),
      ("复议46件。诉讼12件、复议后起诉9件，均为一审，其中维持13件。", [nil, nil, nil, nil]),
      // A further breakdown is of the whole, and ends where it is more than the whole.
      ("收到申请43件。其中个人21件，企业15件。从方式看，网上13件，信函26件。", [nil, "1-4", "1-4", "1-4", "1-4"]),
      ("零售总额33亿元。从行业看，批发业13亿元，零售业30亿元。", [nil, "1-4", nil]),
      // Brackets hold the parts of the figure before them.
      ("办结52件，不予公开46件（国家秘密2件、其他44件），补正6件。", [nil, nil, "1-10", "1-10", nil]),
    ] as [(String, [String?])])
  func listOfPartsEnds(_ text: String, _ partOf: [String?]) throws {
    let report = ReportReader(catalogue: try Catalogue(files: Catalogue.builtIn))
      .read(SourceText(source: Array(text.utf8)), path: "")
    #expect(report.observations.map(\.partOf) == partOf)
  }

  @Test func partWithoutMetricTakesItsTotalsWithScope() throws {
    let part = try #require(try read("完成县级项目立项39项，其中农业⟦27项⟧，工业12项。").first)
    #expect(part.metric == "projects_funded")
    #expect(part.scope == "农业")
  }

  @Test func yearIsMissingWhereTheDocumentTellsNone() throws {
    #expect(try read("召开会议⟦3次⟧。").first?.year == nil)
  }
}
