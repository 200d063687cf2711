import Observations
import Quantities
import ReportText

/// Changes against the figures that they lead from and to: 由63个工作日缩减至14个工作日，压缩77.8%; 721件，比上年的650件增加71件，增长10.9%.
extension ReportChecks {
  /// What a sentence tells of one thing: where it stood, where it stands, and by how much it changed.
  struct Story {
    var before: [Observation] = []
    var level: [Observation] = []
    var change: [Observation] = []
    var growth: [Observation] = []
  }

  /// What a story is told of: a thing in a sentence.
  private struct Topic: Hashable {
    let line: Int
    let quote: Excerpt
    /// The subject without the mark of a side of a change.
    let name: Excerpt
    let scope: String

    init(of observation: Observation) {
      line = observation.span.line
      quote = observation.quote
      scope = observation.scope ?? ""
      let isSide = observation.mark == .before || observation.mark == .after
      name = isSide ? observation.name : observation.subject
    }
  }

  mutating func checkChanges(_ stories: [Story]) {
    for story in stories { check(story) }
  }

  /// What is told of each thing in each sentence, in the order of the text.
  static func stories(_ observations: [Observation]) -> [Story] {
    var places: [Topic: Int] = [:]
    var stories: [Story] = []
    for observation in observations {
      let topic = Topic(of: observation)
      let place = places[topic] ?? stories.count
      if place == stories.count {
        places[topic] = place
        stories.append(Story())
      }
      switch (observation.quantity.kind, observation.status) {
      case (.growth, .actual), (.growth, .target): stories[place].growth.append(observation)
      case (.change, .actual), (.points, .actual), (.change, .target), (.points, .target):
        stories[place].change.append(observation)
      case (.growth, _), (.change, _), (.points, _), (.rank, _), (.ratio, _), (.multiple, _): break
      case (_, .before), (_, .prior): stories[place].before.append(observation)
      case (_, .actual), (_, .target): stories[place].level.append(observation)
      case (_, .other): break
      }
    }
    return stories
  }

  /// Compares what is told but once; told twice, one can't know which belong together.
  private mutating func check(_ story: Story) {
    guard story.level.count == 1, let level = story.level.first else { return }
    let unit = level.quantity.unit
    if story.before.count == 1, let before = story.before.first, before.quantity.unit == unit {
      if story.change.count == 1, let change = story.change.first, Self.measures(change.quantity, unit),
        change.status == level.status
      {
        compare(change, Interval(level.quantity)?.subtracting(before.quantity), [level, before]) {
          "\($0.quantity.value)-\($1.quantity.value)"
        }
      }
      if story.growth.count == 1, let growth = story.growth.first, growth.status == level.status,
        Self.spansSameTime(growth, before, level)
      {
        compare(
          growth, Interval(level.quantity)?.growth(over: before.quantity), [level, before],
          obstacle: GrowthBasis(growth, of: level).obstacle
        ) {
          "(\($0.quantity.value)-\($1.quantity.value))/\($1.quantity.value)"
        }
      }
    } else if story.before.isEmpty, story.change.count == 1, story.growth.count == 1, let change = story.change.first,
      let growth = story.growth.first, change.quantity.kind == .change, change.quantity.unit == unit,
      change.periodType == growth.periodType, Set([level.status, change.status, growth.status]).count == 1
    {
      compare(
        growth, Interval(level.quantity)?.growth(by: change.quantity), [level, change],
        obstacle: GrowthBasis(growth, of: level).obstacle
      ) {
        "\($1.quantity.value)/(\($0.quantity.value)-\($1.quantity.value))"
      }
    }
  }

  /// Whether a growth is that between two figures: over a year where they are a year apart, over several where they are more.
  private static func spansSameTime(_ growth: Observation, _ before: Observation, _ level: Observation) -> Bool {
    guard let first = before.year, let last = level.year, first != last else {
      return before.status == .before || growth.periodType != .cumulative
    }
    return growth.periodType == .cumulative || last - first == 1
  }

  /// Whether a change is told in the unit of what changed; a rate changes by points.
  private static func measures(_ change: Quantity, _ unit: Unit) -> Bool {
    change.kind == .points ? unit == .percent : change.unit == unit
  }

  /// Judges a stated change by the one that two figures give.
  ///
  /// - Parameter obstacle: why it needn't be that.
  private mutating func compare(
    _ stated: Observation, _ computed: Interval?, _ operands: [Observation], obstacle: String? = nil,
    _ formula: (Observation, Observation) -> String
  ) {
    guard let computed else { return }
    let sum = "\(formula(operands[0], operands[1]))=\(computed.text)\(stated.quantity.unit.name)"
    let fit = computed.verdict(on: stated.quantity)
    let doubt = fit == .consistent ? nil : obstacle
    add(
      .change, doubt == nil ? fit : .uncheckable,
      sum + fit.remark(on: stated.quantity) + (doubt.map { "；\($0)" } ?? ""),
      [stated.id] + operands.map(\.id))
  }
}

extension Verdict {
  /// What to say of a stated figure behind what others give.
  func remark(on stated: Quantity) -> String {
    let own = "\(stated.value)\(stated.unit.name)"
    return switch self {
    case .consistent: "，与文中 \(own) 相符"
    case .truncated: "，文中 \(own) 是截尾而未四舍五入"
    case .inconsistent, .unlikely, .uncheckable: "，文中为 \(own)"
    }
  }
}
