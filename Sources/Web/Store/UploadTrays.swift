import Contracts
import Foundation
import Imports
import Pages
import Store
import Synchronization
import Vocabulary

/// Files that people sent to be taken in: one tray for each account, until its files are taken in, thrown away, or an
/// hour old.
///
/// They lie in a folder that only Remit may read. A server that was killed leaves its folder behind; the next one takes
/// away what no living server holds.
final class UploadTrays: Sendable {
    /// Seconds for which files wait.
    private static let lifetime = 3_600
    private static let prefix = "remit-uploads-"

    private struct Tray {
        let id: UUID
        var files: [File]
        var state: FilesTakenInPage.State
        /// Once they were taken in.
        var report: ImportReport?
        let at: Moment
    }

    /// A file in a tray.
    struct File: Sendable {
        let path: String
        var shown: WaitingFile
        let kind: FileKind?
        /// Where its columns are those of no file that is read by itself.
        var extract: ExtractAtHand?
        /// By which it is read then.
        var mapping: SaveMapping?

        var canBeTaken: Bool { kind != nil || mapping != nil }

        fileprivate func job(
            into store: Store, by author: Author, at moment: Moment, dropping: [String]
        ) throws -> (any Importing)? {
            if let kind { return try kind.job(into: store, by: author, at: moment, dropping: dropping) }
            return mapping.map { LocalIntake.job(by: $0, into: store, by: author, at: moment, dropping: dropping) }
        }
    }

    /// Sent by programs, for acts to come.
    let documents = WaitingDocuments()
    /// Sheets that are looked at before they are taken in.
    let sheets = HeldSheets()
    private let trays = Mutex<[Slug: Tray]>([:])
    /// Made when it is first needed, with its lock.
    private let base = Mutex<(path: String, lock: Int32)?>(nil)
    private let folder: String
    private let log: ServingLog

    init(in folder: String = NSTemporaryDirectory(), log: ServingLog = ServingLog(.none)) {
        self.folder = folder
        self.log = log
    }

    deinit {
        base.withLock { base in
            guard let held = base else { return }
            try? FileManager.default.removeItem(atPath: held.path)
            close(held.lock)
        }
    }

    // MARK: - Folders

    private func place() throws -> String {
        try base.withLock { base in
            if let base { return base.path }
            let path = "\(folder)/\(UploadTrays.prefix)\(UUID().uuidString)"
            try UploadTrays.makeFolder(path)
            let lock = open("\(path)/lock", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            guard lock >= 0, flock(lock, LOCK_EX | LOCK_NB) == 0 else { throw CocoaError(.fileWriteUnknown) }
            base = (path, lock)
            return path
        }
    }

    /// The file, where what a killed server leaves behind is taken away by the next.
    func moved(_ file: PostedFile) throws -> PostedFile {
        let path = "\(try place())/\(UUID().uuidString)"
        try FileManager.default.moveItem(atPath: file.path, toPath: path)
        return PostedFile(name: file.name, size: file.size, path: path)
    }

    /// Files that were sent, under their own names in a folder that only Remit may read; the caller's to remove.
    func laid(_ files: [PostedFile]) throws -> (folder: String, paths: [String]) {
        let folder = "\(try place())/\(UUID().uuidString)"
        try UploadTrays.makeFolder(folder)
        var paths: [String] = []
        for (number, file) in files.enumerated() {
            try UploadTrays.makeFolder("\(folder)/\(number)")
            let path = "\(folder)/\(number)/\(UploadTrays.name(of: file))"
            try FileManager.default.moveItem(atPath: file.path, toPath: path)
            paths.append(path)
        }
        return (folder, paths)
    }

    private static func makeFolder(_ path: String) throws {
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    }

    /// Takes away what servers left behind that are no more.
    static func removeLeftovers(in folder: String = NSTemporaryDirectory()) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] where name.hasPrefix(prefix) {
            let path = "\(folder)/\(name)"
            let lock = open("\(path)/lock", O_WRONLY | O_CLOEXEC)
            guard lock >= 0 else { continue }
            if flock(lock, LOCK_EX | LOCK_NB) == 0 { try? FileManager.default.removeItem(atPath: path) }
            close(lock)
        }
    }

    // MARK: - Trays

    /// Puts files into somebody's tray, in the place of those that lay there, and looks what they are.
    ///
    /// - Parameter isHeld: true where a file of that digest was taken in already.
    /// - Throws: `Refusal` of kind `rule`, code `files-running`, while files of theirs are being taken in.
    func put(
        _ sent: [PostedFile], for account: Slug, at moment: Moment, isHeld: (EvidenceID) throws -> Bool
    ) throws {
        try discard(for: account)
        let id = UUID()
        let tray = "\(try place())/\(id.uuidString)"
        try UploadTrays.makeFolder(tray)
        var files: [File] = []
        for (number, file) in sent.enumerated() {
            try UploadTrays.makeFolder("\(tray)/\(number)")
            let path = "\(tray)/\(number)/\(UploadTrays.name(of: file))"
            try FileManager.default.moveItem(atPath: file.path, toPath: path)
            files.append(try UploadTrays.looked(at: path, number: number, size: file.size, isHeld: isHeld))
        }
        trays.withLock { trays in
            trays[account] = Tray(id: id, files: files, state: .waiting(files.map(\.shown), dropped: ""), at: moment)
        }
    }

    private static func looked(
        at path: String, number: Int, size: Int, isHeld: (EvidenceID) throws -> Bool
    ) throws -> File {
        let name = (path as NSString).lastPathComponent
        do {
            let found = try RecognisedFile(at: path)
            let again = try found.digest.map { try isHeld($0) } ?? false
            let shown = WaitingFile(
                name: name, bytes: size, kind: found.kind.inWords,
                remark: again ? "The same file was taken in before. Taken in again, it changes nothing." : nil)
            return File(path: path, shown: shown, kind: found.kind)
        } catch let refusal as Refusal {
            let extract = refusal.code == "not-known" ? try? ExtractAtHand(at: path) : nil
            let isTable = (extract?.header.count ?? 0) > 1
            return File(
                path: path,
                shown: WaitingFile(
                    name: name, bytes: size, kind: nil, remark: refusal.told, mappedAt: isTable ? number : nil),
                kind: nil, extract: isTable ? extract : nil)
        }
    }

    /// A file in somebody's tray that may be read by a mapping; nil where there is none at that place, or the files are
    /// being taken in.
    func extract(_ place: Int, for account: Slug, at moment: Moment) -> (file: File, extract: ExtractAtHand)? {
        guard case .waiting = state(for: account, at: moment) else { return nil }
        return trays.withLock { trays in
            guard let files = trays[account]?.files, files.indices.contains(place),
                let extract = files[place].extract
            else { return nil }
            return (files[place], extract)
        }
    }

    /// Reads a file in somebody's tray by a mapping.
    ///
    /// - Throws: `Refusal` of kind `rule`, code `no-files`, where there is no such file any more.
    func read(_ place: Int, for account: Slug, by mapping: SaveMapping) throws {
        try trays.withLock { trays in
            guard var tray = trays[account], tray.files.indices.contains(place), tray.files[place].extract != nil,
                case .waiting(_, let dropped) = tray.state
            else { throw UploadTrays.nothing }
            tray.files[place].mapping = mapping
            tray.files[place].shown.kind = "an extract, by the mapping “\(mapping.mapping.name)”"
            tray.files[place].shown.remark = nil
            tray.state = .waiting(tray.files.map(\.shown), dropped: dropped)
            trays[account] = tray
        }
    }

    /// A name that can stand in a folder.
    private static func name(of file: PostedFile) -> String {
        let plain = file.name.printable.replacing("/", with: "-").replacing("\\", with: "-")
        let short = String(plain.suffix(120))
        return [".", "..", ""].contains(short) ? "file" : short
    }

    func state(for account: Slug, at moment: Moment) -> FilesTakenInPage.State {
        trays.withLock { trays in
            for (account, tray) in trays where moment.secondsSince1970 - tray.at.secondsSince1970 > UploadTrays.lifetime
            {
                if case .running = tray.state { continue }
                remove(tray)
                trays[account] = nil
            }
            return trays[account]?.state ?? .empty
        }
    }

    /// The files of somebody's tray, and what came of them once they were taken in.
    func contents(for account: Slug, at moment: Moment) -> (
        state: FilesTakenInPage.State, files: [File], report: ImportReport?
    ) {
        let state = state(for: account, at: moment)
        return trays.withLock { trays in (state, trays[account]?.files ?? [], trays[account]?.report) }
    }

    /// Throws away what lies in somebody's tray.
    ///
    /// - Throws: `Refusal` of kind `rule`, code `files-running`, while it is being taken in.
    func discard(for account: Slug) throws {
        try trays.withLock { trays in
            guard let tray = trays[account] else { return }
            if case .running = tray.state { throw UploadTrays.running }
            remove(tray)
            trays[account] = nil
        }
    }

    private static let running = Refusal(
        .rule, code: "files-running", "Files of yours are being taken in.", remedy: "Wait until that is done.")

    private func remove(_ tray: Tray) {
        guard let base = base.withLock({ $0?.path }) else { return }
        try? FileManager.default.removeItem(atPath: "\(base)/\(tray.id.uuidString)")
    }

    // MARK: - Taking in

    /// Begins to take in what lies in somebody's tray, on a thread of its own; does nothing where that has begun.
    ///
    /// Each file is taken in whole, in a transaction of its own, or not at all.
    /// - Throws: `Refusal` of kind `rule`, code `no-files`, where nothing lies there that can be taken in.
    func begin(
        for account: Slug, into store: Store, by author: Author, at moment: Moment, dropping: [String]
    ) throws {
        let files: [File]? = try trays.withLock { trays in
            guard let tray = trays[account] else { throw UploadTrays.nothing }
            guard case .waiting = tray.state else { return nil }
            let files = tray.files.filter(\.canBeTaken)
            guard !files.isEmpty else { throw UploadTrays.nothing }
            trays[account]?.state = .running("The first file is read.", share: 0)
            return files
        }
        guard let files else { return }
        let thread = Thread { [self] in
            let report = take(files, for: account, into: store, by: author, at: moment, dropping: dropping)
            trays.withLock { trays in
                guard let tray = trays[account] else { return }
                remove(tray)
                trays[account]?.report = report
                trays[account]?.files = []
                trays[account]?.state = .done(report.files.map(UploadTrays.told), lines: UploadTrays.lines(of: report))
            }
        }
        thread.stackSize = 8 << 20
        thread.start()
    }

    private static let nothing = Refusal(
        .rule, code: "no-files", "There is no file to be taken in.", remedy: "Choose files first.")

    private func take(
        _ files: [File], for account: Slug, into store: Store, by author: Author, at moment: Moment, dropping: [String]
    ) -> ImportReport {
        var report = ImportReport()
        for (number, file) in files.enumerated() {
            let share = Double(number) / Double(files.count)
            do {
                guard let job = try file.job(into: store, by: author, at: moment, dropping: dropping) else { continue }
                report.files += try job.run([file.path]) { what in
                    trays.withLock { $0[account]?.state = .running("File \(what).", share: share) }
                }.files
            } catch let refusal as Refusal {
                report.files.append(ImportReport.File(name: file.shown.name, refusal: refusal))
            } catch {
                let reference = String(UUID().uuidString.prefix(8))
                log.tell(
                    "fault",
                    [
                        ("reference", .text(reference)), ("while", .text("files are taken in")),
                        ("error", .text("\(error)")),
                    ])
                report.files.append(
                    ImportReport.File(
                        name: file.shown.name,
                        refusal: Refusal(
                            .engine, code: "import-failed",
                            "\(file.shown.name) could not be taken in; nothing of it was kept. Fault \(reference).",
                            remedy: "Tell whoever looks after Remit here.")))
            }
        }
        return report
    }

    private static func told(_ file: ImportReport.File) -> FilesTakenInPage.TakenFile {
        if let refusal = file.refusal {
            return .init(name: file.name, digest: nil, words: refusal.told, isRefused: true)
        }
        guard let intake = file.intake else {
            return .init(
                name: file.name, digest: nil, words: "Passed over: it \(file.skipped ?? "is no data").",
                isRefused: false)
        }
        var words =
            file.isHeld
            ? "It was held already, byte for byte: nothing changed."
            : "\(grouped(intake.rowsRead)) rows read = \(grouped(intake.rowsKept)) kept + "
                + "\(grouped(intake.rowsRefused)) refused + \(grouped(intake.rowsAlreadyHeld)) already held."
        if intake.flagged > 0, !file.isHeld {
            words +=
                " \(counted(intake.flagged, "row", "rows")) kept and flagged: left out of totals until somebody accepts them."
        }
        if intake.problems > 0, !file.isHeld { words += " \(counted(intake.problems, "problem", "problems"))." }
        return .init(name: file.name, digest: file.digest, words: words, isRefused: false)
    }

    /// What of the report is not said of each file.
    private static func lines(of report: ImportReport) -> [String] {
        report.lines.filter { !$0.hasPrefix("Refused: ") && !$0.hasPrefix("Passed over: ") && !$0.contains("`remit") }
    }
}
