import Activity
import CLI
import Challenges
import Engines
import Exemplar
import Foundation
import Imports
import Store
import Vocabulary

/// Nine months of contract monitoring, taken in as a user's files are: the rules asked, and what came of it.
struct DemoActivity {
    /// Enough that every rule finds something, and few enough that the demo is quick.
    private static let (rows, months) = (12_000, 9)

    let store: Store
    /// The path of the records.
    let records: String
    /// Where the files are left, to try `remit activity` with.
    let files: URL
    let engines: ActivityEngines
    let author: Author

    init(store: Store, records: String, files: URL, engines: ActivityEngines, by author: Author) {
        (self.store, self.records, self.files, self.engines, self.author) = (store, records, files, engines, author)
    }

    /// Does nothing but say so where no query engine is installed.
    func take(seed: UInt64) throws {
        let library: EngineLibrary
        do throws(Refusal) {
            if let missing = engines.missing { throw missing }
            library = try EngineLibrary.installed()
        } catch {
            return Printing.line("Contract activity is left out. \(error.description)")
        }
        try ExemplarActivity(rows: DemoActivity.rows, seed: seed, months: DemoActivity.months).write(into: files)
        try takeFiles(library)
        let (outcome, account) = try askRules()
        do {
            let course = try DemoCourse(store: store, files: files, at: Clock.now())
            let run = try KeptRuns(ActivityFolder(beside: records)).run(account.digest)
            let bundles = try course.raise(run, of: account)
            let matters = try course.begin(overPlan: outcome.raised.filter { $0.rule == "CC25" }.map(\.provider))
            try course.recordCosts(of: bundles)
            Printing.line(
                "  \(counted(bundles.count, "bundle", "bundles")) of challenges with their letters in "
                    + "\(files.appendingPathComponent("sent").path), \(counted(matters, "matter", "matters")) of notices."
            )
        } catch let refusal as Refusal where refusal.code == "no-calendar" {
            // Years after this program was made.
            Printing.line("  No bundles and notices: \(refusal.sentence)")
        }
    }

    private func takeFiles(_ library: EngineLibrary) throws {
        let (folder, moment) = (ActivityFolder(beside: records), Clock.now())
        var monitoring = ActivityIntake(into: store, folder: folder, library: library, by: author, at: moment)
        var tables = ReferenceIntake(into: store, folder: folder, library: library, by: author, at: moment)
        (monitoring.publisher, tables.publisher) = ("Invented providers", "Wexbourne ICB, invented")
        func path(_ file: ExemplarActivity.File) -> String { files.appendingPathComponent(file.rawValue).path }
        let sent: [ExemplarActivity.File] = [
            .patientLevel, .aggregate, .drugs, .devices, .restatedFirst, .restatedAgain,
        ]
        var (kept, refused) = (0, 0)
        for file in sent {
            guard let taken = try monitoring.take(path(file)).submission else { continue }
            (kept, refused) = (kept + taken.kept.rows, refused + taken.refused.rows)
        }
        let others = ExemplarActivity.File.allCases.filter { $0 != .planted && !sent.contains($0) }
        for file in others { _ = try tables.take(path(file)) }
        Printing.line(
            "Contract activity: \(grouped(kept + refused)) rows read from \(sent.count) files = \(grouped(kept)) kept + "
                + "\(grouped(refused)) refused; \(others.count) tables of reference.")
    }

    /// As the pages ask: what was found is kept beside the activity.
    private func askRules() throws -> (AskRules.Outcome, RunAccount) {
        let folder = ActivityFolder(beside: records)
        let desk = try engines.desk(store, folder: folder)
        defer { desk.clear() }
        let outcome = try AskRules(desk.views, on: engines.open(desk)).ask()
        let account = try KeptRuns(folder).keep(outcome, of: desk, by: author, at: Clock.now())
        Printing.line(
            "  \(counted(outcome.asked.count, "rule", "rules")) asked: "
                + "\(counted(account.challenges, "challenge", "challenges")), \(account.counted) at risk, counted once."
        )
        return (outcome, account)
    }
}
