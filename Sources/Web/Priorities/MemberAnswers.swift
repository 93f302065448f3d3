import Pages
import Priorities
import Store
import Vocabulary

/// A member's own part in a round, besides weights, scores and ballots.
enum MemberAnswer {
    static func hub(_ question: Question) throws -> Answer { Answer(try question.seat().pages.hub()) }

    // MARK: - Interests

    static func declaring(_ question: Question) throws -> Answer {
        let seat = try question.seat()
        let form = InterestForm(seat.work, seat.member)
        return Answer(form.page(form.blank))
    }

    /// First shown to be checked, then declared.
    static func declare(_ sent: Sent) throws -> Outcome {
        let seat = try sent.question.seat()
        let form = InterestForm(seat.work, seat.member)
        let values = sent.values
        if values.step == .change { return .shown(form.page(values)) }
        let given: InterestForm.Given
        do { given = try form.read(values) } catch { return .again(form.page(values, errors: error)) }
        if isDeclared(given, by: seat) {
            return .done(.mine, in: seat.work.id, "This interest is on the record.")
        }
        let lost: [String]
        do {
            lost = try sent.question.lost(by: form.act(given, declaration: nil), in: seat.work.round)
        } catch {
            return .again(form.check(given, lost: [], refusal: error.description))
        }
        guard values.step == .send else { return .shown(form.check(given, lost: lost)) }
        do {
            try sent.question.perform(keeping: given.declaration.isEmpty ? [] : [given.declaration]) {
                form.act(given, declaration: $0.first)
            }
        } catch let refusal as Refusal where refusal.isForForm {
            return .again(form.check(given, lost: lost, refusal: refusal.description))
        }
        return .done(.mine, in: seat.work.id, "Your interest is on the record.")
    }

    /// The same form sent twice.
    private static func isDeclared(_ given: InterestForm.Given, by seat: SeatedMember) -> Bool {
        seat.work.round.interests.contains {
            $0.id == given.id && $0.member == seat.member.id && $0.nature == given.nature && $0.options == given.options
        }
    }

    // MARK: - Rulings

    static func ruling(_ question: Question) throws -> Answer {
        let seat = try question.seat()
        return Answer(RulingForm(seat.work, on: try interest(question, seat)).page())
    }

    static func rule(_ sent: Sent) throws -> Outcome {
        let seat = try sent.question.seat()
        let form = RulingForm(seat.work, on: try interest(sent.question, seat))
        let ruling: InterestRuling
        do { ruling = try form.read(sent.values) } catch { return .again(form.page(sent.values, errors: error)) }
        if seat.work.round.rulings.last(where: { $0.interest == ruling.interest }) == ruling {
            return .done(.mine, in: seat.work.id, "Your ruling is on the record.")
        }
        do {
            try sent.question.perform { _ in RuleOnInterest(round: seat.work.id, ruling: ruling, chair: seat.member.id)
            }
        } catch let refusal as Refusal where refusal.isForForm {
            return .again(form.page(sent.values, refusal: refusal.description))
        }
        return .done(.mine, in: seat.work.id, "Your ruling is on the record.")
    }

    private static func interest(_ question: Question, _ seat: SeatedMember) throws -> Interest {
        let id = try question.parameter("interest") { Slug($0) }
        guard seat.member.isChair, let interest = seat.work.round.interests.first(where: { $0.id == id }) else {
            throw Refusal(.usage, code: "not-found", "Interest \(id)")
        }
        return interest
    }

    // MARK: - Assessments

    static func papers(_ question: Question) throws -> Answer { Answer(try question.seat().pages.papers()) }

    static func markSeen(_ sent: Sent) throws -> Outcome {
        let seat = try sent.question.seat()
        let seen = sent.values.all("seen").compactMap { Slug($0) }
        guard !seen.isEmpty else { return .again(seat.pages.papers(error: "Tick what you have read.")) }
        do {
            try sent.question.perform { _ in
                MarkSeen(round: seat.work.id, member: seat.member.id, assessments: seen)
            }
        } catch let refusal as Refusal where refusal.isForForm {
            return .again(seat.pages.papers(error: refusal.description))
        }
        return .done(.mine, in: seat.work.id, "What you have read is on the record.")
    }
}
