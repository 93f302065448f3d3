/// Text in a form that every server hands on unchanged, and that a person can still read.
///
/// Reference: RFC 2045, section 6.7.
enum QuotedPrintable {
    private static let longestLine = 76

    /// Lines end with CRLF, whatever ended them in `text`; other control characters but tabs are left out.
    static func text(_ text: String) -> String {
        let lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
            .split(separator: "\n", omittingEmptySubsequences: false)
        return lines.map { line($0) }.joined(separator: "\r\n")
    }

    private static func line(_ line: Substring) -> String {
        let bytes = String(String.UnicodeScalarView(line.unicodeScalars.filter { !isControl($0) })).utf8
        var (written, column) = ("", 0)
        for (place, byte) in bytes.enumerated() {
            let isLast = place == bytes.count - 1
            let isBlank = byte == 0x20 || byte == 0x09
            let isPlain = ((0x21...0x7E).contains(byte) && byte != UInt8(ascii: "=")) || (isBlank && !isLast)
            let piece = isPlain ? String(UnicodeScalar(byte)) : "=" + hex(byte)
            // A soft break costs one character, so a line is left before its last.
            if column + piece.utf8.count > longestLine - 1 {
                written += "=\r\n"
                column = 0
            }
            written += piece
            column += piece.utf8.count
        }
        return written
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        (scalar.value < 0x20 && scalar.value != 0x09) || (0x7F..<0xA0).contains(scalar.value)
    }

    private static func hex(_ byte: UInt8) -> String {
        let text = String(byte, radix: 16, uppercase: true)
        return text.utf8.count == 1 ? "0" + text : text
    }
}
