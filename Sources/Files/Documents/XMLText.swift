/// Text on its way into XML: escaped by its type, so that none goes in as markup.
struct XMLText: ExpressibleByStringInterpolation {
    private(set) var markup: String

    /// Markup that stands in the code.
    init(stringLiteral value: String) { markup = value }

    init(stringInterpolation: Interpolation) { markup = stringInterpolation.markup }

    static func + (left: XMLText, right: XMLText) -> XMLText {
        var sum = left
        sum.markup += right.markup
        return sum
    }

    var bytes: [UInt8] { Array(markup.utf8) }

    struct Interpolation: StringInterpolationProtocol {
        var markup: String

        init(literalCapacity: Int, interpolationCount: Int) {
            markup = ""
            markup.reserveCapacity(literalCapacity * 2)
        }

        mutating func appendLiteral(_ literal: String) { markup += literal }
        /// Text is escaped.
        mutating func appendInterpolation(_ text: String) { markup += XMLText.escaped(text) }
        mutating func appendInterpolation(_ number: Int) { markup += String(number) }
        /// What is markup already goes in as it is.
        mutating func appendInterpolation(_ part: XMLText) { markup += part.markup }
        mutating func appendInterpolation(_ parts: [XMLText]) { for part in parts { markup += part.markup } }
    }

    /// Without the characters that XML 1.0 does not allow.
    private static func escaped(_ text: String) -> String {
        var safe = ""
        safe.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": safe += "&amp;"
            case "<": safe += "&lt;"
            case ">": safe += "&gt;"
            case "\"": safe += "&quot;"
            case "\t", "\n": safe.unicodeScalars.append(scalar)
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}"..."\u{FFFF}": continue
            default: safe.unicodeScalars.append(scalar)
            }
        }
        return safe
    }
}
