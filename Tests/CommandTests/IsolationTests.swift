import Foundation
import Testing

@testable import nianbao

/// Whatever reading a document comes to, the others are read.
@Suite struct IsolationTests {
  /// Ways to fail that no error tells of.
  enum Failure: CaseIterable {
    case index, overflow, key, force, endlessCalls
  }

  private static func fail(_ way: Failure, _ numbers: [Int]) -> Int {
    switch way {
    case .index: numbers[numbers.count]
    case .overflow: numbers[0] + Int.max
    case .key: Dictionary(uniqueKeysWithValues: (numbers + numbers).map { ($0, $0) }).count
    case .force: Int(numbers.description)!
    case .endlessCalls: calls(numbers)
    }
  }

  private static func calls(_ numbers: [Int]) -> Int {
    if numbers.isEmpty { return 0 }
    return calls(numbers) + numbers.count
  }

  @Test(arguments: Failure.allCases)
  func aFailureIsTold(_ way: Failure) {
    let error = #expect(throws: Isolation.Fall.self) { try Isolation.run("a.html") { Self.fail(way, [1, 2]) } }
    #expect(error?.description == "a.html: 程序自身出错，没有读这个文件，其余照读；请把这个文件报告给开发者 (the program failed on this file)")
  }

  @Test func resultsAndErrorsComeAsTheyAre() throws {
    #expect(try Isolation.run("a.html") { [1, 2] } == [1, 2])
    #expect(throws: CocoaError.self) { try Isolation.run("a.html") { throw CocoaError(.fileNoSuchFile) } }
  }

  /// Of many documents on several threads each that fails is told, and all others are read, in their order.
  @Test func theOthersAreRead() {
    let work = OrderedWork(count: 200, threads: 4) { number in
      let result = try? Isolation.run("\(number)") {
        number % 7 == 3 ? Self.fail(Failure.allCases[number % 5], [number]) : number
      }
      return result ?? -1
    }
    var results: [Int] = []
    while let result = work.next() { results.append(result) }
    work.join()
    #expect(results == (0..<200).map { $0 % 7 == 3 ? -1 : $0 })
  }
}
