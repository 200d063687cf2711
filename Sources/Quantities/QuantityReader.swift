/// Reads a paragraph of Chinese official text into a ledger that accounts for every numeral in it.
///
/// A reader is reused from paragraph to paragraph; its storage stays. It holds no state between paragraphs.
public struct QuantityReader: Sendable {
  /// The numerals of the paragraph read last, in the order of their places.
  public var entries: [LedgerEntry] { pass.entries }
  /// The cue words and marks of the paragraph read last; the statement level reads on from them.
  public var lexemes: [Lexeme] { pass.lexemes }

  private var lexer = Lexer()
  private(set) var pass = LedgerPass()

  /// A reader with the built-in lexicon.
  public init() {}

  /// Reads one paragraph (UTF-8, no line break needed at its end). Offsets of the ledger are bytes of `paragraph`.
  public mutating func read(_ paragraph: Span<UInt8>) {
    lexer.scan(paragraph)
    // The pass takes the lexemes over and gives its old storage back, so that nothing is copied or allocated anew.
    swap(&lexer.lexemes, &pass.lexemes)
    swap(&lexer.numerals, &pass.numerals)
    pass.run(paragraph)
  }
}

/// One pass over the lexemes of a paragraph, which places each numeral by the first rule that knows it.
struct LedgerPass: Sendable {
  let lexicon = Lexicon.shared
  var lexemes: [Lexeme] = []
  var numerals: [Numeral] = []
  var entries: [LedgerEntry] = []
  /// The brackets around each lexeme.
  var enclosures = Enclosures()
  /// Lexemes before this one are part of an entry already.
  var next = 0

  mutating func run(_ text: Span<UInt8>) {
    entries.removeAll(keepingCapacity: true)
    next = 0
    enclosures.find(around: lexemes)
    while next < lexemes.count {
      let index = next
      next += 1
      guard lexemes[index].cue.mayStandInLedger else { continue }
      switch lexemes[index].cue {
      case .numeral: place(index, text)
      case .setPhrase: placeInside(lexemes[index], .name, .setPhrase, text)
      case .every: placeInside(lexemes[index], .other, .indefinite, text)
      case .unchanged: placeUnchanged(index, text)
      case .doubled: placeDoubled(index, text)
      default: break
      }
    }
  }

  /// Asks the rules in turn. What no rule takes is shown as unplaced, never dropped.
  private mutating func place(_ index: Int, _ text: Span<UInt8>) {
    if placeTitle(index, text) || placeFootnote(index, text) || placeContact(index, text)
      || placeDocumentNumber(index, text) || placeDate(index, text) || placeListMarker(index, text)
      || placeOrdinal(index, text) || placeName(index, text) || placeThreshold(index, text)
      || placeQuantity(index, text)
    {
      return
    }
    let numeral = numeral(index)
    if numeral.isArabic || numeral.isPerHundred {
      add(index, .other, .unplaced)
    } else {
      add(index, .name, .wordPart)
    }
  }

  // MARK: - Looking around

  func numeral(_ index: Int) -> Numeral { numerals[lexemes[index].index] }

  /// The unit word behind a numeral, and its lexeme.
  func unit(_ index: Int) -> (word: UnitWord, lexeme: Lexeme)? {
    guard index + 1 < lexemes.count, lexemes[index + 1].cue == .unit else { return nil }
    return (lexicon.units[lexemes[index + 1].index], lexemes[index + 1])
  }

  /// The cue right before a lexeme (spaces may stand between), or `nil`.
  func cueBefore(_ index: Int, _ text: Span<UInt8>) -> Cue? {
    guard index > 0, touches(index - 1, index, text) else { return nil }
    return lexemes[index - 1].cue
  }

  /// The cue right behind a lexeme.
  func cueBehind(_ index: Int, _ text: Span<UInt8>) -> Cue? {
    guard index + 1 < lexemes.count, touches(index, index + 1, text) else { return nil }
    return lexemes[index + 1].cue
  }

  /// Whether nothing but spaces stands between two lexemes.
  @inline(__always)
  func touches(_ first: Int, _ second: Int, _ text: Span<UInt8>) -> Bool {
    let end = lexemes[first].end
    return end == lexemes[second].start || text.skippingSpaces(from: end) == lexemes[second].start
  }

  /// How many lexemes a rule looks around at most, so that a line without marks costs no more than others.
  static let reach = 64

  /// The index of the first lexeme of the clause that holds `index`, as far as rules look back.
  func clauseStart(_ index: Int) -> Int {
    var at = index
    while at > 0, index - at < Self.reach, !lexemes[at - 1].cue.endsClause { at -= 1 }
    return at
  }

  // MARK: - Adding entries

  /// Adds a numeral that states no quantity; its span takes in the unit behind it.
  mutating func add(_ index: Int, _ numeralClass: NumeralClass, _ rule: RuleName, withUnit: Bool = true) {
    let numeral = numeral(index)
    var end = numeral.span.upperBound
    if withUnit, let unit = unit(index) { end = unit.lexeme.end }
    entries.append(
      LedgerEntry(
        span: numeral.span.lowerBound..<end, numeral: numeral.span, numeralClass: numeralClass, quantity: nil,
        value: numeral.value, role: .none, rule: rule, issue: numeral.value == nil ? .overflow : nil))
  }

  /// Adds the numeral characters inside a word of the lexicon.
  private mutating func placeInside(_ word: Lexeme, _ numeralClass: NumeralClass, _ rule: RuleName, _ text: Span<UInt8>)
  {
    let isTitle = enclosures[next - 1].isTitle
    let count = entries.count
    // 规模以上 is a name as a whole: its limit isn't written.
    defer {
      if entries.count == count, numeralClass == .name {
        entries.append(
          LedgerEntry(
            span: word.start..<word.end, numeral: word.start..<word.end, numeralClass: isTitle ? .title : .name,
            quantity: nil, value: nil, role: .none, rule: rule, issue: nil))
      }
    }
    var at = word.start
    while at < word.end {
      let (scalar, length) = decodeScalar(in: text, at: at)
      guard NumeralCharacter.of(scalar) != nil else {
        at += length
        continue
      }
      let start = at
      while at < word.end, case let (scalar, length) = decodeScalar(in: text, at: at),
        NumeralCharacter.of(scalar) != nil
      {
        at += length
      }
      let value = NumeralReader(lexicon: lexicon).read(text, at: start).flatMap {
        $0.span.upperBound <= at ? $0.value : nil
      }
      entries.append(
        LedgerEntry(
          span: start..<at, numeral: start..<at, numeralClass: isTitle ? .title : numeralClass, quantity: nil,
          value: value, role: .none, rule: isTitle ? .title : rule, issue: nil))
    }
  }
}

extension Cue {
  /// Whether a clause ends at this mark.
  var endsClause: Bool {
    switch self {
    case .comma, .semicolon, .colon, .sentenceEnd: true
    default: false
    }
  }
}

extension Cue {
  /// Whether an entry can begin with the word; of most words this alone is asked.
  fileprivate var mayStandInLedger: Bool {
    switch self {
    case .numeral, .setPhrase, .every, .unchanged, .doubled: true
    default: false
    }
  }
}

/// The brackets and quotation marks that a lexeme stands in.
struct Enclosure: Sendable {
  var isTitle = false
  var isQuote = false
  var isTortoise = false
  /// Bytes between the quotation marks.
  var quoteLength = 0
}

/// What the lexemes of a paragraph are enclosed in, by the brackets where that changes.
struct Enclosures: Sendable {
  /// A bracket that has its partner, and the lexeme that it is; from there on lexemes stand in `enclosure`.
  private struct Change {
    let index: Int
    var partner: Int
    var enclosure = Enclosure()
  }

  private var changes: [Change] = []
  /// Opening brackets without their partner so far, by their places among the changes.
  private var open: [Int] = []

  /// The enclosure of the lexeme at `index`.
  subscript(index: Int) -> Enclosure {
    var low = 0
    var high = changes.count
    while low < high {
      let middle = (low + high) / 2
      if changes[middle].index <= index { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? Enclosure() : changes[low - 1].enclosure
  }

  /// Finds the brackets among lexemes; one without its partner encloses nothing.
  mutating func find(around lexemes: [Lexeme]) {
    changes.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    for index in lexemes.indices where lexemes[index].cue.isBracket {
      switch lexemes[index].cue {
      case .openTitle, .openQuote, .openParen, .openTortoise:
        open.append(changes.count)
        changes.append(Change(index: index, partner: -1))
      case .closeTitle, .closeQuote, .closeParen, .closeTortoise:
        guard let match = match(lexemes[index].cue, lexemes) else { continue }
        changes[open[match]].partner = index
        changes.append(Change(index: index, partner: changes[open[match]].index))
        open.removeSubrange(match...)
      default: break
      }
    }
    var depth = (title: 0, quote: 0, tortoise: 0)
    var quoteLength = 0
    for change in changes.indices {
      let (index, partner) = (changes[change].index, changes[change].partner)
      if partner >= 0 {
        let step = partner > index ? 1 : -1
        switch lexemes[index].cue {
        case .openTitle, .closeTitle: depth.title += step
        case .openQuote, .closeQuote:
          depth.quote += step
          if step > 0 { quoteLength = lexemes[partner].start - lexemes[index].end }
        case .openTortoise, .closeTortoise: depth.tortoise += step
        default: break
        }
      }
      changes[change].enclosure = Enclosure(
        isTitle: depth.title > 0, isQuote: depth.quote > 0, isTortoise: depth.tortoise > 0, quoteLength: quoteLength)
    }
  }

  /// The place among the open brackets that a closing one belongs to; an opening mark without its partner in between is
  /// passed over.
  private func match(_ closing: Cue, _ lexemes: [Lexeme]) -> Int? {
    open.suffix(7).lastIndex { lexemes[changes[$0].index].cue.closing == closing }
  }
}

extension Cue {
  fileprivate var isBracket: Bool { rawValue >= Cue.openTitle.rawValue && rawValue <= Cue.closeTortoise.rawValue }

  fileprivate var closing: Cue? {
    switch self {
    case .openTitle: .closeTitle
    case .openQuote: .closeQuote
    case .openParen: .closeParen
    case .openTortoise: .closeTortoise
    default: nil
    }
  }
}
