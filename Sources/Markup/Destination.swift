/// Where a link leads: a path of ours, which begins with one `/`, or an `https` address.
///
/// There is no other kind: `javascript:`, `data:`, `http:` and addresses that borrow the page's scheme (`//host`)
/// cannot be written.
public struct Destination: Hashable, Sendable, CustomStringConvertible {
    public let description: String

    /// - Returns: nil unless the text is of one of the two kinds, without white space, quotation marks, angle
    ///   brackets, back-slashes or control characters, and in ASCII: percent-encode the rest.
    public init?(_ text: some StringProtocol) {
        let isOurs = text.hasPrefix("/") && !text.hasPrefix("//")
        guard isOurs || text.hasPrefix("https://"), text.utf8.allSatisfy(Destination.mayHold) else { return nil }
        self.description = String(text)
    }

    /// Without making a destination: for tables of many links.
    static func isPathOfOurs(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            guard bytes.first == 0x2F, bytes.count == 1 || bytes[1] != 0x2F else { return false }
            return bytes.allSatisfy(mayHold)
        }
    }

    private static func mayHold(_ byte: UInt8) -> Bool {
        guard byte > 0x20, byte < 0x7F else { return false }
        return byte != 0x22 && byte != 0x27 && byte != 0x3C && byte != 0x3E && byte != 0x5C && byte != 0x60
    }

    /// True for a page of ours.
    public var isOurs: Bool { description.hasPrefix("/") }

    /// Adds `name=value` pairs after `?` (or `&`, where a query is there), percent-encoded.
    public func adding(query pairs: [(name: String, value: String)]) -> Destination {
        var text = description
        for pair in pairs {
            text += text.contains("?") ? "&" : "?"
            text += Destination.encoded(pair.name) + "=" + Destination.encoded(pair.value)
        }
        return Destination(unchecked: text)
    }

    /// Percent-encodes everything but the unreserved characters of RFC 3986, section 2.3.
    public static func encoded(_ text: some StringProtocol) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 48...57, 65...90, 97...122, 45, 46, 95, 126: bytes.append(byte)
            default: bytes += [37, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private init(unchecked text: String) {
        self.description = text
    }
}

extension Destination: ExpressibleByStringLiteral {
    /// - Precondition: the literal is of one of the two kinds.
    public init(stringLiteral value: StaticString) {
        guard let destination = Destination(value.description) else {
            preconditionFailure("a link leads to a path that begins with / or to https: \(value)")
        }
        self = destination
    }
}
