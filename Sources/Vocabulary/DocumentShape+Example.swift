extension DocumentShape {
    /// A document of the shape, for showing what one looks like; what is optional is left out of objects that say more.
    package var example: JSONValue {
        switch self {
        case .pence: 125_050
        case .units: .decimal(12.5)
        case .count, .whole: 1
        case .number: .decimal(0.5)
        case .between(let least, _): .integer(least)
        case .text: "words"
        case .choice(let words): .text(words.first ?? "")
        case .financialYear: "2026/27"
        case .day: "2026-03-31"
        case .month: "2026-03"
        case .moment: "2026-03-31T09:30:00Z"
        case .flag: true
        case .name: "a-name"
        case .code: "QZW"
        case .digest: .text(String(repeating: "0", count: 64))
        case .personal: .object([.init(DocumentShape.personalKey, "a text about a person")])
        case .written, .wordOrWritten: .object([])
        case .list(let shape): .list([shape.example])
        case .map(let shape): .object([.init("a-name", shape.example)])
        case .object(let fields), .open(let fields, _):
            .object(fields.filter { !$0.isOptional }.map { .init($0.key, $0.shape.example) })
        case .nullable(let shape): shape.example
        }
    }

    /// The shape without what is at a path of keys, which somebody else fills in.
    package func leavingOut(_ path: [String]) -> DocumentShape {
        guard case .object(let fields) = self, let key = path.first else { return self }
        let rest = Array(path.dropFirst())
        return .object(
            fields.compactMap { field in
                guard field.key == key else { return field }
                guard !rest.isEmpty else { return nil }
                return Field(field.key, field.shape.leavingOut(rest), field.meaning, isOptional: field.isOptional)
            })
    }
}

extension JSONValue {
    /// The document with a value at a path of keys.
    package func setting(_ path: [String], to value: JSONValue) -> JSONValue {
        guard let key = path.first else { return value }
        var members: [Member] = if case .object(let members) = self { members } else { [] }
        let inner = (self[key] ?? .null).setting(Array(path.dropFirst()), to: value)
        members.removeAll { $0.key == key }
        return .object(members + [Member(key, inner)])
    }

    /// The value at a path of keys; nil where there is none.
    package func value(at path: [String]) -> JSONValue? {
        var value: JSONValue? = self
        for key in path { value = value?[key] }
        return value
    }
}
