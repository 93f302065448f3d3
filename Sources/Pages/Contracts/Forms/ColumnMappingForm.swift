public import Contracts
public import Markup
public import Tabular
public import Vocabulary

/// Somebody says what the columns of a local extract mean.
public struct ColumnMappingForm: AskedForm {
    public struct Answer: Hashable, Sendable {
        public var name: String
        public var reviewedBy: String
        public var reviewedOn: Day
        public var validFrom: Day
        public var columns: [ColumnMapping.Field: String]
        /// Of every row, where it is in no column.
        public var month: Month?
        public var dayFormat: DayFormat

        /// As a mapping file says it.
        public var document: JSONValue {
            var members: [JSONValue.Member] = [
                .init("name", .text(name)), .init("layout", .text(layout)), .init("reviewedBy", .text(reviewedBy)),
                .init("reviewedOn", .day(reviewedOn)), .init("validFrom", .day(validFrom)),
                .init("dayFormat", .text(dayFormat.rawValue)),
                .init(
                    "columns",
                    .object(
                        ColumnMapping.Field.allCases.compactMap { field in
                            columns[field].map { JSONValue.Member(field.rawValue, .text($0)) }
                        })),
            ]
            if let month { members.append(.init("month", .month(month))) }
            return .object(members)
        }

        /// The name in small letters.
        private var layout: String {
            let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
            return words.isEmpty ? "extract" : words
        }
    }

    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    /// The titles of the file's columns.
    public var header: [String]
    public var today: Day

    /// - Parameter filled: blank for a form that suggests what it can.
    public init(_ filled: SentValues = SentValues(), header: [String], today: Day) {
        var seen: Set<String> = []
        self.header = header.filter { !$0.isEmpty && seen.insert($0).inserted }
        self.today = today
        self.filled = filled
        if filled == SentValues() {
            for (field, title) in ColumnSuggestion.columns(of: self.header) {
                self.filled[ColumnMappingForm.name(of: field)] = title
            }
            self.filled["format"] = DayFormat.dayFirst.rawValue
        }
    }

    private static func name(of field: ColumnMapping.Field) -> String { "column-\(field.rawValue)" }

    public var parts: [Form.Part] {
        let choices = header.map { Choice($0, $0) }
        let columns = ColumnMapping.Field.allCases.map { field in
            menu(
                ColumnMappingForm.name(of: field), field.question, hint: field.hint, choices,
                none: field == .contract ? "Choose" : "Not in this file")
        }
        return [
            line(
                "name", "What do you call extracts like this one?",
                hint: "It stands in the record and is there to be chosen next time: Wexbourne eDEN monthly."),
            .fieldset(
                legend: "What do its columns mean?",
                hint: "What the titles suggest is chosen already. Look at each; what stands in no column is left out.",
                columns),
            line(
                "month", "If no column holds the month: which month is it?",
                hint: "The year and the month, such as 2026-04. It counts for every row."),
            radios(
                "format", "How are days and months written in it?",
                [
                    Choice(DayFormat.dayFirst.rawValue, "Day first", hint: "31/03/2026"),
                    Choice(DayFormat.yearFirst.rawValue, "Year first", hint: "2026-03-31"),
                    Choice(DayFormat.monthFirst.rawValue, "Month first", hint: "03/31/2026"),
                    Choice(DayFormat.monthName.rawValue, "With the month’s name", hint: "31-Mar-2026"),
                ]),
            day(
                "from", "From which day do the columns mean this?",
                hint: "Rows of earlier months are refused. For example, 1 4 2025"),
            line("reviewer", "Who has looked at this?", hint: "A name or an office. It stands with the mapping."),
        ]
    }

    public func read(_ reader: inout FieldReader) -> Answer? {
        let name = reader.line("name", missing: "Enter what you call extracts like this one.")
        var columns: [ColumnMapping.Field: String] = [:]
        for field in ColumnMapping.Field.allCases {
            let place = ColumnMappingForm.name(of: field)
            let title = reader.sent.text(place)
            guard !title.isEmpty else { continue }
            guard header.contains(title) else {
                reader.refuse(place, "Choose one of the file’s columns.")
                continue
            }
            if let other = columns.first(where: { TrimmedText.headerKey($0.value) == TrimmedText.headerKey(title) }) {
                reader.refuse(place, "“\(title)” is chosen for “\(other.key.question)” already.")
            }
            columns[field] = title
        }
        if columns[.contract] == nil {
            reader.refuse(ColumnMappingForm.name(of: .contract), "Choose the column that holds the contract’s number.")
        }
        if Set(columns.keys).subtracting([.contract, .month]).isEmpty {
            reader.refuse(
                ColumnMappingForm.name(of: .delivered),
                "Choose at least one column besides the contract and the month: else there is nothing to read.")
        }
        let typed = reader.text("month")
        let month = typed.isEmpty ? nil : Month(typed)
        if !typed.isEmpty, month == nil {
            reader.refuse("month", "“\(typed)” is no month; enter one such as 2026-04.")
        } else if month != nil, columns[.month] != nil {
            reader.refuse("month", "The month is in the column “\(columns[.month] ?? "")”. Clear one of the two.")
        } else if month == nil, columns[.month] == nil {
            reader.refuse("month", "Enter the month, or choose the column that holds it.")
        }
        let format: DayFormat? = reader.choice("format", missing: "Choose how days are written.")
        let from = reader.day("from", missing: "Enter the first day for which the columns mean this.")
        let reviewer = reader.line("reviewer", missing: "Enter who has looked at it.")
        guard let name, let format, let from, let reviewer else { return nil }
        return Answer(
            name: name, reviewedBy: reviewer, reviewedOn: today, validFrom: from, columns: columns, month: month,
            dayFormat: format)
    }

    public static func filled(with answer: Answer) -> SentValues {
        var sent = SentValues([
            "name": [answer.name], "reviewer": [answer.reviewedBy], "format": [answer.dayFormat.rawValue],
        ])
        for (field, title) in answer.columns { sent[name(of: field)] = title }
        sent.fill("month", answer.month?.description)
        sent.set("from", to: DayTyped(answer.validFrom))
        return sent
    }

    /// The answers to be read once more.
    func rows(_ answer: Answer) -> [Html.SummaryRow] {
        let columns = ColumnMapping.Field.allCases.compactMap { field in
            answer.columns[field].map { Html.SummaryRow(field.question, .name($0)) }
        }
        return [.init("Extracts like this one are called", .name(answer.name))] + columns
            + (answer.month.map { [.init("Month of every row", .text($0.inWords))] } ?? [])
            + [
                .init("Days are written", .text(answer.dayFormat.rawValue)),
                .init("The columns mean this from", .text(answer.validFrom.inWords)),
                .init("Looked at by", .name(answer.reviewedBy)),
            ]
    }
}

extension ColumnMapping.Field {
    var question: String {
        switch self {
        case .contract: "Contract’s number"
        case .month: "Month"
        case .contracted: "UDAs contracted for the year"
        case .delivered: "UDAs delivered in the month"
        case .carriedIn: "UDAs carried in from the year before"
        case .contractType: "Type of contract"
        case .patientCharge: "Patient charges of the month, in pounds"
        }
    }

    fileprivate var hint: String? {
        switch self {
        case .contractType: "GDS, PDS or PDS+."
        case .delivered: "Of the month alone, not of the year so far."
        default: nil
        }
    }
}

extension ColumnMappingForm.Answer {
    /// A mapping that is held, to be looked at again for a file with the same columns.
    ///
    /// - Parameter header: the titles as they stand in the file.
    public init(_ mapping: ColumnMapping, titled header: [String]) {
        name = mapping.name
        reviewedBy = mapping.reviewedBy
        reviewedOn = mapping.reviewedOn
        validFrom = mapping.validFrom
        columns = mapping.columns.mapValues { title in
            header.first { TrimmedText.headerKey($0) == TrimmedText.headerKey(title) } ?? title
        }
        month = mapping.month
        dayFormat = mapping.dayFormat
    }
}
