import Vocabulary

extension JSONValue {
    /// Refuses text that could change what a screen shows besides itself: control characters other than tabs and
    /// ends of lines, and marks that turn the direction of writing round.
    ///
    /// - Throws: a `Refusal` of kind `input`, code `control-character`, that names the place.
    func refuseControlCharacters(at place: String) throws(Refusal) {
        switch self {
        case .text(let text):
            guard let scalar = text.unicodeScalars.first(where: \.isHiddenCommand) else { return }
            let number = String(scalar.value, radix: 16, uppercase: true)
            let code = String(repeating: "0", count: max(0, 4 - number.count)) + number
            throw Refusal(
                .input, code: "control-character", "\(place) holds the invisible character U+\(code).",
                remedy: "Take it out; it often comes along when text is copied.")
        case .list(let items):
            for (number, item) in items.enumerated() {
                try item.refuseControlCharacters(at: "\(place)[\(number)]")
            }
        case .object(let members):
            for member in members {
                let inside = place.hasSuffix(": ") ? "\(place)\(member.key)" : "\(place).\(member.key)"
                try member.value.refuseControlCharacters(at: inside)
            }
        default: return
        }
    }
}

extension Unicode.Scalar {
    fileprivate var isHiddenCommand: Bool {
        switch value {
        case 0x09, 0x0A, 0x0D: false
        case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
