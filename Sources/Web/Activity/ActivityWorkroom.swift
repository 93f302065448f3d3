import Challenges
import Engines
import Foundation
import Imports
import Pages
import Performance
import Store
import Synchronization
import Vocabulary

/// What work on contract monitoring needs: the desk that does it, and the engine and the process that were given from outside.
final class ActivityWorkroom: Sendable {
    let desk = ActivityWorkDesk()
    let problems = SubmissionProblemsRead()
    /// The run whose rows were asked for last.
    private let read = Mutex<ChallengeRun?>(nil)
    /// Nil where none was given.
    let engines: ActivityEngines?
    /// Takes files in by a process of its own; nil where none was given.
    let intake: IntakeWorker.Run?
    /// Beside the records; nil where these lie in no file.
    let folder: ActivityFolder?
    /// The path of the records.
    let records: String?

    init(_ store: Store, engines: ActivityEngines?, intake: IntakeWorker.Run?) {
        (self.engines, self.intake) = (engines, intake)
        records = StoreWatch(store).place
        folder = records.map { ActivityFolder(beside: $0) }
        folder?.removeLeftovers()
    }

    /// Why no question can be asked here; nil where one can.
    var missing: Refusal? {
        guard folder != nil else {
            return Refusal(.engine, code: "no-folder", "These records lie in no file, and no activity beside them.")
        }
        guard let engines else {
            return Refusal(
                .engine, code: "engine-not-given", "No query engine was given to these pages.",
                remedy: "Serve them with remit serve.")
        }
        return engines.missing
    }

    /// The rows of a run that is kept.
    ///
    /// - Throws: `Refusal`: as `KeptRuns.run`.
    func run(_ digest: EvidenceID) throws -> ChallengeRun {
        try read.withLock { known in
            if let known, known.digest == digest { return known }
            guard let runs else { throw Refusal(.usage, code: "not-found", "The run \(digest.short)") }
            let made = try runs.run(digest)
            known = made
            return made
        }
    }

    var runs: KeptRuns? { folder.map { KeptRuns($0) } }

    /// What stands of a year and an engine that sees it, for as long as the work takes; a job that is stopped ends the engine.
    ///
    /// - Throws: `Refusal`: as `missing`, `ActivityEngines`, or of the work.
    static func asking<Answer>(
        _ room: ActivityWorkroom, _ store: Store, of year: FinancialYear, _ job: ActivityJob,
        _ work: (ActivityDesk, any QueryEngine) throws -> Answer
    ) throws -> Answer {
        if let missing = room.missing { throw missing }
        guard let engines = room.engines, let folder = room.folder else { preconditionFailure("nothing is missing") }
        let desk = try engines.desk(store, folder: folder, year: year)
        defer { desk.clear() }
        let engine = try engines.open(desk) { _, memory in job.tell(memory: memory) }
        job.onStop { engine.cancel() }
        return try work(desk, engine)
    }

    /// Asks the rules, and keeps what they found.
    func askRules(
        of year: FinancialYear, only rules: [String], in store: Store, by author: Author,
        at now: @escaping @Sendable () -> Moment
    ) throws(Refusal) {
        let title = rules.isEmpty ? "The rules of \(year)" : "\(rules.joined(separator: ", ")) of \(year)"
        try desk.begin(.challenges(year, rules: rules), title, by: author) { [self] job in
            job.tell("What stands of \(year) is made ready")
            return try ActivityWorkroom.asking(self, store, of: year, job) { desk, engine in
                let outcome = try AskRules(desk.views, on: engine).ask(rules.isEmpty ? nil : Set(rules)) { rule in
                    job.tell("\(rule.id): \(rule.words.title)")
                }
                job.tell("What was found is kept")
                guard let runs else { preconditionFailure("there is a folder") }
                return .run(try runs.keep(outcome, of: desk, by: author, at: now()))
            }
        }
    }

    func workOutWhoPays(of year: FinancialYear, standing: EvidenceID, in store: Store, by author: Author)
        throws(Refusal)
    {
        try desk.begin(.whoPays(year, standing: standing), "Who pays, \(year)", by: author) { [self] job in
            try ActivityWorkroom.asking(self, store, of: year, job) { desk, engine in
                let answer = try AskRules(desk.views, on: engine).whoPays()
                return .whoPays(WhoPays(branches: answer.branches, rows: answer.rows, cost: answer.cost))
            }
        }
    }

    func readMonths(of year: FinancialYear, standing: EvidenceID, in store: Store, by author: Author) throws(Refusal) {
        try desk.begin(.months(year, standing: standing), "The months of \(year)", by: author) { [self] job in
            try ActivityWorkroom.asking(self, store, of: year, job) { desk, engine in
                let months = try AggregateMonths.all(of: desk.views, on: engine)
                job.tell("The months of \(year) are held against their plan")
                return .months(try YearAgainstPlan(of: months, in: year))
            }
        }
    }
}
