/// A file of the checkout, by its path from the root.
struct SourceFile: Sendable {
    let path: String
    let text: String
    /// The text with comments and the insides of strings blanked, line for line: what the compiler acts on.
    let code: [Substring]

    init(path: String, text: String) {
        self.path = path
        self.text = text
        self.code = blankingWords(in: text).split(separator: "\n", omittingEmptySubsequences: false)
    }

    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
    var folders: [Substring] { path.split(separator: "/").dropLast() }
    /// Without its folders and its ending.
    var stem: String { String(path.split(separator: "/").last!.split(separator: ".").first ?? "") }
    /// `Contracts` for `Sources/Contracts/…`, `ContractsTests` for `Tests/ContractsTests/…`.
    var module: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }

    /// The modules that the file imports, in any form of the declaration.
    var imports: [String] {
        code.compactMap { line in
            let words = line.split(separator: " ")
            guard let place = words.firstIndex(of: "import"), place + 1 < words.count,
                words[..<place].allSatisfy({ $0.hasPrefix("@") || SourceFile.levels.contains(String($0)) })
            else { return nil }
            let kinds: Set = ["struct", "enum", "class", "protocol", "func", "typealias", "let", "var"]
            let name = words[(place + 1)...].first { !kinds.contains(String($0)) } ?? ""
            return String(name.prefix { $0 != "." })
        }
    }

    /// Each type, at any depth: its name, its line (0 is the first) and whether it is public.
    var types: [(name: String, line: Int, isPublic: Bool, isOutermost: Bool)] {
        code.enumerated().compactMap { place, line in
            let words = line.split(whereSeparator: { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "@") }
            )
            let kinds: Set = ["struct", "enum", "class", "protocol", "actor", "typealias"]
            let modifiers = SourceFile.levels.union(["final", "indirect", "nonisolated", "case"])
            guard let kind = words.firstIndex(where: { kinds.contains(String($0)) }), kind + 1 < words.count,
                words[..<kind].allSatisfy({ modifiers.contains(String($0)) || $0.hasPrefix("@") }),
                words[kind + 1].first?.isUppercase == true
            else { return nil }
            let isPublic = words[..<kind].contains("public")
            return (String(words[kind + 1]), place, isPublic, line.first != " ")
        }
    }

    private static let levels: Set = ["public", "package", "internal", "fileprivate", "private", "open"]
}

/// The text with every comment and the inside of every string written as blanks; line breaks stay.
func blankingWords(in text: String) -> String {
    var blanking = Blanking(bytes: Array(text.utf8))
    blanking.run()
    return String(decoding: blanking.blanked, as: UTF8.self)
}

private struct Blanking {
    let bytes: [UInt8]
    var blanked: [UInt8]
    var place = 0

    init(bytes: [UInt8]) {
        self.bytes = bytes
        self.blanked = bytes
    }

    mutating func run() {
        while place < bytes.count { step() }
    }

    /// One mark of code, or the whole of a comment or string.
    private mutating func step() {
        if at("//") {
            while place < bytes.count, bytes[place] != UInt8(ascii: "\n") { blank() }
        } else if at("/*") {
            blockComment()
        } else if bytes[place] == UInt8(ascii: "#") || bytes[place] == UInt8(ascii: "\"") {
            string()
        } else {
            place += 1
        }
    }

    private mutating func blockComment() {
        var depth = 0
        repeat {
            if at("/*") {
                depth += 1
                blank(2)
            } else if at("*/") {
                depth -= 1
                blank(2)
            } else {
                blank()
            }
        } while depth > 0 && place < bytes.count
    }

    private mutating func string() {
        var hashes = 0
        while place + hashes < bytes.count, bytes[place + hashes] == UInt8(ascii: "#") { hashes += 1 }
        place += hashes
        guard at("\"") else { return }
        let quote = at("\"\"\"") ? "\"\"\"" : "\""
        let closing = quote + String(repeating: "#", count: hashes)
        let escape = "\\" + String(repeating: "#", count: hashes)
        place += quote.utf8.count
        while place < bytes.count, !at(closing) {
            if at(escape + "(") {
                blank(escape.utf8.count)
                interpolation()
            } else if at(escape) {
                blank(escape.utf8.count + 1)
            } else if quote.utf8.count == 1, bytes[place] == UInt8(ascii: "\n") {
                return
            } else {
                blank()
            }
        }
        place = min(place + closing.utf8.count, bytes.count)
    }

    private mutating func interpolation() {
        var depth = 0
        repeat {
            if at("(") { depth += 1 }
            if at(")") { depth -= 1 }
            step()
        } while depth > 0 && place < bytes.count
    }

    private func at(_ mark: String) -> Bool { bytes[place...].starts(with: mark.utf8) }

    private mutating func blank(_ count: Int = 1) {
        for _ in 0..<count where place < bytes.count {
            if bytes[place] != UInt8(ascii: "\n") { blanked[place] = UInt8(ascii: " ") }
            place += 1
        }
    }
}
