public import Markup

/// What somebody filled in beside what was recorded meanwhile, question by question, with what differs marked in words.
public struct TwoVersions: Sendable {
    /// One question of a form, answered twice.
    public struct Row: Hashable, Sendable {
        public var question: String
        public var own: String
        public var theirs: String

        public var differs: Bool { own != theirs }
    }

    public var rows: [Row]
    /// Who recorded the other version, and when: `a014 at 10:42 on 3 March 2026`.
    public var origin: String

    /// - Parameters:
    ///   - form: as it was filled in.
    ///   - theirs: the other version as the same form would hold it.
    public init(_ form: some AskedForm, beside theirs: SentValues, origin: String) {
        self.origin = origin
        rows = zip(form.answered(by: form.filled), form.answered(by: theirs)).map { own, other in
            Row(question: own.question, own: own.words, theirs: other.words)
        }
    }

    /// The notice, and the two versions as a table.
    public var html: Html {
        let rows = rows
        let count = rows.count(where: \.differs)
        return .group([
            .notification(
                .important, title: "Somebody recorded this meanwhile", id: "meanwhile",
                [
                    .paragraph(.name("Recorded by \(origin).")),
                    .paragraph(
                        "Nothing of yours is lost: it stands below. Send it to record your version too, or go back and leave theirs."
                    ),
                ]),
            .table(
                id: "versions", caption: "Your version and theirs",
                columns: [
                    ColumnHeading("Question"), ColumnHeading("Yours"), ColumnHeading("Recorded meanwhile"),
                    ColumnHeading("Compared"),
                ], rows: rows.count
            ) { place, writer in
                let row = rows[place]
                writer.rowHeading { $0.text(row.question) }
                for words in [row.own, row.theirs] {
                    writer.cell { $0.text(words.isEmpty ? "nothing" : words) }
                }
                writer.cell { $0.text(row.differs ? "differs" : "the same") }
            },
            .paragraph(
                .text(count == 0 ? "The two say the same." : "\(count) of \(rows.count) answers differ."),
                class: "notes"),
        ])
    }
}
