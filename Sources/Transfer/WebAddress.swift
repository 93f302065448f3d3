/// An address that may be called: `https`, or `http` on this very machine.
///
/// Without a name and password, without a fragment, in plain ASCII, and as short as addresses are.
package struct WebAddress: Hashable, Sendable, CustomStringConvertible {
    package let description: String
    /// In lower case, without the port; IPv6 within brackets.
    package let host: String
    package let isSecure: Bool

    /// - Returns: nil where the text is no such address; nothing is corrected.
    package init?(_ text: some StringProtocol) {
        let text = String(text)
        guard text.utf8.count <= WebAddress.longest, text.utf8.allSatisfy({ WebAddress.isAllowed($0) }) else {
            return nil
        }
        let rest: Substring
        if text.hasPrefix("https://") {
            (rest, isSecure) = (text.dropFirst("https://".count), true)
        } else if text.hasPrefix("http://") {
            (rest, isSecure) = (text.dropFirst("http://".count), false)
        } else {
            return nil
        }
        let authority = rest.prefix { $0 != "/" && $0 != "?" }
        guard let host = WebAddress.host(of: authority) else { return nil }
        guard isSecure || WebAddress.ofThisMachine.contains(host) else { return nil }
        self.host = host
        description = text
    }

    /// The address with fields of a query after those that it has, each percent-encoded.
    package func adding(query: [(name: String, value: String)]) -> String {
        let form = FormText.text(query)
        if form.isEmpty { return description }
        guard let mark = description.firstIndex(of: "?") else { return "\(description)?\(form)" }
        let hasQuery = description.index(after: mark) < description.endIndex && description.last != "&"
        return description + (hasQuery ? "&" : "") + form
    }

    private static let longest = 2_000
    private static let ofThisMachine: Set = ["127.0.0.1", "localhost", "[::1]"]

    /// Printable ASCII without what would end an address or start a fragment.
    private static func isAllowed(_ byte: UInt8) -> Bool {
        (0x21...0x7E).contains(byte) && !"\"#<>\\^`{|}".utf8.contains(byte)
    }

    /// The host of `host`, `host:443` or `[::1]:8080`; nil where there is anything else.
    private static func host(of authority: Substring) -> String? {
        let host: Substring
        let rest: Substring
        if authority.hasPrefix("[") {
            guard let end = authority.firstIndex(of: "]") else { return nil }
            host = authority[...end]
            rest = authority[authority.index(after: end)...]
            guard host.dropFirst().dropLast().utf8.allSatisfy({ isHex($0) || $0 == UInt8(ascii: ":") }) else {
                return nil
            }
        } else {
            host = authority.prefix { $0 != ":" }
            rest = authority[host.endIndex...]
            guard host.utf8.allSatisfy({ isOfName($0) }), host.first != ".", host.first != "-" else { return nil }
        }
        guard !host.isEmpty else { return nil }
        guard rest.isEmpty || (rest.hasPrefix(":") && UInt16(rest.dropFirst()).map { $0 > 0 } ?? false) else {
            return nil
        }
        return host.lowercased()
    }

    private static func isHex(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...70).contains(byte) || (97...102).contains(byte)
    }

    private static func isOfName(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 45 || byte == 46
    }
}
