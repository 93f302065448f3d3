import Vocabulary

/// Names out of other people's files, made safe to print and to keep.
enum SafeName {
    /// The last part of a path, whichever slash it was written with; nil where nothing is left.
    static func base(of path: String) -> String? {
        let parts = path.split(whereSeparator: { $0 == "/" || $0 == "\\" })
        guard let last = parts.last, last != ".", last != ".." else { return nil }
        return shown(String(last))
    }

    /// The name made safe to print, at most 200 characters long.
    static func shown(_ name: String) -> String { name.printable }

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
