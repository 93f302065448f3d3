import Files
import Pages
import Priorities
import Store
package import Vocabulary

/// The published record of a decision: a folder of files that an outsider checks without asking anybody.
package enum Publication {
    /// Every file of the record, in the order of their paths, the manifest last.
    ///
    /// The same record gives the same bytes, on any machine: nothing is read and no clock is asked.
    /// - Throws: `Refusal` where an act cannot be decided again, or the template cannot be filled.
    package static func files(for record: PublishedRecord) throws(Refusal) -> [PublishedFile] {
        let replayed = try ReplayedRecord(record)
        let tables = PublishedTables.all(of: record, replayed).flatMap { PublishedTables.files($0) }
        let view = view(of: record, replayed)
        var files = RecordSite.pages(for: view).map { PublishedFile(path: $0.path, bytes: $0.bytes) }
        files.append(PublishedFile(path: "paper.docx", bytes: try PaperFile.bytes(of: view, in: record.template)))
        files.append(PublishedFile(path: PublishedRecord.path, bytes: record.bytes))
        files.append(PublishedFile(path: "round.json", bytes: round(of: record, replayed, view)))
        files.append(PublishedFile(path: HowToCheck.path, bytes: HowToCheck.bytes(for: record, replayed.round)))
        files += record.rules.map { PublishedFile(path: $0.path, bytes: $0.bytes) }
        files += tables
        if let template = record.template { files.append(template) }
        files.sort { $0.path < $1.path }
        return files + [PublishedFile(path: Manifest.path, bytes: Manifest(files).bytes)]
    }

    /// What the pages and the paper are drawn from.
    static func view(of record: PublishedRecord, _ replayed: ReplayedRecord) -> RecordView {
        var view = RecordView(
            replayed.round, result: record.result, limits: replayed.limits, holder: record.holder,
            journal: RecordView.JournalHead(
                sequence: record.journal.head.sequence, digest: record.journal.head.digest),
            inputs: inputs(of: record, replayed.round), files: beside, isInvented: record.isInvented,
            version: record.version)
        view.changes = PublishedTables.changes(of: record, replayed)
        return view
    }

    /// Files that the record's first page leads to.
    private static let beside: [RecordView.PublishedFile] = [
        .init(path: PublishedRecord.path, words: "The record as JSON: the journal’s lines and the answer"),
        .init(path: "round.json", words: "The round as it stands, in words and figures, as JSON"),
        .init(path: "paper.docx", words: "The committee paper as a Word document"),
        .init(path: "tables/options.csv", words: "The options as a table (the other tables lie beside it)"),
        .init(path: "tables/scores-given.csv", words: "Every score that was given, by member number"),
        .init(path: HowToCheck.path, words: "How to check this record, step by step"),
        .init(path: Manifest.path, words: "Every file with its size and SHA-256"),
    ]

    /// The files of rules, the files that the round cites, its documents and its answer.
    private static func inputs(of record: PublishedRecord, _ round: Round) -> [RecordView.Input] {
        var inputs = record.rules.map {
            RecordView.Input(digest: $0.digest, title: $0.path, origin: "Remit’s rules, published here")
        }
        inputs += record.sources.map { source in
            let from = [source.publisher, source.licence].filter { !$0.isEmpty }.joined(separator: ", ")
            return RecordView.Input(digest: source.digest, title: source.name, origin: from)
        }
        let result = PublishedRecord.digest(of: record.result)
        inputs.append(
            RecordView.Input(
                digest: result, title: "The answer",
                origin: "worked out by Remit, method version \(record.result.version)"))
        return inputs
    }

    private static func round(of record: PublishedRecord, _ replayed: ReplayedRecord, _ view: RecordView) -> [UInt8] {
        let json = RoundRecord(
            round: replayed.round, result: record.result, explanation: view.reading.explanation,
            sources: record.sources
        ).json
        return Array("\(json.pretty)\n".utf8)
    }
}
