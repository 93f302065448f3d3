public import Assessments
public import Markup
public import Vocabulary

/// Asks what a needs assessment is to answer, about which place, and who answers for it.
public struct OpenAssessmentForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    /// Commissioners where the reader may open one.
    public var commissioners: [Choice]

    public init(_ filled: SentValues = SentValues(), commissioners: [Choice]) {
        self.filled = filled
        self.commissioners = commissioners
    }

    public var parts: [Form.Part] {
        [
            line("title", "What is it called?", hint: "For example, Children’s teeth in Wexbourne"),
            line("name", "A short name for addresses", hint: "Lower-case letters, digits and hyphens: childrens-teeth"),
            words("question", "What is it to answer?", rows: 3),
            line("area", "Which place and people is it about?"),
            line("lead", "Which office answers for it?", hint: "An office, not a name"),
            menu("commissioner", "For which commissioner?", commissioners),
        ]
    }

    public func read(_ reader: inout FieldReader) -> OpenAssessment? {
        let title = reader.line("title", missing: "Enter the title.")
        let name = reader.nameOfWords("name", missing: "Enter a short name.")
        let question = reader.words("question", missing: "Write what it is to answer.", atMost: 1_000)
        let area = reader.line("area", missing: "Enter the place and the people.")
        let lead = reader.line("lead", missing: "Enter the office.")
        let commissioner = reader.organisation("commissioner")
        if commissioner == nil { reader.refuse("commissioner", "Choose the commissioner.") }
        guard reader.errors.isEmpty, let title, let name, let question, let area, let lead, let commissioner else {
            return nil
        }
        return OpenAssessment(
            assessment: name, title: title, question: question, commissioner: commissioner, area: area, lead: lead)
    }

    public static func filled(with act: OpenAssessment) -> SentValues {
        var filled = SentValues()
        filled.fill("title", act.title)
        filled.fill("name", act.assessment.description)
        filled.fill("question", act.question)
        filled.fill("area", act.area)
        filled.fill("lead", act.lead)
        filled.fill("commissioner", act.commissioner.description)
        return filled
    }

    public static func field(ofRefusal code: String) -> String? {
        ["assessment-exists", "name-of-addresses"].contains(code) ? "name" : nil
    }
}

/// A figure as it is typed: what it is, and its table as it was copied.
public struct FigureTyped: Hashable, Sendable {
    public var kind: ShownFigure.Kind
    public var title: String
    public var period: String?
    public var theme: String?
    public var source: String
    public var note: String?
    /// Columns copied out of a spreadsheet, or JSON as Remit writes it.
    public var table: String
}

/// Asks for a figure: what it shows, where it comes from, and its table.
public struct FigureForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []

    public init(_ filled: SentValues = SentValues()) { self.filled = filled }

    public var parts: [Form.Part] {
        [
            radios(
                "kind", "What does it show?", ShownFigure.Kind.allCases.map { Choice($0.rawValue, $0.title) }),
            line("title", "What is it called?"), line("period", "Of which time?", hint: "Leave it empty if of none."),
            line("theme", "What is it about?", hint: "In a few words, as findings and gaps on it are called"),
            line("source", "Where does it come from?", hint: "The file or publication, its publisher and year"),
            words("note", "What should a reader see in it?", hint: "You can leave it empty.", rows: 2),
            words(
                "table", "The table",
                hint: "Copy the header and rows from a spreadsheet, or what a command of Remit writes with --json.",
                rows: 10),
        ]
    }

    public func read(_ reader: inout FieldReader) -> FigureTyped? {
        let kind = reader.choice("kind", as: ShownFigure.Kind.self, missing: "Choose what it shows.")
        let title = reader.line("title", missing: "Enter the title.")
        let (period, theme) = (reader.line("period"), reader.line("theme"))
        let source = reader.line("source", missing: "Enter where it comes from.")
        let note = reader.words("note", atMost: 1_000)
        let table = reader.words("table", missing: "Copy the table here.", atMost: 200_000)
        guard reader.errors.isEmpty, let kind, let title, let source, let table else { return nil }
        return FigureTyped(
            kind: kind, title: title, period: period, theme: theme, source: source, note: note, table: table)
    }

    public static func filled(with typed: FigureTyped) -> SentValues {
        var filled = SentValues()
        filled.fill("kind", typed.kind.rawValue)
        filled.fill("title", typed.title)
        filled.fill("period", typed.period)
        filled.fill("theme", typed.theme)
        filled.fill("source", typed.source)
        filled.fill("note", typed.note)
        filled.fill("table", typed.table)
        return filled
    }

    public static func field(ofRefusal code: String) -> String? {
        ["no-table", "table-nested", "json-unreadable", "empty"].contains(code) ? "table" : nil
    }
}

/// Asks what research, local figures, advice or experience say.
public struct FindingForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    public var assessment: Slug
    public var entry: Slug

    public init(_ filled: SentValues = SentValues(), assessment: Slug, entry: Slug) {
        self.filled = filled
        self.assessment = assessment
        self.entry = entry
    }

    public var kept: [Form.Kept] { [.init("entry", entry.description)] }

    public var parts: [Form.Part] {
        [
            radios(
                "rung", "What does it rest on?", hint: "The ladder of evidence, the strongest first",
                EvidenceRung.allCases.map { Choice($0.rawValue, $0.words.uppercasedFirst) }),
            words("said", "What does it say?", rows: 3),
            line("theme", "What is it about?", hint: "In a few words, as figures and gaps on it are called"),
            line("from", "Which office or group is it from?", hint: "Needed for advice and experience; not a name"),
            line("citation", "Where can it be read?", hint: "A citation, an address, a meeting"),
        ]
    }

    public func read(_ reader: inout FieldReader) -> RecordFinding? {
        let rung = reader.choice("rung", as: EvidenceRung.self, missing: "Choose what it rests on.")
        let said = reader.words("said", missing: "Write what it says.", atMost: 2_000)
        let (theme, from) = (reader.line("theme"), reader.line("from"))
        let citation = reader.line("citation", missing: "Enter where it can be read.")
        guard reader.errors.isEmpty, let rung, let said, let citation else { return nil }
        return RecordFinding(
            assessment: assessment,
            finding: Finding(id: entry, theme: theme, said: said, rung: rung, citation: citation, from: from))
    }

    public static func filled(with act: RecordFinding) -> SentValues {
        var filled = SentValues()
        filled.fill("rung", act.finding.rung.rawValue)
        filled.fill("said", act.finding.said)
        filled.fill("theme", act.finding.theme)
        filled.fill("from", act.finding.from)
        filled.fill("citation", act.finding.citation)
        return filled
    }

    public static func field(ofRefusal code: String) -> String? { code == "from-missing" ? "from" : nil }
}
