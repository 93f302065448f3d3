import Access
import HTTPTypes
import Hummingbird
import Markup
import Pages
import Priorities
import Rulebook
import Store
import Vocabulary

/// Running a round: its steps, its answer and its ballot.
enum ManageAnswer {
    static func hub(_ question: Question) throws -> Answer {
        let work = try question.roundRun()
        return Answer(ManagePages(work, seated: Set(try accounts(question, work).keys)).hub())
    }

    // MARK: - Steps

    private static func form(_ question: Question) throws -> StageForm {
        StageForm(try question.roundRun(), try question.parameter("stage") { Stage(rawValue: $0) })
    }

    /// What would refuse it is said before anybody presses the button.
    static func closing(_ question: Question) throws -> Answer {
        let form = try form(question)
        do {
            _ = try question.foreseen(CloseStage(round: form.work.id, stage: form.stage), in: form.work.round)
        } catch {
            return Answer(form.closing(refusal: error.description))
        }
        return Answer(form.closing())
    }

    static func close(_ sent: Sent) throws -> Outcome {
        let form = try form(sent.question)
        do {
            try sent.question.perform { _ in CloseStage(round: form.work.id, stage: form.stage) }
        } catch let refusal as Refusal where refusal.code == "already-closed" {
            return .done(.manage, in: form.work.id, refusal.sentence)
        } catch let refusal as Refusal where refusal.isForForm {
            return .again(form.closing(refusal: refusal.description))
        }
        return .done(.manage, in: form.work.id, "The \(form.words) are closed.")
    }

    private static func lost(_ question: Question, _ form: StageForm) -> [String] {
        let act = ReopenStage(round: form.work.id, stage: form.stage, reason: "to see what follows")
        return (try? question.lost(by: act, in: form.work.round)) ?? []
    }

    static func reopening(_ question: Question) throws -> Answer {
        let form = try form(question)
        return Answer(form.reopening(lost: lost(question, form)))
    }

    static func reopen(_ sent: Sent) throws -> Outcome {
        let form = try form(sent.question)
        let lost = lost(sent.question, form)
        let reason: String
        do { reason = try form.read(sent.values) } catch {
            return .again(form.reopening(sent.values, lost: lost, errors: error))
        }
        do {
            try sent.question.perform { _ in ReopenStage(round: form.work.id, stage: form.stage, reason: reason) }
        } catch let refusal as Refusal where refusal.isForForm {
            return .again(form.reopening(sent.values, lost: lost, refusal: refusal.description))
        }
        return .done(.manage, in: form.work.id, "The \(form.words) are open again.")
    }

    // MARK: - The answer

    /// While it is being worked out the page asks for itself again, without a script.
    static func solving(_ question: Question) throws -> Response {
        let work = try question.roundRun()
        let page = SolvePage(work, question.rounds.solvers.state(of: work.round))
        var response = Site.response(
            .ok, page.page().render(in: question.shell).bytes(), type: "text/html; charset=utf-8")
        if page.isFollowed { response.headers[.init("Refresh")!] = "3" }
        return response
    }

    static func solve(_ sent: Sent) throws -> Outcome {
        let work = try sent.question.roundRun()
        do {
            try sent.question.rounds.solvers.begin(
                work.round, by: sent.question.signedIn().account.author, in: RoundDesk(sent.question.store),
                at: sent.question.now)
        } catch let refusal as Refusal where refusal.isForForm {
            return .again(SolvePage(work, .ready).page(refusal: refusal.description))
        }
        return .done(.solve, in: work.id)
    }

    // MARK: - The ballot

    private static func keeping(_ question: Question) throws -> BallotKeeping {
        BallotKeeping(
            try question.roundRun(), voters: try CloseBallot.votersLeast(.shipped, on: question.now.day))
    }

    static func ballot(_ question: Question) throws -> Answer { Answer(try keeping(question).page()) }

    static func keepBallot(_ sent: Sent) throws -> Outcome {
        let keeping = try keeping(sent.question)
        let (desk, round, values) = (RoundDesk(sent.question.store), keeping.work.id, sent.values)
        let author = try sent.question.signedIn().account.author
        do {
            switch (BallotKeeping.Deed(rawValue: values.text(BallotKeeping.deedField)), keeping.work.round.ballot) {
            case (.open, nil):
                let act: OpenBallot
                do { act = try keeping.read(values) } catch { return .again(keeping.page(values, errors: error)) }
                try desk.openBallot(act, by: author, at: sent.question.now)
                return .done(.manage, in: round, "The ballot is open. Members vote on their own pages.")
            case (.close, let ballot?):
                try desk.closeBallot(ballot.id, in: round, by: author, at: sent.question.now)
                return .done(.ballot, in: round, "The ballot is closed and counted.")
            case (.void, let ballot?):
                let reason: String
                do { reason = try keeping.readReason(values) } catch {
                    return .again(keeping.page(values, errors: error))
                }
                try sent.question.perform { _ in VoidBallot(round: round, ballot: ballot.id, reason: reason) }
                return .done(.manage, in: round, "The ballot was set aside.")
            default:
                return .again(keeping.page(refusal: "The ballot has changed since you opened this page."))
            }
        } catch let refusal as Refusal where refusal.isForForm {
            return .again(keeping.page(values, refusal: refusal.description))
        }
    }

    // MARK: - The panel

    static func members(_ question: Question) throws -> Answer {
        let work = try question.roundRun()
        return Answer(MemberForm.list(work, accounts: try accounts(question, work)))
    }

    /// The accounts that hold the seats of a round, by member, in words.
    private static func accounts(_ question: Question, _ work: RoundAtWork) throws -> [Slug: String] {
        let people = try question.door.keeper.people()
        var accounts: [Slug: String] = [:]
        for account in people.book.accounts.values {
            guard let seat = account.seats.last(where: { $0.round == work.id && $0.isHeld }) else { continue }
            accounts[seat.member] = "account \(account.id)"
        }
        return accounts
    }

    private static func memberForm(_ question: Question) throws -> MemberForm {
        let work = try question.roundRun()
        guard question.asked.parameters["member"] != nil else { return MemberForm(work) }
        let id = try question.parameter("member") { Slug($0) }
        guard let member = work.round.member(id) else { throw Refusal(.usage, code: "not-found", "Member \(id)") }
        return MemberForm(work, member)
    }

    static func member(_ question: Question) throws -> Answer {
        let form = try memberForm(question)
        return Answer(form.page(form.blank))
    }

    static func seat(_ sent: Sent) throws -> Outcome {
        let form = try memberForm(sent.question)
        let given: MemberForm.Given
        do { given = try form.read(sent.values) } catch { return .again(form.page(sent.values, errors: error)) }
        do {
            try sent.question.perform(keeping: given.name.isEmpty ? [] : [given.name]) {
                form.act(given, person: $0.first)
            }
        } catch let refusal as Refusal where refusal.isForForm {
            return .again(form.page(sent.values, refusal: refusal.description))
        }
        return .done(.members, in: form.work.id, "The \(given.role) sits on the panel.")
    }
}
