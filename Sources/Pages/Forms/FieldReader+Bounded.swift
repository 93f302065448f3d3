import Vocabulary

/// Texts of a bounded length, names that were chosen, codes.
extension FieldReader {
    /// The longest text of several lines, and of one.
    static let longest = 4_000
    static let longestLine = 300

    /// - Parameter missing: what to do where it is empty; nil where it may be.
    /// - Returns: nil where it is empty or too long.
    mutating func words(_ field: String, missing: String? = nil, atMost most: Int = longest) -> String? {
        let text = text(field, missing: missing)
        guard text.count <= most else {
            refuse(field, "Use at most \(most) letters; there are \(text.count).")
            return nil
        }
        return text.isEmpty ? nil : text
    }

    mutating func line(_ field: String, missing: String? = nil) -> String? {
        words(field, missing: missing, atMost: FieldReader.longestLine)
    }

    /// A short name that was chosen from a list.
    mutating func name(_ field: String, missing: String? = nil) -> Slug? {
        if sent.text(field).isEmpty, missing == nil { return nil }
        guard let name = Slug(sent.text(field)) else {
            refuse(field, missing ?? "Choose one of the list.")
            return nil
        }
        return name
    }

    /// Short names of which any may be chosen.
    mutating func names(_ field: String, missing: String? = nil) -> [Slug] {
        let names = sent.all(field).compactMap { Slug($0) }
        if names.isEmpty, let missing { refuse(field, missing) }
        return names
    }

    /// Pounds, none below nothing.
    mutating func amount(_ field: String, missing: String? = nil) -> Money? {
        guard let amount = money(field, missing: missing) else { return nil }
        guard amount >= .zero else {
            refuse(field, "Enter £0 or more.")
            return nil
        }
        return amount
    }

    /// True where its one box was ticked.
    func isTicked(_ field: String) -> Bool { sent.text(field) == "yes" }

    mutating func yesOrNo(_ field: String, missing: String) -> Bool? {
        switch sent.text(field) {
        case "yes": return true
        case "no": return false
        default:
            refuse(field, missing)
            return nil
        }
    }

    mutating func organisation(_ field: String) -> OrganisationCode? {
        let text = sent.text(field)
        guard !text.isEmpty else { return nil }
        guard let code = OrganisationCode(text) else {
            refuse(field, "Enter a code as it is published, such as Y02494, or leave it empty.")
            return nil
        }
        return code
    }
}
