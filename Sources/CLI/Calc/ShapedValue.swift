import Vocabulary

/// A document that has been held to its shape, and so can be read without asking again.
struct ShapedValue: Sendable {
    private let value: JSONValue

    /// - Parameter path: where in the document this is, for sentences.
    /// - Throws: `Refusal` of kind `input` that names the place, what is there and what was expected.
    init(_ value: JSONValue, as shape: Shape, at path: String) throws(Refusal) {
        try ShapedValue.check(value, as: shape, at: path)
        self.value = value
    }

    private init(checked value: JSONValue) {
        self.value = value
    }

    subscript(key: String) -> ShapedValue { ShapedValue(checked: value[key] ?? .null) }

    /// The document itself, for a type that reads it whole.
    var json: JSONValue { value }

    var isAbsent: Bool { value == .null }
    /// Nil where it is absent.
    var present: ShapedValue? { isAbsent ? nil : self }

    /// - Precondition: the shape said so, here and in all that follow.
    var money: Money { Money(pence: integer) }
    var count: Int { integer }
    var whole: Int { integer }
    var units: Units { Units(approximating: number) }
    var text: String {
        guard case .text(let text) = value else { preconditionFailure("the shape says text") }
        return text
    }
    var financialYear: FinancialYear { FinancialYear(text)! }
    var day: Day { Day(text)! }
    var month: Month { Month(text)! }
    var number: Double {
        switch value {
        case .integer(let value): return Double(value)
        case .decimal(let value): return value
        default: preconditionFailure("the shape says a number")
        }
    }
    var list: [ShapedValue] {
        guard case .list(let values) = value else { preconditionFailure("the shape says a list") }
        return values.map { ShapedValue(checked: $0) }
    }

    private var integer: Int {
        guard case .integer(let integer) = value else { preconditionFailure("the shape says a whole number") }
        return integer
    }

    private static func check(_ value: JSONValue, as shape: Shape, at path: String) throws(Refusal) {
        switch (shape, value) {
        case (.pence, .integer), (.whole, .integer), (.text, .text), (.flag, .flag), (.written, .object): return
        case (.choice(let words), .text(let text)) where words.contains(text): return
        case (.count, .integer(let count)) where count >= 0: return
        case (.units, .integer(let count)) where count.magnitude < 1_000_000_000_000: return
        case (.units, .decimal(let number)) where hasTwoDecimals(number): return
        case (.number, .integer): return
        case (.number, .decimal(let number)) where number.isFinite: return
        case (.financialYear, .text(let text)) where FinancialYear(text) != nil: return
        case (.day, .text(let text)) where Day(text) != nil: return
        case (.month, .text(let text)) where Month(text) != nil: return
        case (.list(let shape), .list(let values)):
            for (place, value) in values.enumerated() { try check(value, as: shape, at: "\(path)[\(place)]") }
        case (.object(let fields), .object(let members)):
            if let unknown = members.first(where: { member in !fields.contains { $0.key == member.key } }) {
                throw Refusal(
                    .input, code: "unknown-key", "\(path) has no place for “\(unknown.key)”.",
                    remedy: "It takes: \(fields.map(\.key).joined(separator: ", ")).")
            }
            for field in fields {
                let value = members.last { $0.key == field.key }?.value ?? .null
                if value == .null {
                    guard field.isOptional else {
                        throw Refusal(
                            .input, code: "missing-key",
                            "\(path) lacks “\(field.key)”: \(field.meaning).", remedy: "It is \(field.shape.words).")
                    }
                    continue
                }
                try check(value, as: field.shape, at: "\(path).\(field.key)")
            }
        default:
            throw Refusal(
                .input, code: "wrong-shape", "\(path) is \(short(value)), and \(shape.words) is expected.")
        }
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
