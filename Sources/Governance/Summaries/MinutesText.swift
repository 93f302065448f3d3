public import Tabular
public import Vocabulary

/// The minutes of a meeting as blocks, drafted from what happened: a page, a document or a text is filled from them.
///
/// They say who came and left at which moments, which interests there were and why each is one, how it was agreed to
/// handle them and that it was done, whether a quorum was there item by item, and each decision with its reasons.
public struct MinutesText: Sendable {
    public var title: String
    public var blocks: [Block]
    /// True until a later meeting has approved them.
    public var isDraft: Bool

    public typealias Block = TextBlock

    /// - Parameters:
    ///   - reader: items whose minutes are kept back from this person are left out, saying so; nil for nobody.
    ///   - text: resolves a personal text; nil where it was disposed of, or is not to be shown.
    public init(
        _ meeting: Meeting, in book: GovernanceBook, reader: Slug? = nil,
        text: @escaping @Sendable (Personal) -> String?
    ) {
        let drafting = MinutesDrafting(tables: MeetingTables(meeting, in: book, text: text))
        let committees = meeting.committees.map { drafting.tables.committeeTitle($0) }
        title = "Minutes: \(committees.joined(separator: " and ")), \(meeting.startsAt.inLondon.day.inWords)"
        isDraft = meeting.approval == nil
        blocks = drafting.opening()
        for (number, item) in meeting.agenda.enumerated() {
            blocks.append(.heading("\(number + 1). \(item.title)", level: 1))
            if let reader, WithholdPapers.withholdsMinutes(of: item.id, from: reader, in: meeting) {
                blocks.append(.paragraph("Kept back from the reader, who gets no papers on this item."))
            } else {
                blocks += drafting.item(item)
            }
        }
        blocks += drafting.closing()
    }

    /// The text alone, a line for each block; tables by their captions.
    public var plain: String {
        blocks.map { block in
            switch block {
            case .heading(let text, _): "\n\(text)\n"
            case .paragraph(let text): text
            case .bullets(let lines): lines.map { "- \($0)" }.joined(separator: "\n")
            case .table(let table): "[\(table.caption): \(table.rows.count)]"
            }
        }.joined(separator: "\n")
    }
}
