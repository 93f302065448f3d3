public import Tabular
public import Vocabulary

/// The papers of a meeting as one pack for a reader: what the reader may not have is left out, and the pack says so.
///
/// A paper that is text stands in it in full; any other is named with the digest by which its file is known.
public struct PapersText: Sendable {
    public var title: String
    public var blocks: [MinutesText.Block]
    /// How many papers were left out.
    public var leftOut: Int
    /// The documents that the reader may have, in the order of the agenda, each once.
    public var documents: [Document]

    /// A document of the pack, by the name of its paper.
    public struct Document: Hashable, Sendable {
        public var title: String
        public var digest: EvidenceID
    }

    public enum Reader: Hashable, Sendable {
        /// Who takes the minutes: everything.
        case clerk
        case person(Slug)
        /// A publication: only which papers there are, and none that is kept back from anybody, for they read it too.
        case everybody
    }

    /// - Parameters:
    ///   - contents: a document's text; nil where it is no text, or is not held.
    ///   - text: resolves a personal text; nil where it was disposed of, or is not to be shown.
    public init(
        _ meeting: Meeting, in book: GovernanceBook, for reader: Reader,
        contents: (EvidenceID) -> String?, text: @escaping @Sendable (Personal) -> String?
    ) {
        let tables = MeetingTables(meeting, in: book, text: text)
        let day = meeting.startsAt.inLondon.day.inWords
        (blocks, leftOut, documents) = (tables.invitation, 0, [])
        if case .person(let person) = reader {
            title = "Papers for \(tables.who(person)): \(tables.titles), \(day)"
        } else {
            title = "Papers: \(tables.titles), \(day)"
        }
        for (number, item) in meeting.agenda.enumerated() {
            blocks.append(.heading("\(number + 1). \(item.title)", level: 1))
            blocks.append(.paragraph(tables.announced(item)))
            let kept = PapersText.keptBack(item, from: reader, in: meeting)
            for paper in item.papers where !kept.papers.contains(paper) {
                add(
                    paper.named, title: paper.title, paper.document,
                    contents: reader == .everybody ? { _ in nil } : contents)
            }
            for gate in item.gates where !kept.isWhole {
                add(
                    gate.named, title: gate.title, gate.document,
                    contents: reader == .everybody ? { _ in nil } : contents)
            }
            let missing = kept.papers.count + (kept.isWhole ? item.gates.count : 0)
            leftOut += missing
            if missing > 0 { blocks.append(.paragraph(PapersText.words(missing, reader))) }
            if item.papers.isEmpty, item.gates.isEmpty { blocks.append(.paragraph("No paper comes with this item.")) }
        }
        if meeting.agenda.isEmpty { blocks.append(.paragraph("Nothing stands on the agenda yet.")) }
    }

    private static func words(_ missing: Int, _ reader: Reader) -> String {
        let many = "\(counted(missing, "paper", "papers")) of this item \(missing == 1 ? "is" : "are")"
        return reader == .everybody
            ? "\(many) kept back from a member with an interest, and so not named here."
            : "\(many) kept back from the reader because of an interest, as the chair decided."
    }

    /// Which papers the reader may not have; with all of them, what the law asks for is kept back too.
    private static func keptBack(
        _ item: AgendaItem, from reader: Reader, in meeting: Meeting
    ) -> (papers: [AgendaItem.Paper], isWhole: Bool) {
        switch reader {
        case .clerk: return ([], false)
        case .everybody:
            let isKept = meeting.keepsPapersBack(item.id)
            return (isKept ? item.papers : [], isKept)
        case .person(let person):
            let withheld = WithholdPapers.withheld(from: person, in: meeting).filter { $0.item == item.id }
            let isWhole = meeting.standingHandlings(item.id, member: person).contains {
                $0.keepsPapersBack && $0.parts.isEmpty
            }
            return (withheld.map(\.paper), isWhole)
        }
    }

    private mutating func add(
        _ name: String, title: String, _ document: EvidenceID?, contents: (EvidenceID) -> String?
    ) {
        blocks.append(.heading(name, level: 2))
        guard let document else {
            blocks.append(.paragraph("No file of it is held."))
            return
        }
        if !documents.contains(where: { $0.digest == document }) {
            documents.append(Document(title: title, digest: document))
        }
        if let words = contents(document) {
            blocks += PapersText.blocks(of: words)
        } else {
            blocks.append(.paragraph("The file with the SHA-256 \(document)."))
        }
    }

    /// A text as blocks: lines that begin with `#` head what follows, lines that begin with `-` or `*` are a list,
    /// those that begin with `|` the rows of a table, and an empty line ends a paragraph. Stars that make words bold go.
    static func blocks(of words: String) -> [MinutesText.Block] {
        var blocks: [MinutesText.Block] = []
        var lines: [String] = []
        var bullets: [String] = []
        var rows: [[String]] = []
        func end() {
            if !lines.isEmpty { blocks.append(.paragraph(lines.joined(separator: " "))) }
            if !bullets.isEmpty { blocks.append(.bullets(bullets)) }
            if let table = PapersText.table(rows, number: blocks.count) { blocks.append(.table(table)) }
            (lines, bullets, rows) = ([], [], [])
        }
        for line in words.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            let line = PapersText.trimmed(line[...]).replacing("**", with: "")
            if line.hasPrefix("|") {
                if rows.isEmpty { end() }
                rows.append(PapersText.cells(line))
            } else if line.isEmpty {
                end()
            } else if line.hasPrefix("#") {
                end()
                let head = String(line.drop { $0 == "#" || $0 == " " })
                if !head.isEmpty { blocks.append(.heading(head, level: 3)) }
            } else if line.hasPrefix("- ") || line.hasPrefix("* ") {
                if !lines.isEmpty || !rows.isEmpty { end() }
                bullets.append(String(line.dropFirst(2)))
            } else if let last = bullets.popLast() {
                bullets.append("\(last) \(line)")
            } else {
                if !rows.isEmpty { end() }
                lines.append(line)
            }
        }
        end()
        return blocks
    }

    /// The first row heads the others; a row of dashes says nothing, and no row is wider than the first.
    private static func table(_ rows: [[String]], number: Int) -> Table? {
        let told = rows.filter { row in !row.allSatisfy { $0.allSatisfy { "-: ".contains($0) } } }
        guard let head = told.first else { return nil }
        var table = Table(
            key: "paper\(number)", caption: head.joined(separator: ", "),
            columns: head.enumerated().map { .init("column\($0.offset + 1)", $0.element) })
        for row in told.dropFirst() {
            table.append(head.indices.map { .text($0 < row.count ? row[$0] : "–") })
        }
        return table
    }

    private static func cells(_ line: String) -> [String] {
        let inner = line.dropFirst()
        return (inner.last == "|" ? inner.dropLast() : inner)
            .split(separator: "|", omittingEmptySubsequences: false).map { trimmed($0) }
    }

    private static func trimmed(_ line: Substring) -> String {
        var line = line.drop(while: \.isWhitespace)
        while line.last?.isWhitespace == true { line.removeLast() }
        return String(line)
    }
}
