import Digests
import Foundation
import Glibc
package import Store
package import Vocabulary

/// The folder beside a store's file in which contract monitoring lies as Parquet: `remit.activity` beside `remit.sqlite`.
///
/// A submission's parts are written into `.incoming`, brought to the disk, and moved to their place in one step before they
/// are registered. What lies there and is not registered was left by an import that did not end, and goes with the next.
package struct ActivityFolder: Sendable {
    package let path: String

    /// - Parameter store: the path of the store's file.
    package init(beside store: String) {
        let whole = store.hasSuffix(".sqlite") ? String(store.dropLast(".sqlite".count)) : store
        path = whole + ".activity"
    }

    init(at path: String) { self.path = path }

    /// Where a submission's parts lie, within the folder.
    package static func place(of source: EvidenceID, layout: String, mapping: EvidenceID?) -> String {
        "\(layout)/\(source.description.prefix(24))\(mapping.map { "-\($0.description.prefix(8))" } ?? "")"
    }

    /// Holds the folder against other imports while the body runs.
    ///
    /// - Throws: `Refusal`, code `import-running`, where another one holds it.
    func held<Answer>(_ body: () throws -> Answer) throws -> Answer {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        let descriptor = open(path + "/.lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw Refusal(.permission, code: "activity-unwritable", "The folder \(path) cannot be written.")
        }
        defer { close(descriptor) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            throw Refusal(
                .rule, code: "import-running", "Another import of activity is running.",
                remedy: "Wait until it has ended.")
        }
        return try body()
    }

    /// An empty folder for a submission on its way; what an import left there that did not end is removed.
    func incoming() throws -> String { try emptied(".incoming") }

    /// An empty folder for what is unpacked of a file, likewise.
    func scratch() throws -> String { try emptied(".unpacked") }

    private func emptied(_ name: String) throws -> String {
        let folder = "\(path)/\(name)"
        if FileManager.default.fileExists(atPath: folder) { try FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        return folder
    }

    /// Removes what processes that are no more have left for a moment: tables of one run, and what memory did not hold.
    package func removeLeftovers() {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] {
            guard name.hasPrefix(".spill-") || name.hasPrefix(".tables-"),
                let process = name.split(separator: "-").last.flatMap({ pid_t($0) }), kill(process, 0) != 0,
                errno == ESRCH
            else { continue }
            try? FileManager.default.removeItem(atPath: "\(path)/\(name)")
        }
    }

    /// Moves what has come in to its place and has it registered; what is not registered does not stay there.
    func settle(_ incoming: String, at place: String, registering: () throws -> Void) throws {
        try settle(incoming, at: place)
        do {
            try registering()
        } catch {
            try? FileManager.default.removeItem(atPath: "\(path)/\(place)")
            throw error
        }
    }

    /// Moves what has come in to its place; what lies there unregistered is removed.
    private func settle(_ incoming: String, at place: String) throws {
        let manager = FileManager.default
        for name in try manager.contentsOfDirectory(atPath: incoming) { sync("\(incoming)/\(name)") }
        sync(incoming)
        let target = "\(path)/\(place)"
        if manager.fileExists(atPath: target) { try manager.removeItem(atPath: target) }
        let parent = URL(fileURLWithPath: target).deletingLastPathComponent().path
        try manager.createDirectory(atPath: parent, withIntermediateDirectories: true)
        try manager.moveItem(atPath: incoming, toPath: target)
        sync(parent)
    }

    private func sync(_ path: String) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }

    /// Holds the stored parts of a submission against their digests.
    ///
    /// - Parameter isOfProblems: true for the parts of problems alone, which are small.
    /// - Throws: `Refusal` of kind `wanting`: `part-missing`, `part-altered`.
    package func check(_ submission: HeldSubmission, isOfProblems: Bool = false) throws(Refusal) {
        for part in submission.parts where part.holdsProblems || !isOfProblems {
            try check("\(submission.folder)/\(part.name)", of: submission.name, against: part.digest)
        }
    }

    /// Holds the stored part of a table of reference against its digest.
    ///
    /// - Throws: as for a submission.
    package func check(_ reference: HeldReference) throws(Refusal) {
        try check("\(reference.folder)/part-0001.parquet", of: reference.file, against: reference.part)
    }

    private func check(_ part: String, of name: String, against digest: EvidenceID) throws(Refusal) {
        let file = "\(path)/\(part)"
        guard FileManager.default.fileExists(atPath: file) else {
            throw Refusal(
                .wanting, code: "part-missing", "A stored part of \(name) is missing: \(file).",
                remedy: "Bring the folder \(path) back from a copy.")
        }
        guard try Digest.ofFile(at: file).digest == digest else {
            throw Refusal(
                .wanting, code: "part-altered", "A stored part of \(name) is not what was registered: \(file).",
                remedy: "Bring the folder \(path) back from a copy.")
        }
    }
}
