public import Markup
public import Tabular
public import Vocabulary

/// Asks for a register of interests as a body keeps it in a spreadsheet, and for what such a file leaves open.
public struct RegisterUploadForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    /// The most that a file may hold, in words: `4 MB`.
    public var most: String

    public static let file = "file"

    /// What was told beside the file.
    public struct Answer: Hashable, Sendable {
        /// Of rows that give no day of their own.
        public var declaredOn: Day
        /// Why those who are new take part in decisions; nil where they do not.
        public var decides: String?
        /// Where a day could be read in two ways.
        public var days: DayFormat

        public init(declaredOn: Day, decides: String? = nil, days: DayFormat = .dayFirst) {
            self.declaredOn = declaredOn
            self.decides = decides
            self.days = days
        }
    }

    public init(_ filled: SentValues = SentValues(), most: String) {
        self.filled = filled
        self.most = most
    }

    /// How a file may write its days, in words.
    private static let orders: [(format: DayFormat, words: String)] = [
        (.dayFirst, "Day first, such as 31/03/2026"), (.monthFirst, "Month first, such as 03/31/2026"),
        (.yearFirst, "Year first, such as 2026/03/31"),
    ]

    public var parts: [Form.Part] {
        [
            field(
                RegisterUploadForm.file, "The register as a file",
                hint: """
                    .csv or .xlsx, at most \(most), with the columns name, declared interest, type and from; others of the \
                    national template are read too.
                    """, .file(accepting: [".csv", ".xlsx"])),
            day(
                "declaredOn", "When were the entries declared?",
                hint: "For rows that give no day of declaring. For example, 31 3 2026"),
            line(
                "decides", "In which decisions do the people in it take part?",
                hint: """
                    Of those who are new on the register; what they declare is then published. For example: votes on the \
                    primary care committee. Leave it empty where they take part in none.
                    """),
            radios(
                "days", "How does the file write its days?",
                RegisterUploadForm.orders.map { Choice($0.format.rawValue, $0.words) }),
        ]
    }

    public func read(_ reader: inout FieldReader) -> Answer? {
        let declaredOn = reader.day("declaredOn", missing: "Enter the day.")
        let decides = reader.line("decides")
        let chosen = reader.text("days", missing: "Choose how it writes its days.")
        let days = RegisterUploadForm.orders.first { $0.format.rawValue == chosen }?.format
        if days == nil { reader.refuse("days", "Choose one of the answers.") }
        guard reader.errors.isEmpty, let declaredOn, let days else { return nil }
        return Answer(declaredOn: declaredOn, decides: decides, days: days)
    }

    public static func filled(with answer: Answer) -> SentValues {
        var filled = SentValues()
        filled.fill("declaredOn", answer.declaredOn)
        filled.fill("decides", answer.decides)
        filled.fill("days", answer.days.rawValue)
        return filled
    }
}
