public import Vocabulary

/// Short names made of what people write.
public enum ShortName {
    /// `primary-dental-services` of “Primary dental services”; nil where no letter and no digit is left.
    public static func made(of words: String) -> Slug? {
        let plain = words.lowercased().map { character -> Character in
            character.isASCII && (character.isLetter || character.isNumber) ? character : " "
        }
        var name = ""
        for word in String(plain).split(separator: " ") where name.utf8.count + word.utf8.count < 60 {
            name += (name.isEmpty ? "" : "-") + word
        }
        return Slug(name)
    }

    /// `question-3`: the first of its kind that is not taken.
    public static func free(_ stem: String, besides taken: some Collection<Slug>) -> Slug {
        var number = taken.count + 1
        while let name = Slug("\(stem)\(number)"), taken.contains(name) { number += 1 }
        guard let name = Slug("\(stem)\(number)") else { preconditionFailure("a word and a number make a name") }
        return name
    }

    /// As people read it: `primary dental services`.
    public static func words(of name: Slug) -> String { name.description.replacing("-", with: " ") }
}

extension FieldReader {
    /// A short name, typed as one or made of the words.
    mutating func nameOfWords(_ field: String, missing: String? = nil) -> Slug? {
        guard let text = line(field, missing: missing) else { return nil }
        if let name = Slug(text) ?? ShortName.made(of: text) { return name }
        refuse(field, "Use at least one letter or digit.")
        return nil
    }
}
