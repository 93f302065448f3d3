/// Fields as a form or a query carries them: `application/x-www-form-urlencoded`.
package enum FormText {
    /// Each name and value percent-encoded but for letters, digits and `-._~`; a blank is `%20`, which both a form and
    /// a query read as a blank.
    package static func text(_ fields: [(name: String, value: String)]) -> String {
        fields.map { "\(encoded($0.name))=\(encoded($0.value))" }.joined(separator: "&")
    }

    package static func encoded(_ text: String) -> String {
        var encoded = ""
        for byte in text.utf8 {
            if isPlain(byte) {
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                encoded += "%" + digit(byte >> 4) + digit(byte & 15)
            }
        }
        return encoded
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || "-._~".utf8.contains(byte)
    }

    private static func digit(_ value: UInt8) -> String { String(value, radix: 16, uppercase: true) }
}
