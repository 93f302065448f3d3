import Foundation
import Synchronization
import Testing

@testable import Web

/// What the operator reads.
struct ServingLogTests {
    @Test func `a line is one JSON object whatever stands in it`() throws {
        let lines = Lines()
        lines.log(.json).told(
            "request",
            [
                ("route", .text("/a \"b\"\n\u{1}\\")), ("status", .integer(200)), ("none", .none),
                ("milliseconds", .milliseconds(.microseconds(12_345))),
            ])
        #expect(lines.all.count == 1 && lines.all[0].hasSuffix("\n"))
        let read = try #require(try JSONSerialization.jsonObject(with: Data(lines.all[0].utf8)) as? [String: Any])
        #expect(read["event"] as? String == "request")
        #expect(read["route"] as? String == "/a \"b\"\n\u{1}\\")
        #expect(read["status"] as? Int == 200)
        #expect(read["milliseconds"] as? Double == 12.3)
        #expect(read["none"] is NSNull)
        let moment = try #require(read["at"] as? String)
        #expect(moment.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/) != nil, "\(moment)")
    }

    @Test func `text cannot begin a line of its own`() {
        let lines = Lines()
        lines.log(.text).tell("fault", [("error", .text("one\n2026 remit: request two"))])
        #expect(lines.all.count == 1)
        #expect(lines.all[0].filter(\.isNewline).count == 1)
    }

    @Test func `where requests are not told of, faults are`() {
        let lines = Lines()
        lines.log(.none).told("request", [("status", .integer(200))])
        #expect(lines.all.isEmpty)
        lines.log(.none).tell("fault", [("reference", .text("AB12"))])
        #expect(lines.all.count == 1 && lines.all[0].contains("reference AB12"))
    }
}

/// Takes what a log writes.
final class Lines: Sendable {
    private let taken = Mutex<[String]>([])

    var all: [String] { taken.withLock { $0 } }

    func log(_ format: LogFormat) -> ServingLog {
        ServingLog(format) { line in self.taken.withLock { $0.append(String(decoding: line, as: UTF8.self)) } }
    }
}
