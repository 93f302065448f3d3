package import Activity
import Digests
package import Engines
import Files
import Foundation
import Parquet
package import Store
import Tabular
package import Vocabulary

/// Takes files of contract monitoring in: typed, stored as Parquet beside the store's file, and registered.
package struct ActivityIntake {
    let store: Store
    let folder: ActivityFolder
    let library: EngineLibrary
    let author: Author
    let moment: Moment
    package var mapping: JSONValue?
    package var dropping: [String] = []
    package var dayOrder: ActivityDayOrder?
    /// The provider whose files these are, and the year that they are of; nil where nobody has said.
    package var provider: String?
    package var year: FinancialYear?
    package var publisher = "As sent by the provider"
    package var licence = "Not for publication"

    package init(
        into store: Store, folder: ActivityFolder, library: EngineLibrary, by author: Author, at moment: Moment
    ) {
        (self.store, self.folder, self.library) = (store, folder, library)
        (self.author, self.moment) = (author, moment)
    }

    /// What came of a file.
    package struct Taken: Sendable {
        package let name: String
        package let digest: EvidenceID
        /// Nil where the file was held already.
        package let submission: RegisterSubmission?
    }

    /// A YAML file as it is.
    package static func document(at path: String) throws(Refusal) -> JSONValue {
        try YAMLFile.value(of: WholeFile.read(path, limit: 1 << 20), named: FileSource(path).name)
    }

    /// Takes a file in: each text of an archive or workbook as a submission of its own, whole or not at all. An archive that
    /// is damaged or cut off gives none.
    ///
    /// - Parameter progress: is told the rows read so far.
    /// - Returns: what came of each text, refused or taken, in order.
    /// - Throws: `Refusal` where the file cannot be unpacked to its end.
    package func takeAll(
        _ path: String, progress: (Int) -> Void = { _ in }
    ) throws -> [(name: String, outcome: Result<Taken, any Error>)] {
        try folder.held {
            let scratch = try folder.scratch()
            defer { try? FileManager.default.removeItem(atPath: scratch) }
            let reviewed = try mapping.map { document throws(Refusal) in try ActivityMapping(document) }
            return try ActivityTexts(of: path, scratch: scratch, mapping: reviewed).texts.map { text in
                (text.name, Result { try takeAlone(text, progress) })
            }
        }
    }

    /// Takes a file of one text in, whole or not at all.
    ///
    /// - Throws: `Refusal`: of the reader, the engine, `other-provider`, `other-year`, or `file-changed` where the file was
    ///   written to meanwhile; of the first text where there are several.
    package func take(_ path: String, progress: (Int) -> Void = { _ in }) throws -> Taken {
        let all = try takeAll(path, progress: progress)
        for one in all { _ = try one.outcome.get() }
        return try all[0].outcome.get()
    }

    private func takeAlone(_ text: ActivityTexts.Text, _ progress: (Int) -> Void) throws -> Taken {
        let name = text.name
        let mappingDigest = mapping.map { Digest.of($0) }
        let known = try known(text)
        if let known, try store.read({ db in try SourceRecord.isHeld(known, mapping: mappingDigest, db) }) {
            return Taken(name: name, digest: known, submission: nil)
        }

        let reviewed = try mapping.map { document throws(Refusal) in try ActivityMapping(document) }
        let running = RunningDigest()
        let pieces = try FilePieces(path: text.path, named: name, delimiter: reviewed?.delimiter) { bytes in
            if known == nil { running.take(bytes) }
        }
        let header = try ActivityHeader(titles: pieces.titles, in: name, mapping: reviewed, dropping: dropping)
        let order = dayOrder ?? reviewed?.dayOrder
        let incoming = try folder.incoming()
        defer { try? FileManager.default.removeItem(atPath: incoming) }
        let written = try ActivityWriter(library).write(
            pieces, by: ActivityReader(header: header, dayOrder: order), into: incoming, progress: progress)
        let digest = known ?? running.finished()
        if text.given?.isOutdated == true {
            throw Refusal(
                .input, code: "file-changed", "\(name) was written to while it was read.", remedy: "Give it again.")
        }
        let claims = SubmissionClaims(name: name, provider: provider, year: year)
        try claims.hold(written, in: incoming, by: library)
        let notes = try written.notes + text.notes + claims.notes(on: written, from: store)
        let place = ActivityFolder.place(of: digest, layout: header.layout.file.rawValue, mapping: mappingDigest)
        let act = RegisterSubmission(
            source: Source(digest: digest, name: name, publisher: publisher, licence: licence, size: text.size),
            layout: header.layout.file, folder: place, mapping: mapping?.canonical, mappingDigest: mappingDigest,
            dropped: dropping, dayOrder: order, parts: try parts(of: written, in: incoming),
            columns: ActivitySchema.types(of: header.layout).map { .init(name: $0.name, type: $0.type) },
            account: written.account, slices: written.slices,
            problems: written.problemCounts.sorted { $0.key < $1.key }.map {
                .init(code: $0.key.code.rawValue, effect: $0.key.effect.rawValue, rows: $0.value)
            },
            notes: notes.map { .init(column: $0.column, code: $0.code, explanation: $0.explanation) },
            cellsRepaired: written.cellsRepaired)
        // Refused before anything lies in its place.
        _ = try act.decide(.init(isHeld: false), by: author, at: moment)
        try folder.settle(incoming, at: place) { try store.perform(act, by: author, at: moment) }
        return Taken(name: name, digest: digest, submission: act)
    }

    /// The digest of a text where it must be known before it is read: only what has the size of a file that is held can
    /// be one of those.
    private func known(_ text: ActivityTexts.Text) throws -> EvidenceID? {
        if let digest = text.digest { return digest }
        guard try store.read({ db in try SourceRecord.isHeld(ofSize: text.size, db) }) else { return nil }
        return try Digest.ofFile(at: text.path).digest
    }

    private func parts(
        of written: WrittenActivity, in incoming: String
    ) throws(Refusal) -> [RegisterSubmission.Part] {
        var parts: [RegisterSubmission.Part] = []
        for (list, holdsProblems) in [(written.parts, false), (written.problemParts, true)] {
            for part in list {
                let (digest, size) = try Digest.ofFile(at: "\(incoming)/\(part.name)")
                parts.append(
                    .init(name: part.name, holdsProblems: holdsProblems, digest: digest, size: size, rows: part.rows))
            }
        }
        return parts
    }
}
