import Foundation
import TestSupport

/// Debian's chromium without a window, driven by the DevTools protocol over pipes: messages are JSON that ends with a zero byte.
///
/// Nothing else is needed for that: no driver program, no port that another test could have.
final class Browser {
  /// What the browser answers when a message fails, or that it doesn't answer.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// Where chromium is; `nil` where it isn't installed.
  static let program = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  static let advice: String =
    "没有 chromium，核对页未在浏览器里测试；可用 apt-get install chromium fonts-noto-cjk 安装 (no chromium: the audit page isn't tested in a browser)"

  /// How long to wait for an answer, in seconds. Only a browser that hangs takes as long.
  private static let patience = 60

  /// Whatever the page wrote to the console as an error, and what it failed with.
  private(set) var complaints: [String] = []
  private let folder: TemporaryFolder
  private let process = Process()
  private let input: Int32
  private let output: Int32
  private var session: String?
  private var number = 0
  private var unread: [UInt8] = []

  /// Starts a browser that knows nothing of earlier ones and saves what it downloads in `folder`.
  init(downloads folder: TemporaryFolder) throws {
    self.folder = folder
    let pipes = [folder.path("browser.in"), folder.path("browser.out")]
    for pipe in pipes where mkfifo(pipe, 0o600) != 0 { throw Failure(description: "mkfifo \(pipe)") }
    // Opened for both, or either side would wait for the other.
    (input, output) = (open(pipes[0], O_RDWR), open(pipes[1], O_RDWR))
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    let options = [
      "--headless=new", "--remote-debugging-pipe", "--window-size=1440,900", "--no-first-run", "--disable-gpu",
      "--disable-dev-shm-usage",
      "--disable-background-networking", "--disable-component-update", "--user-data-dir=\(folder.path("profile"))",
    ]
    // Chromium refuses to keep its sandbox where it runs as root, as in containers. The page is our own.
    let sandbox = getuid() == 0 ? ["--no-sandbox"] : []
    process.arguments =
      ["-c", #"exec "$@" 3<"$0.in" 4>"$0.out""#, folder.path("browser"), Self.program ?? ""] + options + sandbox
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    _ = try send(
      "Browser.setDownloadBehavior", ["behavior": "allow", "downloadPath": folder.path("downloads")])
    let target = try send("Target.createTarget", ["url": "about:blank"])
    let attached = try send("Target.attachToTarget", ["targetId": target["targetId"] ?? "", "flatten": true])
    session = attached["sessionId"] as? String
    _ = try send("Page.enable")
    _ = try send("Runtime.enable")
  }

  deinit {
    process.terminate()
    process.waitUntilExit()
    close(input)
    close(output)
  }

  /// Opens a file, at a fragment if one is given, and waits until its scripts have run.
  func load(_ path: String, fragment: String = "") throws {
    let url = URL(fileURLWithPath: path).absoluteString + (fragment.isEmpty ? "" : "#" + fragment)
    // Another fragment of the same page would only be a jump on it.
    _ = try send("Page.navigate", ["url": "about:blank"])
    _ = try send("Page.navigate", ["url": url])
    try wait("document.readyState === 'complete' && location.protocol === 'file:'")
  }

  /// The value of a JavaScript expression as text; lists come with their elements between `|`.
  func value(_ expression: String) throws -> String {
    let script =
      "(() => { const value = (\(expression)); return Array.isArray(value) ? value.join('|') : String(value); })()"
    let answer = try send("Runtime.evaluate", ["expression": script, "returnByValue": true, "userGesture": true])
    if let exception = answer["exceptionDetails"] as? [String: Any] {
      throw Failure(description: "\(expression): \(exception["exception"] ?? exception)")
    }
    return (answer["result"] as? [String: Any])?["value"] as? String ?? ""
  }

  /// Waits until an expression is true.
  func wait(_ expression: String) throws {
    guard try settled({ try value(expression) }, { $0 == "true" }) == "true" else {
      throw Failure(description: "never true: \(expression)")
    }
  }

  /// What is shown as soon as it is as wanted; what was shown last if it never is. What isn't there yet can't be shown.
  func settled(_ shown: () throws -> String, _ isWanted: (String) -> Bool) throws -> String {
    let end = ContinuousClock.now + .seconds(Self.patience)
    while true {
      let last = Result { try shown() }
      if case .success(let value) = last, isWanted(value) { return value }
      if ContinuousClock.now > end { return try last.get() }
      usleep(20_000)
    }
  }

  /// Presses and releases keys, each a character or a key's name.
  func press(_ keys: String...) throws {
    let codes = ["Enter": 13, "Escape": 27, "Tab": 9, "ArrowRight": 39, "ArrowLeft": 37]
    for key in keys {
      let text = key == "Enter" ? "\r" : codes[key] == nil ? key : ""
      let code = codes[key] ?? Int(key.uppercased().utf8.first ?? 0)
      let event: [String: Any] = ["key": key, "windowsVirtualKeyCode": code, "text": text]
      _ = try send("Input.dispatchKeyEvent", event.merging(["type": "keyDown"]) { $1 })
      _ = try send("Input.dispatchKeyEvent", event.merging(["type": "keyUp", "text": ""]) { $1 })
    }
  }

  /// Types text where the focus is.
  func type(_ text: String) throws { _ = try send("Input.insertText", ["text": text]) }

  /// Clicks the first element of a CSS selector in its middle, as with a mouse.
  func click(_ selector: String) throws {
    try wait("document.querySelector(\(Self.quoted(selector))) !== null")
    let place = try value(
      """
      (() => {
        const element = document.querySelector(\(Self.quoted(selector)));
        element.scrollIntoView({ block: 'nearest' });
        const box = element.getBoundingClientRect();
        return [box.x + Math.min(box.width / 2, 40), box.y + box.height / 2];
      })()
      """
    ).split(separator: "|").compactMap { Double($0) }
    for type in ["mousePressed", "mouseReleased"] {
      _ = try send(
        "Input.dispatchMouseEvent",
        ["type": type, "x": place[0], "y": place[1], "button": "left", "clickCount": 1])
    }
  }

  /// Sets the medium, the colour scheme and the window's size.
  func show(medium: String = "screen", scheme: String = "light", width: Int, height: Int) throws {
    _ = try send(
      "Emulation.setEmulatedMedia",
      ["media": medium, "features": [["name": "prefers-color-scheme", "value": scheme]]])
    _ = try send(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": false])
  }

  /// The nodes of the accessibility tree, which a screen reader goes by, as `role name`.
  func accessibleNodes() throws -> [String] {
    let tree = try send("Accessibility.getFullAXTree")
    return (tree["nodes"] as? [[String: Any]] ?? []).filter { $0["ignored"] as? Bool == false }.map { node in
      let text = { (name: String) in (node[name] as? [String: Any])?["value"] as? String ?? "" }
      return text("role") + " " + text("name")
    }
  }

  /// The bytes of a file that the page saved, once they are there.
  func download(_ name: String) throws -> [UInt8] {
    for _ in 0..<Self.patience * 50 {
      if let bytes = try? folder.bytes("downloads/" + name), !bytes.isEmpty { return bytes }
      usleep(20_000)
    }
    throw Failure(description: "never saved: \(name)")
  }

  private static func quoted(_ text: String) -> String {
    String(decoding: (try? JSONEncoder().encode(text)) ?? Data(), as: UTF8.self)
  }

  // MARK: - Messages

  /// Sends a message and returns its answer; events that come before it are noted.
  private func send(_ method: String, _ parameters: [String: Any] = [:]) throws -> [String: Any] {
    number += 1
    var message: [String: Any] = ["id": number, "method": method, "params": parameters]
    message["sessionId"] = session
    var bytes = Array(try JSONSerialization.data(withJSONObject: message)) + [0]
    while !bytes.isEmpty {
      let count = write(input, bytes, bytes.count)
      guard count > 0 else { throw Failure(description: "\(method): the browser doesn't read") }
      bytes.removeFirst(count)
    }
    while true {
      let answer = try receive(method)
      if answer["id"] as? Int == number {
        if let error = answer["error"] { throw Failure(description: "\(method): \(error)") }
        return answer["result"] as? [String: Any] ?? [:]
      }
      note(answer)
    }
  }

  private func note(_ event: [String: Any]) {
    let parameters = event["params"] as? [String: Any] ?? [:]
    switch event["method"] as? String {
    case "Runtime.exceptionThrown": complaints.append("\(parameters)")
    case "Runtime.consoleAPICalled" where parameters["type"] as? String == "error": complaints.append("\(parameters)")
    case "Page.javascriptDialogOpening": complaints.append("dialog: \(parameters["message"] ?? "")")
    default: break
    }
  }

  private func receive(_ method: String) throws -> [String: Any] {
    while true {
      if let end = unread.firstIndex(of: 0) {
        let object = try JSONSerialization.jsonObject(with: Data(unread[..<end]))
        unread.removeSubrange(...end)
        return object as? [String: Any] ?? [:]
      }
      var ready = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
      guard poll(&ready, 1, Int32(Self.patience * 1000)) > 0 else {
        throw Failure(description: "\(method): no answer of \(Self.program ?? "chromium")")
      }
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      let count = read(output, &buffer, buffer.count)
      guard count > 0 else { throw Failure(description: "\(method): the browser is gone") }
      unread += buffer[..<count]
    }
  }
}
