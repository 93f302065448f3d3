import Access
import Markup
import Pages
import Store
import Vocabulary

/// Work on contract monitoring: begun, stopped and sent by who may edit activity, read by who may see contracts.
extension Site {
    static func activityWork(_ routes: inout RouteList) {
        let (reads, edits) = (Entry.holding(.readContracts), Entry.holding(.editActivity))
        let (challenges, run) = ("/activity/challenges", "/activity/challenges/:run")
        routes.page(challenges, entry: reads) { try ChallengesAnswers.all($0) }
        routes.form(challenges, entry: edits) { try ChallengesAnswers.ask($0) }
        routes.page(run, entry: reads) { try ChallengesAnswers.one($0) }
        routes.form(run, entry: edits) { try ChallengesAnswers.raise($0) }
        routes.page("\(run)/found", entry: reads) { try ChallengesAnswers.found($0) }
        routes.page("/activity/pays", entry: reads) { try AgainstPlanAnswers.pays($0) }
        routes.form("/activity/pays", entry: edits) { try AgainstPlanAnswers.workOutWhoPays($0) }
        for kind in [AgainstPlanAnswers.Kind.position, .variance, .forecast] {
            let path = kind.work.path
            routes.page(path, entry: reads) { try AgainstPlanAnswers.page(kind, $0) }
            routes.form(path, entry: edits) { try AgainstPlanAnswers.readMonths(kind, $0) }
        }
        routes.page("/activity/import", entry: edits, isTable: false) { try ActivityImportAnswers.page($0) }
        routes.form("/activity/import", entry: edits, limits: .upload) { try ActivityImportAnswers.take($0) }
        routes.page("/activity/submissions/:digest", entry: reads) { try SubmissionAnswers.one($0) }
        routes.form("/activity/stop", entry: edits) { try stop($0) }
    }

    /// Stops a piece of work; it may have ended meanwhile.
    private static func stop(_ sent: Sent) throws -> Outcome {
        let number = Int(sent.body.text(WorkShown.numberField)) ?? 0
        sent.question.activity.desk.stop(number, by: try sent.question.signedIn().account.author.description)
        let page = Destination(sent.body.text(WorkShown.pageField)).flatMap { $0.isOurs ? $0 : nil }
        return Outcome(kind: .done((page ?? Route.activity.destination()).description, notice: nil))
    }
}

extension Question {
    var mayEditActivity: Bool { !reach(.editActivity).isNowhere }

    /// The financial years of which anything was taken in, the last first.
    func activityYears() throws -> [FinancialYear] { try store.read { db in try StandingSlices.years(db) } }

    /// The year that is asked for by `of`, if anything of it was taken in; else the last.
    func activityYear(among years: [FinancialYear], _ given: String?) throws(Refusal) -> FinancialYear? {
        guard let given, !given.isEmpty else { return years.first }
        guard let year = FinancialYear(given) else {
            throw Refusal(
                .usage, code: "bad-year", "“\(given.printable)” is no financial year.", remedy: "Write it as 2025/26.")
        }
        guard years.contains(year) else {
            throw Refusal(
                .usage, code: "no-activity", "Nothing of \(year) was taken in.", remedy: "Choose another year.")
        }
        return year
    }

    /// - Parameter piece: nil where nobody has asked for it; what was found is shown by the page itself.
    func shown(_ piece: ActivityWorkDesk.Shown?, on page: Destination) throws -> WorkShown {
        let state: WorkState =
            switch piece?.state {
            case nil, .found: .none
            case .waiting(let before): .waiting(before)
            case .running(let running):
                .running(
                    what: running.what, seconds: Int((ContinuousClock.now - running.since).components.seconds),
                    mebibytes: running.memory.map { $0 >> 20 }, by: piece?.by.description ?? "")
            case .failed(let refusal): .failed(refusal.told)
            case .stopped(let by): .stopped(by)
            }
        return WorkShown(
            state, number: piece?.number ?? 0, token: token, page: page, mayStop: mayEditActivity)
    }
}

extension Answer {
    /// The same, asked for again by itself while work goes on.
    func followed(_ isFollowed: Bool, at page: Destination) -> Answer {
        var answer = self
        if isFollowed { answer.again = (3, page) }
        return answer
    }
}
