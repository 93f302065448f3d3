/// Names out of other people's files, made safe to print and to keep.
enum SafeName {
    /// The last part of a path, whichever slash it was written with; nil where nothing is left.
    static func base(of path: String) -> String? {
        let parts = path.split(whereSeparator: { $0 == "/" || $0 == "\\" })
        guard let last = parts.last, last != ".", last != ".." else { return nil }
        return shown(String(last))
    }

    /// The name with control characters and marks that turn the direction of writing replaced, at most 200
    /// long.
    static func shown(_ name: String) -> String {
        var safe = String.UnicodeScalarView()
        for scalar in name.unicodeScalars.prefix(200) {
            switch scalar.value {
            case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB:
                safe.append("?")
            default: safe.append(scalar)
            }
        }
        return String(safe)
    }

    /// The ending after the last dot, in lower case: `csv`; empty where there is none.
    static func ending(of name: String) -> String {
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
        return name[name.index(after: dot)...].lowercased()
    }

    /// The name without the ending of its compression: `months.csv.gz` becomes `months.csv`.
    static func withoutCompression(_ name: String) -> String {
        let endings: Set<String> = ["gz", "xz", "bz2", "zst"]
        let last = ending(of: name)
        return endings.contains(last) ? String(name.dropLast(last.count + 1)) : name
    }
}
