import Foundation
import Vocabulary

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// How requests are told of on standard error.
package enum LogFormat: String, CaseIterable, Sendable {
    /// One JSON object a line.
    case json
    /// One line for people.
    case text
    /// Requests are not told of; faults are all the same, as text.
    case none
}

/// What the server tells its operator: that it began and ends, each request, each fault of ours.
///
/// No line says who asked, from where, for which record, or what was sent: a request is told by its route's pattern.
struct ServingLog: Sendable {
    /// A value of a line, under its key.
    enum Value: Sendable {
        case text(String)
        case integer(Int)
        /// Of milliseconds, with one decimal place.
        case milliseconds(Duration)
        case none
    }

    let format: LogFormat
    /// Takes a whole line, with its end.
    private let sink: @Sendable ([UInt8]) -> Void

    init(_ format: LogFormat, sink: @escaping @Sendable ([UInt8]) -> Void = ServingLog.toStandardError) {
        self.format = format
        self.sink = sink
    }

    /// In one call, so that lines of several threads are never mixed.
    static let toStandardError: @Sendable ([UInt8]) -> Void = { line in
        _ = line.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
    }

    /// What went as it should, such as a request; nothing where requests are not told of.
    func told(_ event: String, _ fields: @autoclosure () -> [(key: String, value: Value)]) {
        if format != .none { tell(event, fields()) }
    }

    /// What is told in any format.
    func tell(_ event: String, _ fields: [(key: String, value: Value)]) {
        let line =
            format == .json
            ? ServingLog.json([("at", .text(ServingLog.now())), ("event", .text(event))] + fields)
            : ServingLog.text(event, fields)
        sink(Array((line + "\n").utf8))
    }

    private static func text(_ event: String, _ fields: [(key: String, value: Value)]) -> String {
        let words = fields.compactMap { key, value -> String? in
            switch value {
            case .text(let text): key == "method" || key == "route" ? text : "\(key) \(text)"
            case .integer(let number): "\(key) \(number)"
            case .milliseconds(let duration): "\(tenths(duration)) ms"
            case .none: nil
            }
        }
        return "\(now()) remit: \(event) " + oneLine(words.joined(separator: " "))
    }

    private static func json(_ fields: [(key: String, value: Value)]) -> String {
        let members = fields.map { key, value in
            let written =
                switch value {
                case .text(let text): quoted(text)
                case .integer(let number): String(number)
                case .milliseconds(let duration): tenths(duration)
                case .none: "null"
                }
            return "\"\(key)\":\(written)"
        }
        return "{" + members.joined(separator: ",") + "}"
    }

    private static func quoted(_ text: String) -> String {
        var written = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": written += "\\\""
            case "\\": written += "\\\\"
            case "\n": written += "\\n"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                let digits = String(scalar.value, radix: 16)
                written += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: written.unicodeScalars.append(scalar)
            }
        }
        return written + "\""
    }

    /// Nobody can begin a line of their own.
    private static func oneLine(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
    }

    private static func tenths(_ duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        let tenths = seconds * 10_000 + attoseconds / 100_000_000_000_000
        return "\(tenths / 10).\(tenths % 10)"
    }

    /// `2026-11-22T12:15:00.123Z`
    private static func now() -> String {
        let milliseconds = Int(Date().timeIntervalSince1970 * 1_000)
        let second = "\(Moment(secondsSince1970: milliseconds / 1_000))"
        let thousandths = String(1_000 + milliseconds % 1_000).dropFirst()
        return "\(second.dropLast()).\(thousandths)Z"
    }
}
