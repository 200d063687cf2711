/// Tells the chrome of a page from its text, block by block: where one is, what else there is to read, counters, weather.
enum PageChrome {
  /// What a block of chrome begins with, behind marks such as 【.
  private static let openings = words(
    """
    上一篇 下一篇 上一条 下一条 相关文章 相关新闻 相关链接 相关稿件 相关信息 相关阅读 您的位置 您现在的位置 您所在的位置 您当前的位置 当前位置 您是第 分享到 分享至
    扫一扫 网友评论 字体： 字号： 字体: 字号: 热门搜索 大家都在搜 今天是 版权所有 技术支持 建议使用 设为首页 返回顶部 主办单位 主办：
    """)
  /// What stands only in a short block of chrome.
  private static let words = words(
    "上一页 下一页 尾页 位访问者 位访客 分辨率 条评论 人评分 发表评论 加入收藏 设为首页 网站地图 返回顶部 打印本页 关闭窗口 打印此文 点击查看 智能问答")
  private static let skies = words("晴 多云 阴 小雨 中雨 阵雨 雾 霾 雪")
  /// By code point of U+4E00 on, a bit each: whether one of `words` begins with it.
  private static let beginnings = beginnings(of: words)
  /// A block with more text is none, in bytes.
  static let longest = 600
  private static let longestShort = 240
  private static let longestWeather = 60
  private static let celsius = 0x2103

  private static func words(_ list: String) -> [[UInt8]] {
    list.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) }
  }

  private static func beginnings(of words: [[UInt8]]) -> [UInt64] {
    var bits = [UInt64](repeating: 0, count: 0x10000 / 64)
    for word in words { bits[scalar(word, 0) / 64] |= 1 << UInt64(scalar(word, 0) % 64) }
    return bits
  }

  /// The code point of three bytes.
  private static func scalar(_ text: [UInt8], _ at: Int) -> Int {
    Int(text[at] & 0x0F) << 12 | Int(text[at + 1] & 0x3F) << 6 | Int(text[at + 2] & 0x3F)
  }

  /// Whether a block's text is chrome.
  static func holds(_ text: [UInt8]) -> Bool {
    guard text.count <= longest else { return false }
    var start = 0
    // 【, [, ·, blanks.
    while start + 3 < text.count, text[start] < 0x80 || [0xC2, 0xE3].contains(text[start]) {
      start += text[start] < 0x80 ? 1 : text[start] == 0xC2 ? 2 : 3
    }
    if openings.contains(where: { text[start...].starts(with: $0) }) { return true }
    guard text.count <= longestShort else { return false }
    var at = 0
    var tellsDegrees = false
    while at + 2 < text.count {
      guard text[at] >= 0xE0 else {
        at += 1
        continue
      }
      let scalar = scalar(text, at)
      if beginnings[scalar / 64] >> UInt64(scalar % 64) & 1 != 0,
        words.contains(where: { text[at...].starts(with: $0) })
      {
        return true
      }
      if scalar == celsius { tellsDegrees = true }
      at += 3
    }
    // 晴 18℃～26℃
    return tellsDegrees && text.count <= longestWeather && skies.contains { text.firstRange(of: $0) != nil }
  }
}
