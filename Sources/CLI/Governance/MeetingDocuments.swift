import Files
import Governance
import Imports
import Store
import Tabular
import Vocabulary

/// Agenda, papers and minutes of a meeting as Word documents.
enum MeetingDocuments {
    static func write(_ title: String, _ blocks: [MinutesText.Block], footer: String, to path: String) throws {
        let document = Document(title: title, blocks: blocks.map(\.forDocument), footer: footer)
        try WholeFile.write(document.bytes(), to: path)
    }

    static func writeAgenda(of meeting: Meeting, in view: GovernanceView, to path: String) throws {
        let agenda = AgendaText(meeting, in: view.book, text: view.text)
        try write(agenda.title, agenda.blocks, footer: "Agenda of \(meeting.id)", to: path)
        Printing.line("Wrote \(path), with \(counted(meeting.agenda.count, "item", "items")).")
    }

    /// The pack for one reader, or for who takes the minutes; what the reader may not have is left out.
    ///
    /// - Parameter folder: where the papers' own files go too; nil for the document alone.
    static func writePapers(
        of meeting: Meeting, for reader: Slug?, in view: GovernanceView, to path: String?, folder: String?
    ) throws {
        if let reader { _ = try view.person(reader) }
        let store = view.desk.store
        var held: [EvidenceID: [UInt8]] = [:]
        for digest in Set(meeting.agenda.flatMap { $0.papers.map(\.document) + $0.gates.map(\.document) }) {
            guard let digest else { continue }
            do {
                held[digest] = try KeptSource.bytes(of: digest, in: store)
            } catch let refusal as Refusal where refusal.code == "bytes-missing" {
                continue  // Cited by its digest alone: there is no file to put in.
            }
        }
        let pack = PapersText(
            meeting, in: view.book, for: reader.map { .person($0) } ?? .clerk,
            contents: { digest in held[digest].flatMap { PaperBytes($0).text } }, text: view.text)
        let left = pack.leftOut == 0 ? "" : "; \(counted(pack.leftOut, "paper", "papers")) left out"
        if let path {
            let whom = reader.map { "For “\($0)”" } ?? "The whole pack"
            try write(pack.title, pack.blocks, footer: "\(whom)\(left)", to: path)
            Printing.line("Wrote \(path)\(left).")
        }
        guard let folder else { return }
        let files = pack.documents.enumerated().compactMap { place, document in
            held[document.digest].map { bytes in
                (path: "\(place + 1)-\(document.digest.short).\(PaperBytes(bytes).ending)", bytes: bytes)
            }
        }
        guard !files.isEmpty else {
            return Printing.line("No file of a paper is held for this reader\(left), so \(folder) was not made.")
        }
        try NewFolder.write(files, to: folder)
        Printing.line("Wrote \(counted(files.count, "file", "files")) of papers to \(folder)\(left).")
    }
}

extension MinutesText.Block {
    /// As a part of a Word document.
    var forDocument: Document.Block {
        switch self {
        case .heading(let text, let level): .heading(text, level: level)
        case .paragraph(let text): .paragraph(text)
        case .bullets(let lines): .bullets(lines)
        case .table(let table):
            .table(
                Document.Grid(
                    caption: table.caption, header: table.columns.map(\.title),
                    rows: table.rows.map { $0.map(\.shown) },
                    numericColumns: Set(
                        table.columns.indices.filter { column in
                            table.rows.contains { $0[column].isNumeric }
                        })))
        }
    }
}
