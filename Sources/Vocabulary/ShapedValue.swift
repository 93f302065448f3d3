/// A document that has been held to its shape, and so can be read without asking again.
package struct ShapedValue: Sendable {
    private let value: JSONValue

    /// - Parameter path: where in the document this is, for sentences.
    /// - Throws: `Refusal` of kind `input` that names the place, what is there and what was expected.
    package init(_ value: JSONValue, as shape: DocumentShape, at path: String) throws(Refusal) {
        try ShapedValue.check(value, as: shape, at: path)
        self.value = value
    }

    private init(checked value: JSONValue) {
        self.value = value
    }

    package subscript(key: String) -> ShapedValue { ShapedValue(checked: value[key] ?? .null) }

    /// The document itself, for a type that reads it whole.
    package var json: JSONValue { value }

    package var isAbsent: Bool { value == .null }
    /// Nil where it is absent.
    package var present: ShapedValue? { isAbsent ? nil : self }

    /// - Precondition: the shape said so, here and in all that follow.
    package var money: Money { Money(pence: integer) }
    package var count: Int { integer }
    package var whole: Int { integer }
    package var units: Units { Units(approximating: number) }
    package var text: String {
        guard case .text(let text) = value else { preconditionFailure("the shape says text") }
        return text
    }
    package var financialYear: FinancialYear { FinancialYear(text)! }
    package var day: Day { Day(text)! }
    package var month: Month { Month(text)! }
    package var number: Double {
        switch value {
        case .integer(let value): return Double(value)
        case .decimal(let value): return value
        default: preconditionFailure("the shape says a number")
        }
    }
    package var list: [ShapedValue] {
        guard case .list(let values) = value else { preconditionFailure("the shape says a list") }
        return values.map { ShapedValue(checked: $0) }
    }

    private var integer: Int {
        guard case .integer(let integer) = value else { preconditionFailure("the shape says a whole number") }
        return integer
    }

    private static func check(_ value: JSONValue, as shape: DocumentShape, at path: String) throws(Refusal) {
        switch (shape, value) {
        case (.text, .text), (.flag, .flag), (.written, .object), (.wordOrWritten, .object), (.wordOrWritten, .text):
            return
        case (.pence, .integer(let number)) where number.magnitude <= DocumentShape.largestWhole: return
        case (.whole, .integer(let number)) where number.magnitude <= DocumentShape.largestWhole: return
        case (.choice(let words), .text(let text)) where words.contains(text): return
        case (.between(let least, let most), .integer(let count)) where least <= count && count <= most: return
        case (.name, .text(let text)) where Slug(text) != nil: return
        case (.code, .text(let text)) where OrganisationCode(text) != nil: return
        case (.digest, .text(let text)) where EvidenceID(text: text) != nil: return
        case (.moment, .text(let text)) where Moment(text: text) != nil: return
        case (.personal, .object(let members)) where isPersonal(members): return
        case (.nullable, .null): return
        case (.nullable(let shape), _): try check(value, as: shape, at: path)
        case (.count, .integer(let count)) where (0...DocumentShape.largestWhole).contains(count): return
        case (.units, .integer(let count)) where count.magnitude < 1_000_000_000_000: return
        case (.units, .decimal(let number)) where hasTwoDecimals(number): return
        case (.number, .integer): return
        case (.number, .decimal(let number)) where number.isFinite: return
        case (.financialYear, .text(let text)) where FinancialYear(text) != nil: return
        case (.day, .text(let text)) where Day(text) != nil: return
        case (.month, .text(let text)) where Month(text) != nil: return
        case (.list(let shape), .list(let values)):
            for (place, value) in values.enumerated() { try check(value, as: shape, at: "\(path)[\(place)]") }
        case (.map(let shape), .object(let members)):
            for member in members { try check(member.value, as: shape, at: "\(path).\(member.key.printable)") }
        case (.object(let fields), .object(let members)): try check(members, fields, others: nil, at: path)
        case (.open(let fields, let others), .object(let members)):
            try check(members, fields, others: others, at: path)
        default:
            throw Refusal(
                .input, code: "wrong-shape", "\(path) is \(short(value)), and \(shape.words) is expected.")
        }
    }

    private static func check(
        _ members: [JSONValue.Member], _ fields: [DocumentShape.Field], others: DocumentShape?, at path: String
    ) throws(Refusal) {
        for member in members where !fields.contains(where: { $0.key == member.key }) {
            guard let others else {
                throw Refusal(
                    .input, code: "unknown-key", "\(path) has no place for “\(member.key.printable)”.",
                    remedy: "It takes: \(fields.map(\.key).joined(separator: ", ")).")
            }
            try check(member.value, as: others, at: "\(path).\(member.key.printable)")
        }
        for field in fields {
            let value = members.last { $0.key == field.key }?.value ?? .null
            if value == .null {
                guard field.isOptional else {
                    throw Refusal(
                        .input, code: "missing-key",
                        "\(path) lacks “\(field.key)”\(field.meaning.isEmpty ? "" : ": \(field.meaning)").",
                        remedy: "It is \(field.shape.words).")
                }
                continue
            }
            try check(value, as: field.shape, at: "\(path).\(field.key)")
        }
    }

    private static func isPersonal(_ members: [JSONValue.Member]) -> Bool {
        guard members.count == 1, members[0].key == DocumentShape.personalKey, case .text(let text) = members[0].value
        else { return false }
        return !text.isEmpty && text.count <= DocumentShape.longestPersonalText
    }

    private static func hasTwoDecimals(_ number: Double) -> Bool {
        guard number.magnitude < 1e12 else { return false }
        let hundredths = number * 100
        return (hundredths - hundredths.rounded()).magnitude < 1e-6 * max(1, number.magnitude)
    }

    private static func short(_ value: JSONValue) -> String {
        let text = value.canonical
        return text.count > 40 ? "\(text.prefix(39))…" : text
    }
}
