/// Text as it is compared and shown: without the blanks that files carry around it.
public enum TrimmedText {
    /// Without ASCII blanks, line breaks, no-break spaces and byte order marks at either end.
    public static func trim(_ text: some StringProtocol) -> String {
        func isBlank(_ scalar: Unicode.Scalar) -> Bool {
            scalar.value <= 32 || scalar.value == 0xA0 || scalar.value == 0xFEFF
        }
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !isBlank($0) }),
            let last = scalars.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(text[first...last])
    }

    /// A header for comparing: trimmed, without quotation marks around it, blanks inside as one space, upper case.
    public static func headerKey(_ title: some StringProtocol) -> String {
        var trimmed = trim(title)
        while trimmed.count >= 2, trimmed.hasPrefix("\""), trimmed.hasSuffix("\"") {
            trimmed = trim(trimmed.dropFirst().dropLast())
        }
        return trimmed.split(whereSeparator: { $0 == " " || $0 == "\u{A0}" || $0 == "\t" || $0.isNewline })
            .joined(separator: " ").uppercased()
    }

    /// A value for a sentence: in quotation marks, line breaks as spaces, cut at 40 characters.
    public static func quoted(_ text: some StringProtocol) -> String {
        let line = String(text.map { $0.isNewline ? " " : $0 })
        return "“\(line.count > 40 ? String(line.prefix(39)) + "…" : line)”"
    }
}
