import Digests
import Files
import Foundation
package import Priorities
package import Store
package import Vocabulary

/// Publishes the record of a round: writes the folder, and records that it was published.
package struct PublishRound: Sendable {
    package let store: Store
    package let rules: RulesInForce
    /// Remit's own version, which stands on every page.
    package let version: String
    /// Writes each file whole or not at all; tests look at the disk in between.
    package var writing: Writing = { bytes, path throws(Refusal) in try WholeFile.write(bytes, to: path) }

    /// Is told what is being done, and the share of it that is done, 0 to 1.
    package var progress: @Sendable (_ what: String, _ share: Double) -> Void = { _, _ in }

    package typealias Writing = @Sendable (_ bytes: [UInt8], _ path: String) throws(Refusal) -> Void

    package init(_ store: Store, under rules: RulesInForce = .shipped, version: String) {
        self.store = store
        self.rules = rules
        self.version = version
    }

    /// What was published.
    package struct Published: Sendable {
        package let folder: String
        package let files: Int
        package let apart: HeadApart
        /// Where the head was written: beside the folder.
        package let apartPath: String
        /// The head and the manifest's digest in a few lines, to be published elsewhere.
        package let apartText: String
    }

    /// Writes the record to a folder, all or nothing, and records the publication.
    ///
    /// The files are made from the journal as it stands before the publication is recorded, so the head that is
    /// printed is that of the line before it; the publication's own line names the manifest by digest. The folder is
    /// written under another name beside its place, without its manifest; the act is recorded; then manifest and
    /// folder are given their names, and the head is written beside. Killed in the middle, there is no folder, or there
    /// is the whole folder without the head beside it: publishing again to the same place is all that is needed.
    ///
    /// - Parameter template: the organisation's own Word document for the paper; it is published too.
    /// - Throws: `Refusal`: `folder-not-empty`, `head-file-exists`, `not-accountable`, `template-names-persons`,
    ///   `journal-moved-on`, and what the files refuse.
    package func publish(
        _ id: Slug, to folder: String, template: [UInt8]? = nil, by author: Author, at moment: Moment
    ) throws -> Published {
        if let finished = try finished(id, at: folder) { return finished }
        let place = try PublishedPlace(folder)
        let round = try RoundDesk(store, under: rules).round(id)
        // Asked before anything is written; asked again by the act itself.
        _ = try RecordPublication(round: id, digest: Digest.of("")).decide(
            RoundBefore(round: round, rulebook: rules.rulebook), by: author, at: moment)
        progress("gathering the record", 0)
        let record = try record(of: round, template: template)
        progress("making its pages, papers and tables", 0.2)
        let files = try Publication.files(for: record)
        guard let manifest = files.last, manifest.path == Manifest.path else {
            preconditionFailure("the manifest is the last file")
        }
        let written = try place.write(files, writing: writing) { done in
            progress("writing \(files.count) files", 0.5 + 0.5 * Double(done) / Double(files.count))
        }
        do {
            try store.write { db in
                guard try Journal.head(db).digest == record.journal.head.digest.description else {
                    throw Refusal(
                        .rule, code: "journal-moved-on", "Something was recorded while the record was being made.",
                        remedy: "Publish again.")
                }
                try Store.perform(
                    RecordPublication(round: id, digest: Digest.of(manifest.bytes)), by: author, at: moment,
                    under: rules, in: db)
            }
        } catch {
            written.remove()
            throw error
        }
        try written.takePlace()
        return try published(
            round, at: place.folder, files: files.count,
            HeadApart(head: record.journal.head, manifest: Digest.of(manifest.bytes)))
    }

    /// Writes the head beside a folder that stands there whole without one: a publication was killed just then, or the
    /// head was taken away.
    ///
    /// - Returns: nil unless the last that was done with the round is the publication of that very folder.
    private func finished(_ id: Slug, at folder: String) throws -> Published? {
        guard !FileManager.default.fileExists(atPath: HeadApart.path(beside: folder)),
            let held = PublishedFolder(folder), let bytes = try? held.bytes(of: Manifest.path),
            let manifest = try? Manifest(bytes: bytes)
        else { return nil }
        let desk = RoundDesk(store, under: rules)
        guard let last = try desk.acts(of: id).last, let act = try last.value() as? RecordPublication,
            act.digest == manifest.digest
        else { return nil }
        guard let entry = manifest.entries.first(where: { $0.path == PublishedRecord.path }),
            let text = try? held.bytes(of: entry.path), Digest.of(text) == entry.digest
        else { return nil }
        let record = try PublishedRecord(bytes: text) { path throws(Refusal) in try held.bytes(of: path) }
        return try published(
            try desk.round(id), at: folder, files: manifest.entries.count + 1,
            HeadApart(head: record.journal.head, manifest: manifest.digest))
    }

    private func published(
        _ round: Round, at folder: String, files: Int, _ apart: HeadApart
    ) throws(Refusal) -> Published {
        let path = HeadApart.path(beside: folder)
        let text = apart.text(of: "“\(round.title)” (\(round.id))")
        try writing(Array(text.utf8), path)
        return Published(folder: folder, files: files, apart: apart, apartPath: path, apartText: text)
    }

    /// The record of a round as it stands.
    ///
    /// - Throws: `Refusal` where there is no answer, a file of rules is not kept, or the template bears names.
    package func record(of round: Round, template: [UInt8]? = nil) throws -> PublishedRecord {
        let desk = RoundDesk(store, under: rules)
        guard let held = try desk.result(of: round.id) else {
            throw Refusal(
                .rule, code: "no-result", "There is no answer to publish.",
                remedy: "Work it out with: remit round solve \(round.id)")
        }
        let journal = try desk.extract(of: round.id)
        let rules = try PublishedRecord.rulesNamed(in: journal).map { named in
            PublishedRecord.RuleFile(key: named.key, digest: named.digest, bytes: try kept(named.digest, named.key))
        }
        let installation = try store.read { db in try Installation.current(db) }
        return PublishedRecord(
            version: version, holder: installation.holder, isInvented: installation.isInvented, journal: journal,
            result: try held.value(), earlierResults: try earlierResults(of: round, desk),
            sources: try sources(of: round), rules: rules,
            template: try template.map { try PublishRound.template($0) })
    }

    private func kept(_ digest: EvidenceID, _ name: String) throws -> [UInt8] {
        guard let kept = try store.read({ db in try KeptBytes.of(digest, db) }), !kept.isGzip,
            Digest.of(kept.bytes) == digest
        else {
            throw Refusal(
                .wanting, code: "rules-missing", "The file of rules (\(name)) that an act names is not kept.",
                remedy: "Run remit verify, and restore a backup that holds.")
        }
        return kept.bytes
    }

    /// The answers on which decisions rested that an appeal set aside.
    private func earlierResults(of round: Round, _ desk: RoundDesk) throws -> [RoundResult] {
        var decided: [EvidenceID] = []
        var standing: EvidenceID?
        for act in try desk.acts(of: round.id) {
            switch try act.value() {
            case let act as RecordResult: standing = act.digest
            case is RecordDecision: if let standing { decided.append(standing) }
            default: break
            }
        }
        return try desk.results(of: round.id)
            .filter { decided.contains($0.digest) && $0.digest != round.result?.digest }.map { try $0.value() }
    }

    /// Files and documents that the round cites, as far as this installation holds them.
    private func sources(of round: Round) throws -> [Source] {
        var titles: [EvidenceID: String] = [:]
        for option in round.options {
            for evidence in option.evidence { if let digest = evidence.digest { titles[digest] = evidence.citation } }
        }
        for assessment in round.assessments {
            if let digest = assessment.document { titles[digest] = assessment.title }
        }
        return try store.read { db in
            let held = try SourceHeld.all(db)
            return try titles.keys.sorted().map { digest in
                if let source = held.first(where: { $0.digest == digest }) {
                    return Source(
                        digest: digest, name: source.name, publisher: source.publisher, licence: source.licence,
                        size: source.size)
                }
                return Source(
                    digest: digest, name: titles[digest] ?? "", publisher: "kept with the record", licence: "",
                    size: try KeptBytes.of(digest, db)?.size ?? 0)
            }
        }
    }

    /// - Throws: `Refusal` where it is no template, or bears the names of persons, which would be published.
    private static func template(_ bytes: [UInt8]) throws(Refusal) -> PublishedFile {
        let template = PublishedFile(path: PaperFile.templatePath, bytes: bytes)
        _ = try PaperFile.usable(template)
        let persons = try DocumentTemplate.persons(in: bytes, named: "the template")
        guard persons.isEmpty else {
            throw Refusal(
                .rule, code: "template-names-persons",
                "The template bears names that would be published with it: \(persons.joined(separator: ", ")).",
                remedy: "In Word: File, Check for Issues, Inspect Document, remove personal information; then save.")
        }
        return template
    }
}
