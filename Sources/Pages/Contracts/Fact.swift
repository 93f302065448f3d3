import Markup
public import Tabular

/// One thing to know of a commissioner or contract: a name and a figure.
public struct Fact: Sendable {
    public var name: String
    public var value: Cell
    /// A word on it, under the figure.
    public var note: String?

    public init(_ name: String, _ value: Cell, note: String? = nil) {
        self.name = name
        self.value = value
        self.note = note
    }

    static func list(_ facts: [Fact], in shell: Shell) -> Html {
        guard !facts.isEmpty else { return .none }
        let pairs = facts.map { fact -> (term: Html, description: Html) in
            let (value, position) = (fact.value, shell.asked.querySuffix)
            let kind = ColumnKind(
                of: 0, in: Table(key: "fact", caption: "", columns: [.init("value", fact.name)], rows: [[value]]))
            let written = Html.written { $0.write(value, as: kind, at: position) }
            let unit: Html = kind.unit(besides: fact.name).map { .text(" \($0)") } ?? .none
            let note = fact.note.map { Html.span(.text($0), class: "meaning") }.orNone
            return (.text(fact.name), [.strong(written), unit, note])
        }
        return .descriptions(pairs, class: "facts")
    }
}
