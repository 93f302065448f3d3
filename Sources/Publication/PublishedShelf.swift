import Digests
import Files
import Foundation
import Store
package import Priorities
package import Vocabulary

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The place where records are published to be served: a folder that holds a folder for each of them.
///
/// Nothing in it is trusted. A record is one whose manifest the journal names, and a file one that the manifest names:
/// what was changed, added or put in its place since is never handed out.
package struct PublishedShelf: Sendable {
    /// Without a slash at its end.
    package let folder: String
    private static let largestManifest = 16 << 20
    /// So many records of one round are looked for, and no more.
    private static let mostOfARound = 1_000

    package init(_ folder: String) {
        var folder = folder
        while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
        self.folder = folder
    }

    /// What stands in the place under one name.
    package enum Standing: Sendable {
        /// As it was published.
        case intact(PublishedHeld)
        /// A record was published under the name, and what stands there now is not it.
        case changed
        case none
    }

    /// Every record that stands there as it was published, the latest first.
    ///
    /// - Parameter rounds: as the journal has them.
    package func records(of rounds: [Round]) -> [PublishedHeld] {
        let known = PublishedShelf.publications(of: rounds)
        return names().compactMap { name in
            guard let manifest = try? manifest(of: name) else { return nil }
            return PublishedShelf.held(name, manifest, known)
        }.sorted { ($0.publication.at, $0.name) > ($1.publication.at, $1.name) }
    }

    /// Folders that were published here and are not as they were, in the order of their names.
    package func changed(among rounds: [Round]) -> [Slug] {
        names().filter { name in
            if case .changed = standing(of: name, among: rounds) { true } else { false }
        }.sorted()
    }

    package func standing(of name: Slug, among rounds: [Round]) -> Standing {
        let known = PublishedShelf.publications(of: rounds)
        if let manifest = try? manifest(of: name), let held = PublishedShelf.held(name, manifest, known) {
            return .intact(held)
        }
        let isOurs = rounds.contains { !$0.published.isEmpty && PublishedShelf.isName(name, of: $0.id) }
        return isOurs && PublishedShelf.isFolder(path(of: name)) ? .changed : .none
    }

    /// A file of a record, exactly as it was published; nil where the record has no such file.
    ///
    /// - Parameter path: from the record's top.
    /// - Throws: `Refusal` of kind `wanting`, where the file is missing or is another than was published.
    package func file(_ path: String, of held: PublishedHeld) throws(Refusal) -> PublishedFile? {
        guard let digest = held.digest(of: path) else { return nil }
        let root = self.path(of: held.name)
        guard let folder = PublishedFolder(root) else { throw PublishedShelf.altered(path, held) }
        let bytes: [UInt8]
        do { bytes = try folder.bytes(of: path) } catch { throw PublishedShelf.altered(path, held) }
        guard Digest.of(bytes) == digest else { throw PublishedShelf.altered(path, held) }
        return PublishedFile(path: path, bytes: bytes)
    }

    /// Every file of a record, the manifest last.
    package func files(of held: PublishedHeld) throws(Refusal) -> [PublishedFile] {
        var files: [PublishedFile] = []
        for path in held.manifest.entries.map(\.path) + [Manifest.path] {
            if let file = try file(path, of: held) { files.append(file) }
        }
        return files
    }

    /// The whole record as one zip, in a folder of its name.
    package func archive(of held: PublishedHeld) throws(Refusal) -> [UInt8] {
        ZipFile.bytes(members: try files(of: held).map { ("\(held.name)/\($0.path)", $0.bytes) })
    }

    /// The journal's head as the record has it: what is published apart.
    package func head(of held: PublishedHeld) throws(Refusal) -> HeadApart {
        guard let file = try file(PublishedRecord.path, of: held) else {
            throw PublishedShelf.altered(PublishedRecord.path, held)
        }
        let json = try JSONValue(parsing: file.bytes, named: PublishedRecord.path)
        guard let journal = json["journal"] else { throw PublishedShelf.altered(PublishedRecord.path, held) }
        let extract = try JournalExtract(json: journal, named: PublishedRecord.path)
        return HeadApart(head: extract.head, manifest: held.publication.digest)
    }

    /// Where a round's next record is to be written: under the round's short name, or with a number behind it where
    /// something lies there; where the last publication was killed before its head was written, the same place again.
    ///
    /// - Throws: `Refusal`, where the place cannot be written.
    package func place(for round: Round) throws(Refusal) -> String {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue,
            FileManager.default.isWritableFile(atPath: folder)
        else {
            throw Refusal(
                .permission, code: "folder-unwritable",
                "The folder in which records are published is not there, or cannot be written.",
                remedy: "Ask whoever runs the server to mend it.")
        }
        if let last = round.published.last, let left = records(of: [round]).first(where: { $0.publication == last }),
            !PublishedShelf.isTaken(HeadApart.path(beside: path(of: left.name)))
        {
            return path(of: left.name)
        }
        for number in 1...PublishedShelf.mostOfARound {
            let place = path(of: PublishedShelf.name(number, of: round.id))
            if !PublishedShelf.isTaken(place), !PublishedShelf.isTaken(HeadApart.path(beside: place)) { return place }
        }
        throw Refusal(
            .rule, code: "folder-full", "Too many records of “\(round.id)” are there already.",
            remedy: "Move some of them elsewhere.")
    }

    // MARK: - Names

    /// `dental-2025`, `dental-2025-2`.
    static func name(_ number: Int, of round: Slug) -> Slug {
        guard number > 1 else { return round }
        // A short name has at most 60 characters.
        var stem = Substring(round.description.prefix(54))
        while stem.hasSuffix("-") { stem.removeLast() }
        guard let name = Slug("\(stem)-\(number)") else { preconditionFailure("a short name with a number is one") }
        return name
    }

    private static func isName(_ name: Slug, of round: Slug) -> Bool {
        if name == round { return true }
        guard let hyphen = name.description.lastIndex(of: "-"),
            let number = Int(name.description[name.description.index(after: hyphen)...]),
            (2...mostOfARound).contains(number)
        else { return false }
        return self.name(number, of: round) == name
    }

    private func path(of name: Slug) -> String { "\(folder)/\(name)" }

    /// Folders whose names are short names; others are none of ours.
    private func names() -> [Slug] {
        let all = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return all.compactMap { Slug($0) }.filter { PublishedShelf.isFolder(path(of: $0)) }
    }

    // MARK: - Reading

    private static func publications(of rounds: [Round]) -> [EvidenceID: (Slug, Round.Publication)] {
        let all = rounds.flatMap { round in round.published.map { ($0.digest, (round.id, $0)) } }
        return Dictionary(all, uniquingKeysWith: { _, last in last })
    }

    private func manifest(of name: Slug) throws(Refusal) -> Manifest {
        let path = "\(path(of: name))/\(Manifest.path)"
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw Refusal(.wanting, code: "file-missing", "\(Manifest.path) is missing.")
        }
        return try Manifest(bytes: try WholeFile.read(path, limit: PublishedShelf.largestManifest))
    }

    private static func held(
        _ name: Slug, _ manifest: Manifest, _ known: [EvidenceID: (Slug, Round.Publication)]
    ) -> PublishedHeld? {
        known[manifest.digest].map {
            PublishedHeld(name: name, round: $0.0, publication: $0.1, manifest: manifest)
        }
    }

    private static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    private static func isTaken(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    private static func altered(_ path: String, _ held: PublishedHeld) -> Refusal {
        Refusal(
            .wanting, code: "record-changed",
            "\(path) of the record “\(held.name)” is not as it was published, so it is not shown.",
            remedy: "Ask whoever published it; the digests of every file are in the record’s manifest.")
    }
}

/// A record that stands in its place as it was published, as far as its manifest goes.
package struct PublishedHeld: Sendable, Hashable {
    /// Of the folder.
    package let name: Slug
    package let round: Slug
    package let publication: Round.Publication
    package let manifest: Manifest

    /// By which a file is known; nil where the record has no such file.
    package func digest(of path: String) -> EvidenceID? {
        if path == Manifest.path { return publication.digest }
        return manifest.entries.first { $0.path == path }?.digest
    }

    /// Bytes of all files together, without the manifest.
    package var size: Int { manifest.entries.map(\.size).reduce(0, +) }
}
