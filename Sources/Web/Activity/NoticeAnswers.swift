import Access
import Challenges
import Markup
import Pages
import Performance
import Store
import Tabular
import Vocabulary

/// Notices under contracts: all matters, one, what begins one, and each step after it.
enum NoticeAnswers {
    static func all(_ question: Question) throws -> Answer {
        let (matters, today) = (try MatterDesk(question.store).matters(), question.now.inLondon.day)
        let query = question.query
        let found = matters.filter { matter in
            (query.provider.map { $0 == matter.provider.description } ?? true)
                && (query.state.map { $0 == matter.state.rawValue } ?? true)
        }
        let table = MatterTables.list(found, on: today) { NoticeDeed.matter($0).path }
        let listed = Listed(table, query)
        return Answer(
            NoticesPage(
                table: listed.table, query: query, paging: listed.paging, sortable: listed.sortable,
                providers: Set(matters.map(\.provider.description)).sorted(), held: matters.count,
                overdue: matters.count { $0.waiting?.isOverdue(on: today) ?? false },
                open: matters.count { $0.state != .closed }, isKeeper: isKeeper(question)), table: listed.whole)
    }

    private static func isKeeper(_ question: Question) -> Bool { !question.reach(.editActivity).isNowhere }

    static func one(_ question: Question) throws -> Answer {
        let matter = try matter(question)
        return Answer(
            NoticePage(matter, on: question.now.inLondon.day, isKeeper: isKeeper(question)),
            table: MatterTables.steps(of: matter))
    }

    static func withholdings(_ question: Question) throws -> Table {
        MatterTables.withholdings(of: try matter(question))
    }

    private static func matter(_ question: Question) throws -> ContractMatter {
        let id = try question.parameter("matter") { Slug($0) }
        do {
            return try MatterDesk(question.store).matter(id)
        } catch let refusal as Refusal where refusal.code == "no-such-matter" {
            throw Refusal(.usage, code: "not-found", "Matter \(id)")
        }
    }

    private static let trail: [(name: String, route: Route)] = [("Activity", .activity), ("Notices", .notices(.all))]

    static func beginning(_ question: Question, _ sent: Sent?) throws -> GovernanceAsking {
        let (desk, account) = (MatterDesk(question.store), try question.signedIn().account)
        let matters = try desk.matters()
        let providers =
            Set(matters.map(\.provider.description)).union(
                try ChallengeDesk(question.store).heads().map(\.provider)
            ).sorted()
        let form = BeginNoticeForm(
            sent?.filled ?? SentValues(on: question.now.inLondon.day), providers: providers,
            matters: matters.filter { $0.route == .activity }.map(\.id))
        let page = { (form: BeginNoticeForm) -> any Page in
            FormPage(
                "Give a warning or issue a notice", trail: trail, form: form, to: NoticeDeed.begin.destination,
                token: question.token, button: .init("Record it"),
                before: [
                    .paragraph(
                        "Remit writes no notice: it records that you gave one, and counts the days from then on.",
                        class: "lede")
                ])
        }
        return GovernanceAsking(page: page(form)) { _ in
            var form = form
            guard let answer = form.read() else { return Outcome(kind: .again(page(form))) }
            do {
                let act = answer.act
                if let first = try desk.acts(of: answer.matter).first, same(first, act) {
                    return done(try desk.matter(answer.matter))
                }
                try PatientIdentifier.refuse(in: act.journalled, of: nil)
                return done(try desk.perform(act, ifStill: 0, by: account.author, at: question.now))
            } catch let refusal as Refusal where refusal.isForForm {
                form.refuse(refusal.code == "overtaken" ? taken(answer.matter) : refusal)
                return Outcome(kind: .again(page(form)))
            }
        }
    }

    private static func taken(_ matter: Slug) -> Refusal {
        Refusal(
            .rule, code: "matter-exists", "There is a matter “\(matter)” already.",
            remedy: "Choose another short name, or take its next step on its own page.")
    }

    private static func same(_ one: any MatterAct, _ other: any MatterAct) -> Bool {
        AnyHashable(one) == AnyHashable(other)
    }

    private static func done(_ matter: ContractMatter) -> Outcome {
        let next = matter.waiting.map { waiting in
            " Next: \(waiting.what)\(waiting.by.map { " by \($0.inWords)" } ?? "")."
        }
        return .done(.notices(.matter(matter.id)), "It stands at: \(matter.state.inWords).\(next ?? "")")
    }

    static func step(_ step: NoticeDeed.Step, _ question: Question, _ sent: Sent?) throws -> GovernanceAsking {
        let (desk, account) = (MatterDesk(question.store), try question.signedIn().account)
        let (matter, today) = (try matter(question), question.now.inLondon.day)
        let heading = step.title(on: matter.route)
        let opened = sent.flatMap { Int($0.body.text(BundleWork.revision)) } ?? matter.steps.count
        let trail = trail + [(matter.id.description, .notices(.matter(matter.id)))]
        let due = matter.waiting.flatMap { waiting in
            waiting.by.map { "The matter waits to \(waiting.what), by \($0.inWords)." }
        }
        let page = { (form: NoticeStepForm, seen: Int) -> any Page in
            FormPage(
                heading, trail: trail, form: form, to: NoticeDeed.step(matter.id, step).destination,
                token: question.token, button: .init("Record it"), keeping: [.init(BundleWork.revision, "\(seen)")],
                before: due.map { [.paragraph(.name($0), class: "lede")] } ?? [])
        }
        let form = NoticeStepForm(sent?.filled ?? SentValues(on: today), matter: matter, step: step, today: today)
        return GovernanceAsking(page: page(form, opened)) { _ in
            var form = form
            guard let answer = form.read() else { return Outcome(kind: .again(page(form, opened))) }
            do {
                // Sent twice, it is recorded once.
                if opened >= 0, try desk.acts(of: matter.id).dropFirst(opened).contains(where: { same($0, answer.act) })
                {
                    return done(matter)
                }
                try PatientIdentifier.refuse(in: answer.act.journalled, of: nil)
                return done(
                    try desk.perform(answer.act, ifStill: opened, by: account.author, at: question.now))
            } catch let refusal as Refusal where refusal.isForForm {
                form.refuse(refusal)
                return Outcome(
                    kind: .again(page(form, refusal.code == "overtaken" ? matter.steps.count : opened)))
            }
        }
    }
}
