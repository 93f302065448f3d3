import Pages
import Priorities
import Store
import Vocabulary

/// A member's scores.
enum ScoringAnswer {
    static func scores(_ question: Question) throws -> Answer { Answer(try question.seat().pages.scores()) }

    static func check(_ question: Question) throws -> Answer { Answer(try question.seat().pages.checkScores()) }

    static func criterion(_ question: Question) throws -> Answer {
        let form = try scoresForm(question, question.seat())
        return Answer(form.page(form.blank))
    }

    static func score(_ sent: Sent) throws -> Outcome {
        let seat = try sent.question.seat()
        let form = try scoresForm(sent.question, seat)
        let (work, member, values) = (seat.work, seat.member.id, sent.values)
        let criterion = form.criterion.id
        let base = try values.revision.flatMap {
            try RoundDesk(sent.question.store).round(work.id, at: $0, shownTo: member, now: work.round)
        }
        let seen = base.map { ScoresForm.held(member, on: criterion, in: $0) }
        let given: [Score]
        do { given = try form.read(values, seen: seen) } catch { return .again(form.page(values, errors: error)) }
        let held = ScoresForm.held(member, on: criterion, in: work.round)
        // What the member left as it was on the form is no change of theirs.
        let changed = given.filter { held[$0.option] != $0 && seen?[$0.option] != $0 }
        if !changed.isEmpty {
            do {
                try sent.question.perform(
                    unless: { round in
                        guard let seen else { return }
                        let clashing = ScoresForm.held(member, on: criterion, in: round).filter { option, score in
                            seen[option] != score && changed.contains { $0.option == option && $0 != score }
                        }
                        if !clashing.isEmpty { throw Overtaken(clashing) }
                    }
                ) { _ in GiveScores(round: work.id, member: member, scores: changed) }
            } catch let overtaken as Overtaken<[Slug: Score]> {
                return .again(form.page(form.filled(values), conflicts: overtaken.held))
            } catch let refusal as Refusal where refusal.isForForm {
                return .again(form.page(values, refusal: refusal.description))
            }
        }
        let told = "Your scores on “\(form.criterion.title)” are saved."
        let leaves = work.round.leaves.map(\.id)
        let next = leaves.drop { $0 != criterion }.dropFirst().first
        return .done(next.map { .scoresOn($0) } ?? .checkScores, in: work.id, told)
    }

    private static func scoresForm(_ question: Question, _ seat: SeatedMember) throws -> ScoresForm {
        let id = try question.parameter("criterion") { Slug($0) }
        guard let criterion = seat.work.round.criterion(id),
            let form = ScoresForm(seat.work, seat.member, on: criterion)
        else { throw Refusal(.usage, code: "not-found", "Criterion \(id)") }
        return form
    }
}

/// What was recorded by others, or elsewhere, since a form was opened.
struct Overtaken<Held: Sendable>: Error {
    let held: Held

    init(_ held: Held) {
        self.held = held
    }
}
