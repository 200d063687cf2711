/// Radicals that stand for the character of which they are another form (⽅ for 方): the fonts of PDF files name them so.
enum Radicals {
  /// The radicals of Kangxi in their order, from U+2F00 on, as the simplified characters that they are.
  private static let ofKangxi = """
    一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈户手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水
    火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾见角言谷豆豕豸贝赤走足身车辛辰辵邑酉釆里金长门阜隶隹雨青非
    面革韦韭音页风飞食首香马骨高髟斗鬯鬲鬼鱼鸟卤鹿麦麻黄黍黑黹黾鼎鼓鼠鼻齐齿龙龟龠
    """

  /// Of the supplement (U+2E80 on) those that are a whole character.
  private static let ofSupplement = """
    ⺁厂 ⺒巳 ⺓幺 ⺝月 ⺟母 ⺠民 ⺩王 ⺬示 ⺯糸 ⺱网 ⺲网 ⺶羊 ⺷羊 ⺸羊 ⺹老 ⺻聿 ⺼月 ⻁虎 ⻃西 ⻄西 ⻅见 ⻆角 ⻇角 ⻉贝 ⻋车 ⻑长 ⻒长 ⻓长 ⻔门 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞
    ⻝食 ⻟食 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫齐 ⻬齐 ⻭齿 ⻮齿 ⻯龙 ⻰龙 ⻱龟 ⻲龟 ⻳龟
    """

  /// Each radical with its character.
  static var all: [(radical: UInt16, character: UInt16)] {
    var all: [(radical: UInt16, character: UInt16)] = []
    for character in characters(ofKangxi) { all.append((0x2F00 + UInt16(all.count), character)) }
    let pairs = characters(ofSupplement)
    for index in stride(from: 0, to: pairs.count, by: 2) { all.append((pairs[index], pairs[index + 1])) }
    return all
  }

  private static func characters(_ table: String) -> [UInt16] {
    table.unicodeScalars.filter { $0.value > 0x20 }.map { UInt16($0.value) }
  }
}
