import Digests
import Files
import Store
import Vocabulary

/// One file read and waiting to be taken in: what the act needs, and the bytes to keep.
struct ReadFile<Content: Sendable>: Sendable {
    var source: Source
    var content: Result<Content, Refusal>
    /// The archive in which it came.
    var container: EvidenceID?
    /// The bytes in gzip; nil where the archive they came in is kept instead.
    var kept: [UInt8]?
}

/// Something by which files are taken in.
package protocol Importing {
    func run(_ paths: [String], progress: (String) -> Void) throws -> ImportReport
}

/// Takes files in: reading on a thread of its own, deciding and writing on this one, a transaction for each argument.
///
/// A file that is refused leaves nothing; the others of its archive or folder stand. A damaged archive leaves nothing
/// at all, whatever was read of it before the damage showed.
package struct ImportJob<Content: Sendable>: Importing {
    let store: Store
    let publisher: String
    let licence: String
    /// The column mapping that files are read by; nil where their layout is their publisher's.
    let mapping: EvidenceID?
    /// Reads a member into what the act needs; on another thread.
    let read: @Sendable (Member) throws(Refusal) -> Content
    /// Performs the act in the transaction; the container's digest where the file came in an archive.
    let perform: (Content, Source, EvidenceID?, Transaction) throws -> Intake

    /// Takes in every file named.
    ///
    /// - Parameter progress: is told each file as its turn comes: `12: uda_contractor_202312.csv`.
    package func run(_ paths: [String], progress: (String) -> Void = { _ in }) throws -> ImportReport {
        var report = ImportReport()
        for path in paths {
            do {
                let spooled = try SpooledInput(path)
                defer { spooled.remove() }
                report.files += try store.write { db in
                    try take(spooled, db, progress)
                }
            } catch let refusal as Refusal {
                report.files.append(ImportReport.File(name: shownName(path), refusal: refusal))
            }
        }
        return report
    }

    private func take(
        _ input: SpooledInput, _ db: Transaction, _ progress: (String) -> Void
    ) throws -> [ImportReport.File] {
        var files: [ImportReport.File] = []
        let (read, publisher, licence) = (read, publisher, licence)
        let source = FileSource(input.path)
        let ahead = ReadAhead<Step>(capacity: 3) { yield in
            var container: EvidenceID?
            let skipped = try source.forEachMember { member in
                let digest = Digest.of(member.bytes)
                let isWithin = member.containerName != nil && !input.isFolder
                if isWithin, container == nil {
                    let archive = try input.archive()
                    container = archive.digest
                    try yield(.archive(archive))
                }
                let name = input.isStandardInput && !isWithin ? "standard input" : member.name
                let named = Member(name: name, containerName: member.containerName, bytes: member.bytes)
                let content: Result<Content, Refusal>
                do throws(Refusal) {
                    content = .success(try read(named))
                } catch {
                    content = .failure(error)
                }
                var isRefused = false
                if case .failure = content { isRefused = true }
                try yield(
                    .file(
                        ReadFile(
                            source: Source(
                                digest: digest, name: name, publisher: publisher, licence: licence,
                                size: member.bytes.count),
                            content: content, container: isWithin ? container : nil,
                            kept: isWithin || isRefused ? nil : Compression.gzip(member.bytes))))
            }
            try yield(.skipped(skipped))
        }
        defer { ahead.abandon() }
        var archive: Archive?
        while let step = try ahead.next() {
            switch step {
            case .archive(let found): archive = found
            case .skipped(let skipped):
                files += skipped.map { ImportReport.File(name: $0.name, skipped: $0.reason) }
            case .file(let file):
                progress("\(files.count + 1): \(file.source.name)")
                switch file.content {
                case .failure(let refusal):
                    files.append(ImportReport.File(name: file.source.name, refusal: refusal))
                case .success(let content):
                    let isHeld = try SourceRecord.isHeld(file.source.digest, mapping: mapping, db)
                    if !isHeld {
                        if let kept = file.kept {
                            try SourceRecord.keep(
                                file.source.digest, size: file.source.size, bytes: kept, isGzip: true, db)
                        } else if let whole = archive {
                            try SourceRecord.keep(
                                whole.digest, size: whole.bytes.count, bytes: whole.bytes, isGzip: false, db)
                            archive = nil
                        }
                    }
                    let intake = try perform(content, file.source, file.container, db)
                    precondition(intake.balances, "rows read are rows kept, refused or already held")
                    files.append(
                        ImportReport.File(
                            name: file.source.name, digest: file.source.digest, intake: intake, isHeld: isHeld))
                }
            }
        }
        return files
    }

    private enum Step: Sendable {
        case archive(Archive)
        case file(ReadFile<Content>)
        case skipped([SkippedMember])
    }

    private func shownName(_ path: String) -> String { FileSource(path).name }
}
