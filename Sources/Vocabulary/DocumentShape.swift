/// The shape of a JSON document: what its schema says and what every document is held to.
package indirect enum DocumentShape: Hashable, Sendable {
    /// A whole number of pence.
    case pence
    /// A number with at most two decimals: UDAs.
    case units
    /// A whole number, not negative.
    case count
    /// A whole number, negative too.
    case whole
    case number
    /// A whole number from one to another.
    case between(Int, Int)
    case text
    /// One of these words.
    case choice([String])
    /// `2024/25`.
    case financialYear
    /// `2024-12-31`.
    case day
    /// `2024-12`.
    case month
    /// `2024-12-31T09:30:00Z`.
    case moment
    case flag
    /// A short name (`Slug`).
    case name
    /// An organisation's code.
    case code
    /// SHA-256, in 64 hexadecimal digits.
    case digest
    /// A text about a person, which is kept apart: `{"personalText": "…"}`.
    case personal
    /// An object that the type which reads it holds to its own form; in words what it is, and where that is shown.
    case written(String)
    /// The same, where a word alone may stand for it.
    case wordOrWritten(String)
    case list(DocumentShape)
    /// An object whose keys are names of its own.
    case map(DocumentShape)
    case object([Field])
    /// An object that may have keys besides, all of one shape.
    case open([Field], others: DocumentShape)
    /// The shape, or null.
    case nullable(DocumentShape)

    /// The key under which a text about a person is given, to be kept apart.
    package static let personalKey = "personalText"
    /// Of a text about a person.
    package static let longestPersonalText = 20_000
    /// Whole numbers have at most 15 digits: more than any amount or count there is, and few enough to be multiplied.
    package static let largestWhole = 999_999_999_999_999

    package struct Field: Hashable, Sendable {
        package let key: String
        package let shape: DocumentShape
        /// Empty where the key says it.
        package let meaning: String
        package let isOptional: Bool

        package init(_ key: String, _ shape: DocumentShape, _ meaning: String, isOptional: Bool = false) {
            self.key = key
            self.shape = shape
            self.meaning = meaning
            self.isOptional = isOptional
        }
    }

    /// In a sentence: what was expected.
    package var words: String {
        switch self {
        case .pence: "a whole number of pence, of 15 digits at most"
        case .units: "a number with at most two decimals"
        case .count: "a whole number, 0 or more, of 15 digits at most"
        case .whole: "a whole number of 15 digits at most"
        case .number: "a number"
        case .between(let least, let most): "a whole number from \(least) to \(most)"
        case .text: "text"
        case .choice(let words): "one of \(words.joined(separator: ", "))"
        case .financialYear: "a financial year such as \"2024/25\""
        case .day: "a day such as \"2024-12-31\""
        case .month: "a month such as \"2024-12\""
        case .moment: "a moment such as \"2024-12-31T09:30:00Z\""
        case .flag: "true or false"
        case .name: "a short name of lower-case letters, digits and hyphens"
        case .code: "an organisation’s code"
        case .digest: "a digest of 64 hexadecimal digits"
        case .personal: "an object {\"\(DocumentShape.personalKey)\": text}"
        case .written(let words): "an object, \(words)"
        case .wordOrWritten(let words): "an object or a word, \(words)"
        case .list: "a list"
        case .map, .object, .open: "an object"
        case .nullable(let shape): "\(shape.words), or null"
        }
    }
}
