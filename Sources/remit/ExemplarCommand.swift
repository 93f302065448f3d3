import ArgumentParser
import CLI
import Exemplar
import Foundation
import Vocabulary

/// `remit exemplar activity`: invented files to try things on.
struct ExemplarCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exemplar", abstract: "Write invented files, to try things on.",
        subcommands: [ExemplarActivityCommand.self])
}

struct ExemplarActivityCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "activity",
        abstract: "Contract monitoring of any size, with faults that are written down.",
        discussion: """
            Writes plcm.csv (patient level), acm.csv (its sums, with a plan), drplcm.csv and deplcm.csv (drugs and devices), \
            one provider's months stated twice (plcm-restated-1.csv, plcm-restated-2.csv), dental claims, planted.csv (row, \
            rule, amountPence and file of each fault that was put in) and the tables of reference that say what is right: \
            practices, providers, prices, services, hubs, specialised services, contracts, approvals and others. \
            The same rows, seed and months give the same bytes. Everything in them is invented.
            """)

    @Option(help: "How many rows the patient-level file has; three or more.")
    var rows: Int

    @Option(help: "The seed of what is invented.")
    var seed: UInt64 = Exemplar.defaultSeed

    @Option(help: "The last month of the financial year that the files go up to, 1 to 12.")
    var months = 6

    @Option(help: ArgumentHelp("Where to write them; a folder that is made where missing.", valueName: "dir"))
    var dir: String

    func validate() throws {
        guard rows >= 3, rows <= 1_000_000_000 else { throw ValidationError("--rows is 3 to 1,000,000,000.") }
        guard (1...12).contains(months) else { throw ValidationError("--months is 1 to 12.") }
    }

    func run() async throws {
        try ExemplarActivity(rows: rows, seed: seed, months: months).write(into: URL(fileURLWithPath: dir)) { written in
            Printing.progress("\(written / 1_048_576) MiB")
        }
        Printing.progress("")
        Printing.line(
            "Wrote \(grouped(rows)) rows and their tables to \(dir), with faults as planted.csv says. "
                + "Every figure in them is invented.")
    }
}

extension ExemplarActivity {
    /// Writes every file of it into a folder, which is made where it is missing.
    ///
    /// - Parameter progress: is told how many bytes were written so far.
    /// - Throws: `Refusal`: `file-exists` where one of them is there already, `not-writable`.
    func write(into folder: URL, progress: (Int) -> Void = { _ in }) throws {
        let manager = FileManager.default
        let there = File.allCases.map(\.rawValue)
            .filter { manager.fileExists(atPath: folder.appendingPathComponent($0).path) }
        if let first = there.first {
            throw Refusal(
                .usage, code: "file-exists", "\(folder.path) has a \(first) already.",
                remedy: "Name a folder without one.")
        }
        try manager.createDirectory(at: folder, withIntermediateDirectories: true)
        var handles: [File: FileHandle] = [:]
        for file in File.allCases {
            let path = folder.appendingPathComponent(file.rawValue).path
            guard manager.createFile(atPath: path, contents: nil), let handle = FileHandle(forWritingAtPath: path)
            else {
                throw Refusal(
                    .usage, code: "not-writable", "\(path) cannot be written.", remedy: "Name another folder.")
            }
            handles[file] = handle
        }
        defer { for handle in handles.values { try? handle.close() } }
        var written = 0
        try write { (file, bytes) throws in
            try handles[file]?.write(contentsOf: Data(bytes))
            written += bytes.count
            progress(written)
        }
    }
}
