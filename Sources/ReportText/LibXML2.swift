import CLibXML2

/// The library that reads pages and the XML inside DOCX.
enum LibXML2 {
  private static let isReady: Void = xmlInitParser()

  /// Makes the library ready, once and before anything else is asked of it: it sets up tables that all threads share, and two
  /// that come first at the same time would do so in each other's way.
  static func prepare() { isReady }
}
