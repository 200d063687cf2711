import Foundation
import Tables
import Testing

/// JSON that also stands safely inside an HTML script element.
@Suite struct JSONTextTests {
  @Test(arguments: [
    ("受理9件", "\"受理9件\""),
    ("", "\"\""),
    ("说\"好\"", "\"说\\\"好\\\"\""),
    ("a\\b", "\"a\\\\b\""),
    ("一\n二\r三\t四", "\"一\\n二\\r三\\t四\""),
    ("\u{0}\u{1}\u{8}\u{B}\u{C}\u{1F}", "\"\\u0000\\u0001\\u0008\\u000b\\u000c\\u001f\""),
    ("\u{7F}\u{2028}🙂", "\"\u{7F}\u{2028}🙂\""),
    ("</script><!--", "\"\\u003c/script>\\u003c!--\""),
  ])
  func stringsInHTML(_ text: String, _ expected: String) throws {
    var json = JSONText(inHTML: true)
    json.string(text)
    #expect(String(decoding: json.bytes, as: UTF8.self) == expected)
    let parsed = try JSONSerialization.jsonObject(with: Data(json.bytes), options: .fragmentsAllowed)
    #expect(parsed as? String == text)
  }

  /// Texts are looked at eight bytes at once, so each place among them and behind them is tried.
  @Test(arguments: [
    ("\"", "\\\""), ("\\", "\\\\"), ("\u{1F}", "\\u001f"), ("\n", "\\n"), (" ", " "), ("~", "~"), ("年", "年"),
  ])
  func charactersAnywhereInATextAreEscaped(_ character: String, _ escaped: String) {
    for length in 0..<20 {
      let (before, behind) = (String(repeating: "a", count: length), String(repeating: "报", count: 20 - length))
      var json = JSONText()
      json.string(before + character + behind)
      #expect(String(decoding: json.bytes, as: UTF8.self) == "\"" + before + escaped + behind + "\"")
    }
  }

  @Test func elsewhereMarkupStays() {
    var json = JSONText()
    json.string("<=")
    #expect(String(decoding: json.bytes, as: UTF8.self) == "\"<=\"")
  }

  @Test func objects() {
    var json = JSONText()
    var object = JSONObjectWriter(&json)
    object.member("missing", nil as String?, &json)
    object.member("a", "甲", &json)
    object.member("none", nil as Int?, &json)
    object.member("b", -9, &json)
    object.list("c", [1, 2], &json) { item, json in json.number(item) }
    object.list("d", [Int](), &json) { item, json in json.number(item) }
    object.member("e", &json) { json in json.raw("{}") }
    object.end(&json)
    #expect(String(decoding: json.bytes, as: UTF8.self) == #"{"a":"甲","b":-9,"c":[1,2],"d":[],"e":{}}"#)
    json.removeAll()
    #expect(json.bytes == [])
  }
}
