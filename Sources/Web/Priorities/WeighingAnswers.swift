import Pages
import Priorities
import Rulebook
import Store
import Vocabulary

/// A member's weights, in the way that suits: points, an order, comparisons in pairs, trade-off questions.
enum WeighingAnswer {
    private static let told = "Your weights are saved."

    static func weights(_ question: Question) throws -> Answer { Answer(try question.seat().pages.weights()) }

    static func branch(_ question: Question) throws -> Answer {
        let place = try place(question)
        switch place.way(asked: question.asked.query[WeighingPlace.wayField]) {
        case .swing:
            let form = WeightsForm(place, method: .swing)
            return Answer(form.page(form.blank))
        case .rankOrder:
            let form = WeightsForm(place, method: .rankOrder)
            return Answer(form.page(form.blank))
        case .pairwise:
            let form = try pairs(question, place)
            return Answer(form.page(form.blank))
        case .tradeOff: return Answer(try tradeOffs(question, place, answers: []).page())
        }
    }

    static func weigh(_ sent: Sent) throws -> Outcome {
        let place = try place(sent.question)
        switch place.way(asked: sent.values.text(WeighingPlace.wayField)) {
        case .swing: return try weigh(sent, by: WeightsForm(place, method: .swing))
        case .rankOrder: return try weigh(sent, by: WeightsForm(place, method: .rankOrder))
        case .pairwise: return try weigh(sent, by: pairs(sent.question, place))
        case .tradeOff: return try answer(sent, place)
        }
    }

    private static func weigh(_ sent: Sent, by form: WeightsForm) throws -> Outcome {
        let given: WeightsGiven
        do { given = try form.read(sent.values) } catch { return .again(form.page(sent.values, errors: error)) }
        return try save(given, sent, form.place) { refusal, conflict in
            form.page(sent.values, refusal: refusal, conflict: conflict)
        }
    }

    /// First shown with what follows, then saved.
    private static func weigh(_ sent: Sent, by form: PairsForm) throws -> Outcome {
        if sent.values.step == .change { return .shown(form.page(sent.values)) }
        let given: WeightsGiven
        do { given = try form.read(sent.values) } catch { return .again(form.page(sent.values, errors: error)) }
        if let refusal = try refused(given, sent, form.place) {
            return .again(form.page(sent.values, refusal: refusal.told))
        }
        guard sent.values.step == .send else { return .shown(form.check(given)) }
        return try save(given, sent, form.place) { form.check(given, refusal: $0, conflict: $1) }
    }

    /// One question after another, then what follows, then saved.
    private static func answer(_ sent: Sent, _ place: WeighingPlace) throws -> Outcome {
        let question = sent.question
        let answers = TradeOffForm.answers(in: sent.values)
        let form: TradeOffForm
        do {
            form = try tradeOffs(question, place, answers: answers)
        } catch let refusal as Refusal where refusal.isForForm {
            // Answers that no page of ours sent.
            return .again(try tradeOffs(question, place, answers: []).page(refusal: refusal.told))
        }
        if let refusal = try refused(form.asked.given, sent, place, unlessEmpty: true) {
            return .again(form.page(refusal: refusal.told))
        }
        switch sent.values.step {
        case .change: return .shown(try tradeOffs(question, place, answers: answers.dropLast()).page())
        case .send where form.asked.question == nil:
            return try save(form.asked.given, sent, place) { form.page(refusal: $0, conflict: $1) }
        case .send, .remove: return .shown(form.page())
        case .check, nil:
            guard form.asked.question != nil else { return .shown(form.page()) }
            guard let answer = TradeOffForm.answer(in: sent.values) else {
                return .again(form.page(error: "Choose one of the answers."))
            }
            do {
                return .shown(try tradeOffs(question, place, answers: form.asked.answers + [answer]).page())
            } catch let refusal as Refusal where refusal.isForForm {
                return .again(form.page(refusal: refusal.told))
            }
        }
    }

    /// Why it could not be recorded as the round stands; nil where it could.
    private static func refused(
        _ given: WeightsGiven, _ sent: Sent, _ place: WeighingPlace, unlessEmpty: Bool = false
    ) throws -> Refusal? {
        if unlessEmpty, given.claims?.isEmpty != false { return nil }
        do {
            _ = try sent.question.foreseen(
                GiveWeights(round: place.work.id, member: place.member.id, given: [given]), in: place.work.round)
            return nil
        } catch {
            guard error.isForForm else { throw error }
            return error
        }
    }

    /// - Parameter again: the page with a refusal, or with what was recorded since it was opened.
    private static func save(
        _ given: WeightsGiven, _ sent: Sent, _ place: WeighingPlace,
        again: (_ refusal: String?, _ conflict: WeightsGiven?) -> FormPage
    ) throws -> Outcome {
        let work = place.work
        if place.held == given { return .done(.weights, in: work.id, told) }
        let base = try sent.values.revision.flatMap { try RoundDesk(sent.question.store).round(work.id, at: $0) }
        do {
            try sent.question.perform(
                unless: { round in
                    let now = place.held(in: round)
                    if let base, now != place.held(in: base), let now { throw Overtaken(now) }
                }
            ) { _ in GiveWeights(round: work.id, member: place.member.id, given: [given]) }
        } catch let overtaken as Overtaken<WeightsGiven> {
            return .again(again(nil, overtaken.held))
        } catch let refusal as Refusal where refusal.isForForm {
            return .again(again(refusal.description, nil))
        }
        return .done(.weights, in: work.id, told)
    }

    private static func pairs(_ question: Question, _ place: WeighingPlace) throws -> PairsForm {
        try PairsForm(place, under: .shipped, on: question.now.day)
    }

    private static func tradeOffs(
        _ question: Question, _ place: WeighingPlace, answers: [AnsweredTradeOffs.Answer]
    ) throws -> TradeOffForm {
        try TradeOffForm(place, answers: answers, under: .shipped, on: question.now.day)
    }

    private static func place(_ question: Question) throws -> WeighingPlace {
        let seat = try question.seat()
        var branch: Slug?
        if question.asked.parameters["branch"] != nil {
            let named = try question.parameter("branch") { Slug($0) }
            guard !seat.work.round.children(of: named).isEmpty else {
                throw Refusal(.usage, code: "not-found", "Criterion \(named)")
            }
            branch = named
        }
        return WeighingPlace(seat.work, seat.member, within: branch)
    }
}
