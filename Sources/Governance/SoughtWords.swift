import Vocabulary

/// What somebody looks for in a few words: which of them a text has, and how well.
struct SoughtWords {
    /// Small letters, without the little words of a question.
    let words: [String]

    private static let little: Set = [
        "a", "about", "an", "and", "by", "can", "decide", "decides", "do", "does", "for", "i", "in", "is", "may", "of",
        "on", "or", "the", "to", "up", "we", "what", "which", "who", "whom", "with",
    ]

    init(_ text: String) {
        let all = Self.words(of: text)
        let telling = all.filter { !Self.little.contains($0) }
        words = telling.isEmpty ? all : telling
    }

    var isEmpty: Bool { words.isEmpty }

    /// For each of the words that the fields have: the best of how well it is met times the field's weight.
    ///
    /// - Parameter fields: texts with weights; a word met in full counts 4, but for a plural's “s” 3, and at its
    ///   beginning 2.
    func met(in fields: [(text: String, weight: Int)]) -> [String: Int] {
        let read = fields.map { (words: Self.words(of: $0.text), weight: $0.weight) }
        var met: [String: Int] = [:]
        for word in words {
            let best = read.map { field in
                (field.words.map { Self.likeness(word, $0) }.max() ?? 0) * field.weight
            }.max()
            if let best, best > 0 { met[word] = best }
        }
        return met
    }

    private static func words(of text: String) -> [String] { text.titleKey.split(separator: " ").map(String.init) }

    private static func likeness(_ sought: String, _ word: String) -> Int {
        if sought == word { return 4 }
        if singular(sought) == singular(word) { return 3 }
        return sought.count >= 4 && word.count >= 4 && (word.hasPrefix(sought) || sought.hasPrefix(word)) ? 2 : 0
    }

    private static func singular(_ word: String) -> Substring {
        word.count > 3 && word.hasSuffix("s") ? word.dropLast() : Substring(word)
    }
}
