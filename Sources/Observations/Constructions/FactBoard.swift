import Quantities

/// What constructions state of the figures of a paragraph, and what of it holds.
struct FactBoard {
  /// All facts in the order of stating, also those that others outrank.
  private(set) var facts: [Fact] = []
  /// For each attribute of each figure the place in `facts` of the one that holds, or -1; as far as any were stated.
  private var holding: [Int] = []

  private static let attributes = Fact.Attribute.allCases.count

  private static func place(of attribute: Fact.Attribute, of figure: Int) -> Int {
    figure * attributes + attribute.rawValue
  }

  private func holder(_ attribute: Fact.Attribute, of figure: Int) -> Int? {
    let place = Self.place(of: attribute, of: figure)
    return place < holding.count && holding[place] >= 0 ? holding[place] : nil
  }

  /// Takes a fact, which holds unless one of the same attribute outranks it; of two of one construction the later holds.
  mutating func state(_ figure: Int, _ value: Fact.Value, by name: Construction.Name, words: Range<Int>? = nil) {
    let fact = Fact(figure: figure, by: name, value: value, words: words)
    let order = fact.attribute.precedence
    if let held = holder(fact.attribute, of: figure), let rank = order.firstIndex(of: facts[held].by),
      let own = order.firstIndex(of: name),
      rank > own
    {
      facts.append(fact)
      return
    }
    let place = Self.place(of: fact.attribute, of: figure)
    if place >= holding.count { holding += Array(repeating: -1, count: place + 1 - holding.count) }
    holding[place] = facts.count
    facts.append(fact)
  }

  /// The fact that holds of an attribute of a figure, or `nil`.
  func fact(_ attribute: Fact.Attribute, of figure: Int) -> Fact? {
    holder(attribute, of: figure).map { facts[$0] }
  }

  /// Whether the fact at an index of `facts` holds.
  func holds(_ index: Int) -> Bool {
    holder(facts[index].attribute, of: facts[index].figure) == index
  }

  /// Where a change starts or leads to.
  func role(of figure: Int) -> ChangeRole {
    if case .role(let role)? = fact(.role, of: figure)?.value { role } else { .none }
  }

  /// How the figure's subject follows from what stands elsewhere; `nil` if its own words tell it.
  func naming(of figure: Int) -> Fact.Naming? {
    if case .subject(let naming)? = fact(.subject, of: figure)?.value { naming } else { nil }
  }

  /// Whether the figure is a mean of years.
  func isMean(_ figure: Int) -> Bool { fact(.mean, of: figure) != nil }

  /// The word that sets the figure in relation to something else.
  func relation(of figure: Int) -> [UInt8]? {
    if case .relation(let word)? = fact(.relation, of: figure)?.value { word } else { nil }
  }

  /// The total that the figure is told to be a part of, `nil` inside if of none; `nil` if nothing tells.
  func part(of figure: Int) -> Int?? {
    if case .part(let total)? = fact(.part, of: figure)?.value { .some(total) } else { .none }
  }
}
