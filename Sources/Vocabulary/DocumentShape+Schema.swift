extension DocumentShape {
    /// As JSON Schema (2020-12) has it.
    package var schema: JSONValue {
        switch self {
        case .pence:
            [
                "type": "integer", "description": "pence", "minimum": .integer(-DocumentShape.largestWhole),
                "maximum": .integer(DocumentShape.largestWhole),
            ]
        case .units: ["type": "number", "multipleOf": .decimal(0.01)]
        case .count: ["type": "integer", "minimum": 0, "maximum": .integer(DocumentShape.largestWhole)]
        case .whole:
            [
                "type": "integer", "minimum": .integer(-DocumentShape.largestWhole),
                "maximum": .integer(DocumentShape.largestWhole),
            ]
        case .number: ["type": "number"]
        case .between(let least, let most):
            ["type": "integer", "minimum": .integer(least), "maximum": .integer(most)]
        case .text: ["type": "string"]
        case .choice(let words): ["type": "string", "enum": .list(words.map { .text($0) })]
        case .financialYear: ["type": "string", "pattern": "^[0-9]{4}[/-][0-9]{2}$"]
        case .day: ["type": "string", "format": "date"]
        case .month: ["type": "string", "pattern": "^[0-9]{4}-[0-9]{2}$"]
        case .moment: ["type": "string", "format": "date-time"]
        case .flag: ["type": "boolean"]
        case .name:
            ["type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "minLength": 1, "maxLength": 60]
        case .code: ["type": "string", "pattern": "^[A-Za-z0-9]{1,12}$"]
        case .digest: ["type": "string", "pattern": "^[0-9a-f]{64}$"]
        case .personal:
            [
                "type": "object",
                "properties": [
                    DocumentShape.personalKey: [
                        "type": "string", "minLength": 1, "maxLength": .integer(DocumentShape.longestPersonalText),
                    ]
                ],
                "required": [.text(DocumentShape.personalKey)], "additionalProperties": false,
                "description": "a text about a person, which is kept apart from the record",
            ]
        case .written(let words): ["type": "object", "description": .text(words)]
        case .wordOrWritten(let words): ["type": ["object", "string"], "description": .text(words)]
        case .list(let shape): ["type": "array", "items": shape.schema]
        case .map(let shape): ["type": "object", "additionalProperties": shape.schema]
        case .object(let fields): DocumentShape.schema(of: fields, others: false)
        case .open(let fields, let others): DocumentShape.schema(of: fields, others: others.schema)
        case .nullable(let shape):
            if case .object(let members) = shape.schema { .object(DocumentShape.orNull(members)) } else { shape.schema }
        }
    }

    private static func schema(of fields: [Field], others: JSONValue) -> JSONValue {
        [
            "type": "object",
            "properties": .object(
                fields.map { field in
                    guard case .object(let members) = field.shape.schema else { return .init(field.key, .null) }
                    let type = field.isOptional ? orNull(members) : members
                    guard !field.meaning.isEmpty else { return .init(field.key, .object(type)) }
                    return .init(
                        field.key,
                        .object(type.filter { $0.key != "description" } + [.init("description", .text(field.meaning))]))
                }),
            "required": .list(fields.filter { !$0.isOptional }.map { .text($0.key) }),
            "additionalProperties": others,
        ]
    }

    private static func orNull(_ members: [JSONValue.Member]) -> [JSONValue.Member] {
        members.map { member in
            switch (member.key, member.value) {
            case ("type", .list(let types)):
                .init("type", .list(types.contains("null") ? types : types + ["null"]))
            case ("type", let type): .init("type", .list([type, "null"]))
            case ("enum", .list(let words)): .init("enum", .list(words + [.null]))
            default: member
            }
        }
    }
}
