/// An e-mail address in the plain form that all servers take: RFC 5322's dot-atom at a host's name, in ASCII.
///
/// Addresses within quotation marks, at numbers or with letters beyond ASCII are refused: few have one, and each is a
/// way to hide a second address.
package struct MailAddress: Hashable, Sendable, CustomStringConvertible {
    package let description: String

    /// - Returns: nil where the text is of another form; nothing is corrected.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...64).contains(parts[0].utf8.count), text.utf8.count <= 254,
            parts[0].split(separator: ".", omittingEmptySubsequences: false).allSatisfy({ MailAddress.isAtom($0) }),
            parts[1].split(separator: ".", omittingEmptySubsequences: false).allSatisfy({ MailAddress.isLabel($0) })
        else { return nil }
        description = String(text)
    }

    /// What stands after the @.
    package var host: String { String(description.drop { $0 != "@" }.dropFirst()) }

    private static func isAtom(_ text: some StringProtocol) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { isLetterOrDigit($0) || "!#$%&'*+-/=?^_`{|}~".utf8.contains($0) }
    }

    private static func isLabel(_ text: some StringProtocol) -> Bool {
        (1...63).contains(text.utf8.count) && text.first != "-" && text.last != "-"
            && text.utf8.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    }
}

/// An address with the name of whose it is.
package struct Mailbox: Hashable, Sendable {
    package var name: String?
    package var address: MailAddress

    package init(_ address: MailAddress, name: String? = nil) {
        self.address = address
        self.name = name
    }
}
