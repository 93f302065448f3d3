/// Names of sheets by Excel's rules.
enum SheetName {
    /// A name for each table from its key: `movableMoney` becomes `Movable money`.
    ///
    /// At most 31 characters, none of `[]:*?/\`, no apostrophe at either end, never blank, not the reserved
    /// `History`, and each different from the others whatever the case.
    static func names(for keys: [String]) -> [String] {
        var taken: Set<String> = ["history"]
        return keys.map { key in
            let plain = legal(spaced(key))
            var name = plain
            var number = 2
            while !taken.insert(name.lowercased()).inserted {
                let tail = " (\(number))"
                name = cut(plain, to: 31 - tail.count) + tail
                number += 1
            }
            return name
        }
    }

    static func legal(_ text: String) -> String {
        let allowed = text.map { character in
            "[]:*?/\\".contains(character) || character.unicodeScalars.contains { $0.value < 32 } ? " " : character
        }
        let bare = String(allowed).drop { $0 == " " || $0 == "'" }
        let name = cut(String(bare), to: 31)
        let trimmed = name.reversed().drop { $0 == " " || $0 == "'" }.reversed()
        return trimmed.isEmpty ? "Sheet" : String(trimmed)
    }

    /// Excel counts in UTF-16 units; no character is cut in two.
    private static func cut(_ text: String, to length: Int) -> String {
        var kept = ""
        for character in text where kept.utf16.count + String(character).utf16.count <= length {
            kept.append(character)
        }
        return kept
    }

    private static func spaced(_ key: String) -> String {
        var words = ""
        for (place, character) in key.enumerated() {
            if place == 0 {
                words += character.uppercased()
            } else if character.isUppercase, words.last?.isLowercase == true {
                words += " \(character.lowercased())"
            } else {
                words.append(character)
            }
        }
        return words
    }
}
