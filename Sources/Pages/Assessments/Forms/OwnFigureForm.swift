public import Markup
import Vocabulary

/// What is said of a figure that one of Remit's own pages shows; table, kind and source come from there.
public struct OwnFigureTyped: Hashable, Sendable {
    public var title: String
    public var period: String?
    public var theme: String?
    public var note: String?
}

/// Asks how a figure of one of Remit's own pages is called in an assessment, and what a reader should see in it.
public struct OwnFigureForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []

    public init(_ filled: SentValues = SentValues()) { self.filled = filled }

    public init(title: String, period: String?) {
        self.init(Self.filled(with: OwnFigureTyped(title: title, period: period)))
    }

    public var parts: [Form.Part] {
        [
            line("title", "What is it called?"), line("period", "Of which time?", hint: "Leave it empty if of none."),
            line("theme", "What is it about?", hint: "In a few words, as findings and gaps on it are called"),
            words("note", "What should a reader see in it?", hint: "You can leave it empty.", rows: 2),
        ]
    }

    public func read(_ reader: inout FieldReader) -> OwnFigureTyped? {
        let title = reader.line("title", missing: "Enter the title.")
        let (period, theme) = (reader.line("period"), reader.line("theme"))
        let note = reader.words("note", atMost: 1_000)
        guard reader.errors.isEmpty, let title else { return nil }
        return OwnFigureTyped(title: title, period: period, theme: theme, note: note)
    }

    public static func filled(with typed: OwnFigureTyped) -> SentValues {
        var filled = SentValues()
        filled.fill("title", typed.title)
        filled.fill("period", typed.period)
        filled.fill("theme", typed.theme)
        filled.fill("note", typed.note)
        return filled
    }
}
