public import Assessments
public import Markup
public import Vocabulary

/// Asks what is missing, where, and who reports it.
public struct GapForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    public var assessment: Slug
    public var entry: Slug
    /// Themes that others named.
    public var themes: [String]

    public init(_ filled: SentValues = SentValues(), assessment: Slug, entry: Slug, themes: [String] = []) {
        self.filled = filled
        self.assessment = assessment
        self.entry = entry
        self.themes = themes
    }

    public var kept: [Form.Kept] { [.init("entry", entry.description)] }

    public var parts: [Form.Part] {
        let others = themes.isEmpty ? "" : " Others wrote: \(themes.joined(separator: ", "))."
        return [
            words("what", "What is missing, and for whom?", hint: "Say nothing by which a patient is known.", rows: 4),
            line("place", "Where?", hint: "A town, a site, a part of the area"),
            line("theme", "What is it about?", hint: "In a few words; you can leave it empty.\(others)"),
            line("from", "Which practice, office or group reports it?", hint: "It is printed with the gap"),
        ]
    }

    public func read(_ reader: inout FieldReader) -> ReportGap? {
        let what = reader.words("what", missing: "Write what is missing.", atMost: 2_000)
        let place = reader.line("place", missing: "Enter where.")
        let theme = reader.line("theme")
        let from = reader.line("from", missing: "Enter the practice, office or group.")
        guard reader.errors.isEmpty, let what, let place, let from else { return nil }
        return ReportGap(
            assessment: assessment,
            gap: ReportedGap(id: entry, what: what, place: place, theme: theme, from: from))
    }

    public static func filled(with act: ReportGap) -> SentValues {
        var filled = SentValues()
        filled.fill("what", act.gap.what)
        filled.fill("place", act.gap.place)
        filled.fill("theme", act.gap.theme)
        filled.fill("from", act.gap.from)
        return filled
    }
}

/// Asks what a reported gap was found to be.
public struct TriageGapForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    public var assessment: Slug
    public var gap: Slug

    public init(_ filled: SentValues = SentValues(), assessment: Slug, gap: Slug) {
        self.filled = filled
        self.assessment = assessment
        self.gap = gap
    }

    public var parts: [Form.Part] {
        [
            radios("outcome", "What is it?", GapHeld.Outcome.allCases.map { Choice($0.rawValue, $0.title) }),
            words("reason", "Why?", hint: "Whoever reported it reads this.", rows: 3),
            line("theme", "What is it about?", hint: "Leave it empty to keep what was reported."),
        ]
    }

    public func read(_ reader: inout FieldReader) -> TriageGap? {
        let outcome = reader.choice("outcome", as: GapHeld.Outcome.self, missing: "Choose what it is.")
        let reason = reader.words("reason", missing: "Give the reason in a sentence.", atMost: 2_000)
        let theme = reader.line("theme")
        guard reader.errors.isEmpty, let outcome, let reason else { return nil }
        return TriageGap(assessment: assessment, gap: gap, outcome: outcome, reason: reason, theme: theme)
    }

    public static func filled(with act: TriageGap) -> SentValues {
        var filled = SentValues()
        filled.fill("outcome", act.outcome.rawValue)
        filled.fill("reason", act.reason)
        filled.fill("theme", act.theme)
        return filled
    }
}

/// Asks for the answer to whoever reported a gap.
public struct AnswerGapForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    public var assessment: Slug
    public var gap: Slug

    public init(_ filled: SentValues = SentValues(), assessment: Slug, gap: Slug) {
        self.filled = filled
        self.assessment = assessment
        self.gap = gap
    }

    public var parts: [Form.Part] {
        [words("text", "What is the answer?", hint: "Those whose gaps were merged into this one read it too.", rows: 5)]
    }

    public func read(_ reader: inout FieldReader) -> AnswerGap? {
        let text = reader.words("text", missing: "Write the answer.", atMost: 4_000)
        guard reader.errors.isEmpty, let text else { return nil }
        return AnswerGap(assessment: assessment, gap: gap, text: text)
    }

    public static func filled(with act: AnswerGap) -> SentValues {
        var filled = SentValues()
        filled.fill("text", act.text)
        return filled
    }
}

/// Asks with which other gap a gap is one.
public struct MergeGapForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    public var assessment: Slug
    public var gap: Slug
    /// The others that have not been merged.
    public var others: [Choice]

    public init(_ filled: SentValues = SentValues(), assessment: Slug, gap: Slug, others: [Choice]) {
        self.filled = filled
        self.assessment = assessment
        self.gap = gap
        self.others = others
    }

    public var parts: [Form.Part] {
        [
            menu("into", "Which other gap is the same?", hint: "The other one stays, and is answered.", others),
            words("reason", "Why are they one?", rows: 2),
        ]
    }

    public func read(_ reader: inout FieldReader) -> MergeGaps? {
        let into = reader.name("into", missing: "Choose the other gap.")
        let reason = reader.words("reason", missing: "Give the reason in a sentence.", atMost: 1_000)
        guard reader.errors.isEmpty, let into, let reason else { return nil }
        return MergeGaps(assessment: assessment, gap: gap, into: into, reason: reason)
    }

    public static func filled(with act: MergeGaps) -> SentValues {
        var filled = SentValues()
        filled.fill("into", act.into.description)
        filled.fill("reason", act.reason)
        return filled
    }
}
