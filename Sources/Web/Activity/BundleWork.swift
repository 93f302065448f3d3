import Access
import Challenges
import Digests
import Markup
import Pages
import Store
import Tabular
import Vocabulary

/// The bundle of the path for somebody who may see it, and what that person may do there.
struct BundleWork {
    static let revision = "revision"

    let question: Question
    let desk: ChallengeDesk
    let bundle: ChallengeBundle
    /// The journal's line at which it was last changed, as it was read.
    let seen: Int
    let account: Account

    /// - Throws: `not-found`, also where the visitor may not see it.
    init(_ question: Question, to permission: Permission = .readContracts) throws {
        self.question = question
        desk = ChallengeDesk(question.store)
        account = try question.signedIn().account
        let id = try question.parameter("bundle") { Slug($0) }
        do {
            seen = try desk.revision(of: id)
            bundle = try desk.bundle(id)
        } catch let refusal as Refusal where refusal.code == "no-such-bundle" {
            throw Refusal(.usage, code: "not-found", "Bundle \(id)")
        }
        guard question.reach(permission).covers(bundle.commissioner) else {
            throw Refusal(.usage, code: "not-found", "Bundle \(id)")
        }
    }

    var isKeeper: Bool { question.reach(.editActivity).covers(bundle.commissioner) }
    var today: Day { question.now.inLondon.day }

    static func trail(_ bundle: ChallengeBundle) -> [(name: String, route: Route)] {
        [
            ("Activity", .activity), ("Bundles of challenges", .challenges(.bundles)),
            (bundle.id.description, .challenges(.bundle(bundle.id))),
        ]
    }

    /// What an act would make of the bundle, before anything is recorded.
    func decided(_ act: some ChallengeAct) throws -> ChallengeBundle {
        try desk.decided(act, on: bundle, by: account.author, at: question.now)
    }

    @discardableResult
    func perform<A: StoredAct & ChallengeAct>(_ act: A, at seen: Int) throws -> ChallengeBundle {
        try desk.perform(act, ifStill: seen, by: account.author, at: question.now)
    }

    func conclusions(_ rows: [ConcludeChallenges.Row], on day: Day) -> ConcludeChallenges {
        ConcludeChallenges(
            bundle: bundle.id, on: day, conclusions: rows,
            document: Digest.of(ConcludeChallenges.rows(rows).canonical))
    }

    /// True where these very conclusions stand.
    func stand(_ rows: [ConcludeChallenges.Row], on day: Day) -> Bool {
        !rows.isEmpty
            && rows.allSatisfy { row in
                guard bundle.challenges.indices.contains(row.number - 1),
                    let held = bundle.challenges[row.number - 1].conclusion
                else { return false }
                return held.outcome == row.outcome && held.reason == row.reason && held.on == day
                    && (row.amount == nil || held.agreed == row.amount)
            }
    }

    /// What is shown of an answer before it is recorded.
    struct Check {
        var heading: String
        var rows: [Html.SummaryRow]
        var notes: [Html] = []
        var button: String
    }

    /// A form on the bundle, from its empty page to what is recorded. What is wrong is shown at it; what was changed since
    /// it was opened is told and nothing recorded; sent twice, it is recorded once.
    ///
    /// - Parameters:
    ///   - checking: makes what is shown first; nil where the form is recorded at once.
    ///   - isRecorded: true where exactly this is on the record already.
    ///   - perform: records it, if nothing was since the line that it is given.
    func asking<Asked: AskedForm>(
        _ heading: String, _ form: Asked, _ deed: ChallengeDeed, button: String, before: [Html] = [], _ sent: Sent?,
        checking: ((Asked.Answer) throws -> Check)? = nil, isRecorded: @escaping (Asked.Answer) -> Bool,
        told: @escaping (ChallengeBundle) -> String, perform: @escaping (Asked.Answer, Int) throws -> ChallengeBundle
    ) -> GovernanceAsking {
        let opened = sent.flatMap { Int($0.body.text(BundleWork.revision)) } ?? seen
        let page = { (form: Asked, seen: Int) -> any Page in
            FormPage(
                heading, trail: BundleWork.trail(bundle), form: form, to: deed.destination, token: question.token,
                button: checking == nil ? .init(button) : FormStep.check.button("Continue"),
                keeping: [.init(BundleWork.revision, "\(seen)")], before: before)
        }
        return GovernanceAsking(page: page(form, opened)) { sent in
            var form = form
            if sent.filled.step == .change { return Outcome(kind: .shown(page(form, opened))) }
            guard let answer = form.read() else { return Outcome(kind: .again(page(form, opened))) }
            do {
                if isRecorded(answer) { return done(told(bundle)) }
                if opened == seen, let checking, sent.filled.step != .send {
                    let check = try checking(answer)
                    return Outcome(
                        kind: .shown(
                            FormPage(
                                check.heading, trail: BundleWork.trail(bundle), checking: check.rows,
                                notes: check.notes,
                                filled: sent.filled, to: deed.destination, token: question.token, button: check.button))
                    )
                }
                return done(told(try perform(answer, opened)))
            } catch let refusal as Refusal where refusal.isForForm {
                form.refuse(refusal)
                return Outcome(kind: .again(page(form, refusal.code == "overtaken" ? seen : opened)))
            }
        }
    }

    func done(_ notice: String) -> Outcome { .done(.challenges(.bundle(bundle.id)), notice) }

    /// How a bundle stands after an act, for whoever did it.
    func standing(_ after: ChallengeBundle) -> String {
        let task = BundleTask(of: after, on: today, deadlines: desk.deadlines)
        return "It is now \(after.state.inWords).\(task.map { " \($0.sentence)" } ?? "")"
    }
}
