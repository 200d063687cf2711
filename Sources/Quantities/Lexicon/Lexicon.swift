/// What a word tells about the numbers near it.
public enum Cue: UInt8, Sendable {
  /// A numeral; the lexeme's index names it in the reader's list.
  case numeral
  /// The unit word behind a numeral; the lexeme's index names it in the lexicon.
  case unit
  /// A word that holds numeral characters and states no number (统一, 进一步).
  case ordinaryWord
  /// A slogan, programme, product or place with numerals in its name (三项制度, 三峡).
  case setPhrase
  /// Before a number: 超, 突破, 不少于 …
  case atLeast
  /// Before a number: 近, 不超过 …
  case atMost
  /// Before a number: 约 …
  case about
  /// After a number and its unit: 以上, 之多 …
  case orMore
  /// After a number and its unit: 以内, 以下 …
  case orLess
  /// After a number and its unit: 左右, 上下 …
  case moreOrLess
  /// A verb or noun of growth: a figure right behind it is a change.
  case rise
  /// A verb or noun of decline.
  case fall
  /// A verb of growth that also governs a figure behind its object (增加学位6500个).
  case riseOf
  /// 增幅, 增速 …: the figure is the rate of a growth even behind 为, 达.
  case riseNoun
  /// A verb of decline that also governs a figure behind its object (减少材料30%).
  case fallOf
  /// 降幅 …
  case fallNoun
  /// 调整, 变 …: with 为, 到 behind it a change whose direction only the figures tell.
  case turn
  /// 到, 至, 为, 成: what follows is the result of a change.
  case result
  /// 由, 从: what follows is where a change starts.
  case origin
  /// 同比, 比上年 …
  case comparison
  /// 高于, 领先 …: points that follow are a distance upwards.
  case above
  /// 低于 …
  case below
  /// 持平: no change.
  case unchanged
  /// 翻番, 翻倍: twice as much.
  case doubled
  /// 提升, 提高 …: a rate or level that follows is a change, a count is not (提升15个中心).
  case improve
  /// 分别: the figures that follow belong to the things before, in order.
  case respectively
  /// 均, 都, 各: the figure holds for each of the things before.
  case each
  /// 其中: the figures that follow are parts of the one before.
  case amongWhich
  /// 第
  case ordinalPrefix
  /// 每, 每一: a base.
  case every
  /// 居, 位列, 排名 …: a rank follows.
  case ranked
  /// 负: a negative figure.
  case negative
  /// Words that fill the place between a verb and its figure: 了, 达, 仅, 幅度 …
  case filler
  /// 来, 以来, 间, 内, 期间 after a time: a window.
  case windowEnd
  /// 连续, 历时, 为期, 用时 …: a duration follows.
  case lasting
  /// 电话, 传真, 地址 …: contact data follow.
  case contact
  /// 和, 与, 及
  case and
  /// 全国, 全省 …: where a ranking is held.
  case arena
  /// 周, 星期: a weekday follows.
  case weekday
  /// 圈, 都市圈: a distance or time before it is a name (15分钟生活圈).
  case circle
  /// 指数, 得分, 倍差 …: a bare number that follows is its value.
  case index
  // Punctuation
  case openTitle, closeTitle, openQuote, closeQuote, openParen, closeParen, openTortoise, closeTortoise
  case enumeration, comma, semicolon, colon, sentenceEnd
}

/// All words that the reader knows, in one automaton.
///
/// Unit words hang below `unitRoot`, the words that count only behind a number below `behindRoot`, verbs that make a
/// Chinese number a count below `countingRoot` (written backwards, for they end where the number starts) and nouns that
/// make it a name below `programmeRoot`, with the verbs of what was reached, whichever comes first, bases of rates below
/// `baseRoot`, signs of currencies below `signRoot` (backwards too); all others start at the root. A class, so that readers hand on one reference instead of all tables.
final class Lexicon: Sendable {
  static let shared = Lexicon()

  let automaton: WordAutomaton
  let unitRoot: WordAutomaton.State
  let behindRoot: WordAutomaton.State
  let countingRoot: WordAutomaton.State
  let programmeRoot: WordAutomaton.State
  private let baseRoot: WordAutomaton.State
  private let signRoot: WordAutomaton.State
  /// The payloads of the verbs and of the nouns that count at the end of a phrase below `programmeRoot`; others have 0.
  static let reaching: Int32 = 1
  static let programmeHead: Int32 = 2
  let units: [UnitWord]
  /// By code point: what can begin there.
  let beginnings: [Beginning]
  /// By code point, two bits each: whether the character can be a word or begin a numeral by itself, and whether it begins
  /// longer words. Most characters of a text are passed over by this alone, which stays in the first cache.
  let marks: [UInt64]
  /// By code point: what the character tells that is a word by itself.
  let cues: [Cue]

  /// What a character can begin.
  struct Beginning: OptionSet {
    let rawValue: UInt8
    /// It is a word by itself.
    static let word = Beginning(rawValue: 1)
    /// A word of several characters.
    static let longWord = Beginning(rawValue: 2)
    static let numeral = Beginning(rawValue: 4)
  }

  private init() {
    var automaton = WordAutomaton()
    var beginnings = [Beginning](repeating: [], count: 0x10000)
    var cues = [Cue](repeating: .ordinaryWord, count: 0x10000)
    for (cue, list) in CueWords.tables {
      for word in Self.words(list) {
        let scalars = word.unicodeScalars
        automaton.insert(scalars, Int32(cue.rawValue))
        let first = scalars.first!.value
        if scalars.dropFirst().first != nil {
          beginnings[Int(first)].insert(.longWord)
        } else {
          beginnings[Int(first)].insert(.word)
          cues[Int(first)] = cue
        }
      }
    }
    // All characters of numerals stand in these blocks; 数十, 几千, 上百 are numerals too.
    for block in [0x00...0x7F, 0x2160...0x33FF, 0x4E00...0x9FFF, 0xFF00...0xFFEF] as [ClosedRange<UInt32>] {
      for scalar in block where NumeralCharacter.of(scalar) != nil || NumeralCharacter.mark(scalar) != nil {
        beginnings[Int(scalar)].insert(.numeral)
      }
    }
    for scalar in "数几上半".unicodeScalars { beginnings[Int(scalar.value)].insert(.numeral) }
    behindRoot = automaton.addRoot()
    for (cue, list) in CueWords.behindNumbers {
      for word in Self.words(list) { automaton.insert(word.unicodeScalars, Int32(cue.rawValue), below: behindRoot) }
    }
    countingRoot = automaton.addRoot()
    for word in Self.words(CueWords.countingVerbs) {
      automaton.insert(word.unicodeScalars.reversed(), 0, below: countingRoot)
    }
    programmeRoot = automaton.addRoot()
    for (payload, list) in [
      (0, CueWords.programmeNouns), (Self.programmeHead, CueWords.programmeHeads), (Self.reaching, CueWords.reaching),
    ] {
      for word in Self.words(list) { automaton.insert(word.unicodeScalars, payload, below: programmeRoot) }
    }
    unitRoot = automaton.addRoot()
    var units: [UnitWord] = []
    for (category, list) in UnitWords.tables {
      for item in Self.words(list) {
        let (surface, unit) = UnitWord.parse(item, category)
        automaton.insert(surface.unicodeScalars, Int32(units.count), below: unitRoot)
        units.append(unit)
      }
    }
    baseRoot = automaton.addRoot()
    for item in Self.words(UnitWords.bases) {
      let (surface, unit) = UnitWord.parse(item, .measure)
      automaton.insert(surface.unicodeScalars, Int32(units.count), below: baseRoot)
      units.append(unit)
    }
    signRoot = automaton.addRoot()
    for item in Self.words(UnitWords.signs) {
      let (surface, unit) = UnitWord.parse(item, .money)
      automaton.insert(surface.unicodeScalars.reversed(), Int32(units.count), below: signRoot)
      units.append(unit)
    }
    self.automaton = automaton
    self.units = units
    self.beginnings = beginnings
    marks = (0..<beginnings.count / 32).map { block in
      (0..<32).reduce(0) { bits, place in
        let beginning = beginnings[block * 32 + place]
        let alone: UInt64 = beginning.isDisjoint(with: [.word, .numeral]) ? 0 : 1
        return bits | (alone | (beginning.contains(.longWord) ? 2 : 0)) << UInt64(place * 2)
      }
    }
    self.cues = cues
  }

  /// The words of a list with blanks between them, split by bytes: to look for whole characters takes long at start.
  private static func words(_ list: String) -> some Sequence<Substring> {
    list.utf8.split { $0 <= 0x20 }.lazy.map { Substring($0) }
  }
}

extension Lexicon {
  /// The unit word at `offset`, or `nil` if there is none or a word that only begins like one.
  @inline(__always)
  func unit(in text: Span<UInt8>, at offset: Int) -> WordAutomaton.Match? {
    guard let match = automaton.longestMatch(in: text, at: offset, from: unitRoot),
      units[Int(match.payload)].category != .word, !goesOnInLatin(text, at: match.end)
    else { return nil }
    return match
  }

  /// 5Gbps, 3D: letters of a unit are no part of a longer word.
  @inline(__always)
  private func goesOnInLatin(_ text: Span<UInt8>, at end: Int) -> Bool {
    end < text.count && text[end - 1].isLatinLetter && (text[end].isLatinLetter || (0x30...0x39).contains(text[end]))
  }

  /// The base of a rate at `offset`: a unit, or what is one only there (mg/L, m3/d).
  func base(in text: Span<UInt8>, at offset: Int) -> WordAutomaton.Match? {
    if let unit = unit(in: text, at: offset) { return unit }
    guard let match = automaton.longestMatch(in: text, at: offset, from: baseRoot), !goesOnInLatin(text, at: match.end)
    else { return nil }
    return match
  }

  /// The currency whose sign or name ends at `offset`, and where that starts: ￥5000万, USD 300万.
  func currency(in text: Span<UInt8>, before offset: Int) -> (unit: UnitWord, start: Int)? {
    var state = signRoot
    var at = offset > 0 && text[offset - 1] == 0x20 ? offset - 1 : offset
    var found: (unit: UnitWord, start: Int)?
    while at > 0 {
      at = scalarStart(in: text, before: at)
      guard let next = automaton.step(state, decodeScalar(in: text, at: at).scalar) else { break }
      state = next
      let payload = automaton.payload(state)
      if payload >= 0 { found = (units[Int(payload)], at) }
    }
    // In a text in English nothing is known of what follows (an all-time high of US$34,200).
    guard let found, isChinese(text, before: found.start) else { return nil }
    return found
  }

  /// Whether what stands before an offset, blanks left out, is Chinese, a mark, or nothing.
  private func isChinese(_ text: Span<UInt8>, before offset: Int) -> Bool {
    var at = offset
    while at > 0, text[at - 1] == 0x20 { at -= 1 }
    return at == 0 || text[at - 1] >= 0x80 || [0x28, 0x3A].contains(text[at - 1])
  }
}

extension Lexicon {
  /// The bytes of the verb that brings things about or counts them (建成, 召开) and ends at `offset`; 0 if there is none.
  func countingVerbLength(in text: Span<UInt8>, before offset: Int) -> Int {
    var state = countingRoot
    var at = offset
    var length = 0
    while at > 0 {
      at = scalarStart(in: text, before: at)
      guard let next = automaton.step(state, decodeScalar(in: text, at: at).scalar) else { break }
      state = next
      // 谋划、新建、续建四个项目库: the number sums up a list of words and counts nothing new.
      if automaton.payload(state) >= 0, !text.has("、", before: at) { length = offset - at }
    }
    return length
  }
}

extension UnitWord {
  /// Reads an item of a table: `surface` or `surface=normal form`.
  fileprivate static func parse(_ item: Substring, _ category: UnitCategory) -> (String, UnitWord) {
    let halves = item.split(separator: "=", maxSplits: 1)
    let surface = String(halves[0])
    var name = halves.count > 1 ? String(halves[1]) : surface
    var scale = 0
    switch category {
    case .permille: (name, scale) = ("%", -1)
    case .tenth: (name, scale) = ("%", 1)
    case .percent where surface == "‱": (name, scale) = ("%", -2)
    case .permillePoints: (name, scale) = ("百分点", -1)
    case .doubling: name = "倍"
    case .money where surface == "角" || surface == "毛": scale = -1
    case .person where surface == "人员" || surface == "口人": name = "人"
    default: break
    }
    return (surface, UnitWord(unit: Unit(name), category: category, scale: scale))
  }
}
