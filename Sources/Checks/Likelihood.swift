import Foundation
import Quantities

/// Whether a figure is likely beside others of its kind, and if not, how it would be read to be so.
///
/// Only figures that lie close together tell anything; nothing here knows a metric.
struct Likelihood {
  /// How an unlikely figure would be likely.
  enum Reading: Equatable {
    /// So many decimal places more or fewer: a digit too many, 万 for 亿, 万 left out.
    case places(Int)
    /// The sum of several years.
    case severalYears
    /// A part of the whole, or a figure of another population.
    case part
    /// Of a larger whole or another population.
    case otherWhole
  }

  /// The middle of the other figures.
  let middle: Double
  /// By how much the greatest of those near the middle exceeds the least.
  private let spread: Double

  /// What others tell; `nil` if they are too few or lie too far apart.
  ///
  /// - Parameter least: how many there must be.
  init?(of others: [Double], least: Int) {
    let sorted = others.filter { $0 > 0 }.sorted()
    guard sorted.count >= least, sorted.count == others.count else { return nil }
    middle = sorted[sorted.count / 2]
    let near = sorted.filter { [middle] in ($0 / middle).magnitudeOfRatio <= Self.near }
    // One odd figure among four doesn't hide another.
    guard near.count >= least, near.count * 4 >= sorted.count * 3, let first = near.first, let last = near.last else {
      return nil
    }
    spread = last / first
  }

  /// How a figure would have to be read, if it is unlikely as it stands.
  ///
  /// - Parameter canAddUp: whether several years' figures could be added.
  func reading(of value: Double, canAddUp: Bool) -> Reading? {
    guard value > 0, spread <= Self.near else { return nil }
    let ratio = value / middle
    let places = Int(log10(ratio).rounded())
    // Whole powers of ten, as far as the others vary.
    if places != 0, (ratio / pow(10, Double(places))).magnitudeOfRatio <= max(Self.close, spread) {
      return .places(places)
    }
    guard spread <= Self.close, ratio.magnitudeOfRatio >= Self.far else { return nil }
    if ratio < 1 { return .part }
    return canAddUp && ratio <= Self.mostYears ? .severalYears : .otherWhole
  }

  /// Figures within this ratio of the middle are near it.
  private static let near = 2.0
  /// Figures within this ratio are stable.
  private static let close = 1.5
  /// What stable figures never jump by.
  private static let far = 3.5
  private static let mostYears = 7.0
}

extension Double {
  /// The ratio or its inverse, whichever is above one.
  fileprivate var magnitudeOfRatio: Double { self < 1 ? 1 / self : self }
}

extension Likelihood.Reading {
  /// What to say of it.
  func text(of value: Double, unit: String) -> String {
    switch self {
    case .places(let places):
      let other = (value / pow(10, Double(places))).formatted
      let amount = abs(places) == 1 ? "一位" : abs(places) == 4 ? "“万”" : abs(places) == 8 ? "“亿”" : "\(abs(places)) 位"
      return "若为 \(other)\(unit)（\(places > 0 ? "多" : "少")\(amount)）则相当"
    case .severalYears: return "若为几年合计则相当"
    case .part: return "若为其中一部分则相当"
    case .otherWhole: return "若另有口径或范围则相当"
    }
  }
}

extension Double {
  /// Without exponent and needless digits.
  var formatted: String {
    let text = String(format: "%.4f", self)
    return String(text.reversed().drop { $0 == "0" }.reversed()).trimmingSuffix(".")
  }
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: Character) -> String { last == suffix ? String(dropLast()) : self }
}
