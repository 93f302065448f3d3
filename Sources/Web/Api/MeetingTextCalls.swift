import Governance
import HTTPTypes
import Pages
import Tabular
import Vocabulary

/// What a meeting's pages say, as text in blocks: the agenda, the list of papers and the minutes.
enum MeetingTextCalls {
    static let all: [ApiCall] = [
        call("agenda", "The agenda of a meeting, as it was published") { question in
            let page = try MeetingAnswer.agendaPage(question, .agenda)
            return (page.title, page.blocks)
        },
        call("papers", "The papers of a meeting, as they are listed for everybody") { question in
            let page = try MeetingAnswer.agendaPage(question, .papers)
            return (page.title, page.blocks)
        },
        call("minutes", "The minutes of a meeting, as they were published") { question in
            let page = try MeetingAnswer.minutesPage(question)
            return (page.minutes.title, page.minutes.blocks)
        },
    ]

    private static func call(
        _ part: String, _ summary: String,
        _ read: @escaping @Sendable (Question) throws -> (title: String, blocks: [MinutesText.Block])
    ) -> ApiCall {
        ApiCall(
            .get, "/meetings/:meeting/\(part)", entry: .everybody, summary,
            parameters: [TableCall.meeting, TableCall.on],
            answer: .document(
                "MeetingText",
                .object([
                    .init("title", .text, "of the whole"),
                    .init("blocks", .list(block), "one after the other"),
                ]))
        ) { asked in
            let text = try read(asked.question)
            return .document(["title": .text(text.title), "blocks": .list(text.blocks.map { json(of: $0) })])
        }
    }

    private static let block = DocumentShape.object([
        .init("kind", .choice(["heading", "paragraph", "bullets", "table"]), "what it is"),
        .init("level", .between(1, 3), "of a heading", isOptional: true),
        .init("text", .text, "of a heading or a paragraph", isOptional: true),
        .init("lines", .list(.text), "of bullets", isOptional: true),
        .init(
            "table", .written("rows under the table’s key, its caption and notes"), "without names", isOptional: true),
    ])

    private static func json(of block: MinutesText.Block) -> JSONValue {
        switch block {
        case .heading(let text, let level):
            return ["kind": "heading", "level": .integer(level), "text": .text(text)]
        case .paragraph(let text): return ["kind": "paragraph", "text": .text(text)]
        case .bullets(let lines): return ["kind": "bullets", "lines": .list(lines.map { .text($0) })]
        case .table(let table):
            return ["kind": "table", "table": table.withoutPersonalColumns().json]
        }
    }
}
