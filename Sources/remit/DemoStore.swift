import CLI
import Contracts
import Exemplar
import Foundation
import Imports
import Store
import Vocabulary

/// A store filled with the exemplar's files, through the same door as real ones.
enum DemoStore {
    /// Makes DIR/remit.sqlite from files that are left beside it, in DIR/files, to try the import commands with.
    ///
    /// - Parameter isTemporary: what an earlier demo left is taken away first; else an existing file is refused.
    /// - Parameter engines: by which the rules of challenges are asked.
    static func make(at path: String, isTemporary: Bool, seed: UInt64, engines: ActivityEngines) throws -> Store {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        let files = folder.appendingPathComponent("files")
        if isTemporary {
            for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
            for place in [
                files, folder.appendingPathComponent("published"), folder.appendingPathComponent("remit.activity"),
            ] {
                try? FileManager.default.removeItem(at: place)
            }
            // An earlier demo that was ended in the middle of a ballot leaves the ballot's key.
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
            for name in names where name.hasPrefix("remit.sqlite.ballot-") {
                try? FileManager.default.removeItem(at: folder.appendingPathComponent(name))
            }
        }
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw Refusal(
                .usage, code: "folder-unwritable", "The folder \(folder.path) cannot be made.",
                remedy: "Name another with --dir.")
        }
        let store = try Store.create(at: path)
        Printing.line("Making up Wexbourne ICB and its neighbours (seed \(seed))…")
        let exemplar = Exemplar(seed: seed)
        try write(exemplar, to: files)
        let author = Author("Remit demo")!
        let moment = Clock.now()
        try store.perform(
            SetUpInstallation(holder: Exemplar.commissioners[0].name, isInvented: true), by: author, at: moment)
        try DentalIntake.takeIn(
            months: files.appendingPathComponent("months").path,
            corrections: files.appendingPathComponent("corrections").path,
            contracts: files.appendingPathComponent(exemplar.contractsFileName).path,
            population: files.appendingPathComponent(companion("population", of: exemplar)).path,
            contractTypes: files.appendingPathComponent(companion("type", of: exemplar)).path, into: store, by: author,
            at: moment)
        try takeInNeeds(exemplar, files: files, into: store, by: author, at: moment)
        try DemoGovernance.take(into: store, by: author, files: files.appendingPathComponent("governance"))
        try DemoRounds.take(
            into: store, by: author, files: files.appendingPathComponent("rounds"),
            published: URL(fileURLWithPath: published(beside: path)))
        try DemoGovernance.planMeetingToday(in: store, by: author, files: files.appendingPathComponent("governance"))
        try DemoAssessment.take(into: store, by: author, files: files.appendingPathComponent("assessments"))
        try DemoPeople.take(into: store, by: author, at: Clock.now())
        try DemoActivity(
            store: store, records: path, files: files.appendingPathComponent("activity"), engines: engines, by: author
        ).take(seed: seed)
        return store
    }

    /// Where the records of its decisions are published.
    static func published(beside path: String) -> String {
        URL(fileURLWithPath: path).deletingLastPathComponent().appendingPathComponent("published").path
    }

    /// Files of need and of the directory, each by what it is.
    private static func takeInNeeds(
        _ exemplar: Exemplar, files: URL, into store: Store, by author: Author, at moment: Moment
    ) throws {
        Printing.line("Files of need:")
        for file in exemplar.needsFiles {
            let path = files.appendingPathComponent("needs").appendingPathComponent(file.name).path
            let report = try RecognisedFile(at: path).kind.job(into: store, by: author, at: moment).run([path]) { _ in }
            for line in report.lines { Printing.line("  \(line)") }
        }
    }

    /// The name of the companion file that has the word in it.
    private static func companion(_ word: String, of exemplar: Exemplar) -> String {
        guard let file = exemplar.companionFiles.first(where: { $0.name.contains(word) }) else {
            preconditionFailure("the exemplar has a companion file about \(word)")
        }
        return file.name
    }

    private static func write(_ exemplar: Exemplar, to files: URL) throws {
        let months = files.appendingPathComponent("months")
        let corrections = files.appendingPathComponent("corrections")
        for folder in [months, corrections] {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        }
        for rows in exemplar.months {
            guard let month = rows.first?.month else { continue }
            try Data(exemplar.monthFile(month)).write(
                to: months.appendingPathComponent(Exemplar.monthFileName(month)))
        }
        try Data(exemplar.correctedMonthFile()).write(
            to: corrections.appendingPathComponent(Exemplar.monthFileName(exemplar.correctedMonth)))
        try Data(exemplar.contractsFile()).write(to: files.appendingPathComponent(exemplar.contractsFileName))
        for file in exemplar.companionFiles {
            try Data(file.bytes).write(to: files.appendingPathComponent(file.name))
        }
        let needs = files.appendingPathComponent("needs")
        try FileManager.default.createDirectory(at: needs, withIntermediateDirectories: true)
        for file in exemplar.needsFiles { try Data(file.bytes).write(to: needs.appendingPathComponent(file.name)) }
    }
}
