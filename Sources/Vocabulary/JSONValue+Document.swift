extension JSONValue {
    /// A document that people write, read as its type says, with a remedy for whatever cannot be.
    ///
    /// - Parameters:
    ///   - name: of the file, for the sentence.
    ///   - manual: where the form of the document is shown: `docs/governance.md`.
    /// - Throws: a `Refusal` of kind `input` that names the file and the place in it, `members[3].from`; code
    ///   `document-not-keyed` where it is no object, `control-character` where a text holds an invisible command.
    package func writtenDocument<Document: Decodable>(
        as type: Document.Type = Document.self, named name: String, manual: String
    ) throws(Refusal) -> Document {
        guard case .object = self else {
            throw Refusal(
                .input, code: "document-not-keyed", "\(name) does not begin with a key and a colon.",
                remedy: "The manual’s page \(manual) shows its form.")
        }
        if let place = hiddenCommand(at: "") {
            throw Refusal(
                .input, code: "control-character", "\(name): \(place) holds an invisible character.",
                remedy: "Take it out; it often comes along when text is copied.")
        }
        do {
            return try decoded(as: type, named: name)
        } catch {
            guard error.remedy == nil else { throw error }
            let isCounted = error.sentence.contains("[")
            throw Refusal(
                error.kind, code: error.code, error.sentence,
                remedy: "Correct it there." + (isCounted ? " Entries of a list count from 0: [0] is the first." : "")
                    + " The manual’s page \(manual) shows its form.")
        }
    }

    /// The first place whose text could change what a screen shows besides itself: control characters other than tabs
    /// and ends of lines, and marks that turn the direction of writing round.
    private func hiddenCommand(at place: String) -> String? {
        switch self {
        case .text(let text):
            let isHidden = text.unicodeScalars.contains { scalar in
                switch scalar.value {
                case 0x09, 0x0A, 0x0D: false
                case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
                default: false
                }
            }
            return isHidden ? place : nil
        case .list(let items):
            return items.enumerated().lazy.compactMap { $1.hiddenCommand(at: "\(place)[\($0)]") }.first
        case .object(let members):
            return members.lazy.compactMap { member in
                member.value.hiddenCommand(at: place.isEmpty ? member.key : "\(place).\(member.key)")
            }.first
        case .null, .flag, .integer, .decimal: return nil
        }
    }
}
