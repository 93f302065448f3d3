extension String {
    /// The text with control characters and marks that turn the direction of writing replaced, at most 200 long: for
    /// names and keys out of other people's files.
    public var printable: String {
        var safe = String.UnicodeScalarView()
        for scalar in unicodeScalars.prefix(200) {
            switch scalar.value {
            case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB:
                safe.append("?")
            default: safe.append(scalar)
            }
        }
        return String(safe)
    }
}
