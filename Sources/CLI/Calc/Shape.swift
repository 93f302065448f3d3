import Vocabulary

/// The shape of a JSON document: what `--schema` prints and what every document is held to.
indirect enum Shape: Sendable {
    /// A whole number of pence.
    case pence
    /// A number with at most two decimals: UDAs.
    case units
    /// A whole number, not negative.
    case count
    /// A whole number, negative too.
    case whole
    case number
    case text
    /// One of these words.
    case choice([String])
    /// `2024/25`.
    case financialYear
    /// `2024-12-31`.
    case day
    /// `2024-12`.
    case month
    case flag
    /// An object that the type which reads it holds to its own form; in words what it is, and where that is shown.
    case written(String)
    case list(Shape)
    case object([Field])

    struct Field: Sendable {
        let key: String
        let shape: Shape
        let meaning: String
        let isOptional: Bool

        init(_ key: String, _ shape: Shape, _ meaning: String, isOptional: Bool = false) {
            self.key = key
            self.shape = shape
            self.meaning = meaning
            self.isOptional = isOptional
        }
    }

    /// As JSON Schema (2020-12) has it.
    var schema: JSONValue {
        switch self {
        case .pence: ["type": "integer", "description": "pence"]
        case .units: ["type": "number", "multipleOf": .decimal(0.01)]
        case .count: ["type": "integer", "minimum": 0]
        case .whole: ["type": "integer"]
        case .number: ["type": "number"]
        case .text: ["type": "string"]
        case .choice(let words): ["type": "string", "enum": .list(words.map { .text($0) })]
        case .financialYear: ["type": "string", "pattern": "^[0-9]{4}[/-][0-9]{2}$"]
        case .day: ["type": "string", "format": "date"]
        case .month: ["type": "string", "pattern": "^[0-9]{4}-[0-9]{2}$"]
        case .flag: ["type": "boolean"]
        case .written(let words): ["type": "object", "description": .text(words)]
        case .list(let shape): ["type": "array", "items": shape.schema]
        case .object(let fields):
            [
                "type": "object",
                "properties": .object(
                    fields.map { field in
                        guard case .object(let members) = field.shape.schema else { return .init(field.key, .null) }
                        let type = field.isOptional ? Shape.orNull(members) : members
                        return .init(
                            field.key,
                            .object(
                                type.filter { $0.key != "description" } + [.init("description", .text(field.meaning))]))
                    }),
                "required": .list(fields.filter { !$0.isOptional }.map { .text($0.key) }),
                "additionalProperties": false,
            ]
        }
    }

    private static func orNull(_ members: [JSONValue.Member]) -> [JSONValue.Member] {
        members.map { member in
            switch (member.key, member.value) {
            case ("type", let type): .init("type", .list([type, "null"]))
            case ("enum", .list(let words)): .init("enum", .list(words + [.null]))
            default: member
            }
        }
    }

    /// In a sentence: what was expected.
    var words: String {
        switch self {
        case .pence: "a whole number of pence"
        case .units: "a number with at most two decimals"
        case .count: "a whole number, 0 or more"
        case .whole: "a whole number"
        case .number: "a number"
        case .text: "text"
        case .choice(let words): "one of \(words.joined(separator: ", "))"
        case .financialYear: "a financial year such as \"2024/25\""
        case .day: "a day such as \"2024-12-31\""
        case .month: "a month such as \"2024-12\""
        case .flag: "true or false"
        case .written(let words): "an object, \(words)"
        case .list: "a list"
        case .object: "an object"
        }
    }
}
