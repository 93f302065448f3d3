import Markup
import Pages
import Priorities
import Store
import Vocabulary

/// What options are judged by, one criterion at a time.
enum CriteriaSetUp {
    static func all(_ question: Question) throws -> Answer { Answer(SetUpPages(try question.roundRun()).criteria()) }

    private static func thing(_ work: RoundAtWork, _ id: Slug?) -> SetUpThing<CriterionForm, Criterion> {
        SetUpThing(
            work: work, heading: id == nil ? "Add a criterion" : "Change a criterion",
            place: id.map { .criterion($0) } ?? .newCriterion, back: .criteria, button: id == nil ? "Add it" : "Save",
            removing: id == nil ? nil : "Take it out", part: { round in id.flatMap { round.criterion($0) } },
            told: { "“\($0.title)”: \($0.meaning)" },
            notice: id == nil ? "The criterion is added." : "The criteria are changed.")
    }

    private static func form(_ work: RoundAtWork, _ id: Slug?, _ filled: SentValues) -> CriterionForm {
        let round = work.round
        let branches = round.criteria.filter { $0.scale == nil && $0.id != id }
        let isBranch = id.flatMap { round.criterion($0) }.map { $0.scale == nil } ?? false
        return CriterionForm(
            filled, branches: branches.map { Choice($0.id.description, $0.title) }, isBranch: isBranch)
    }

    private static func named(_ question: Question) throws -> Slug? {
        question.asked.parameters["criterion"] == nil ? nil : try question.parameter("criterion") { Slug($0) }
    }

    static func page(_ question: Question) throws -> Answer {
        let work = try question.roundRun()
        guard let id = try named(question) else {
            return Answer(thing(work, nil).page(form(work, nil, CriterionForm.blank)))
        }
        guard let held = work.round.criterion(id) else { throw Refusal(.usage, code: "not-found", "Criterion \(id)") }
        return Answer(thing(work, id).page(form(work, id, CriterionForm.filled(with: .init(held)))))
    }

    static func take(_ sent: Sent) throws -> Outcome {
        let work = try sent.question.roundRun()
        let id = try named(sent.question)
        return try thing(work, id).take(sent, form(work, id, sent.filled)) { round, answer in
            var criteria = round.criteria
            let place = criteria.firstIndex { $0.id == id }
            switch (place, answer?.criterion) {
            case (let place?, let criterion?):
                criteria[place] = criterion
                for child in criteria.indices where criteria[child].parent == id {
                    criteria[child].parent = criterion.id
                }
            case (let place?, nil): criteria.remove(at: place)
            case (nil, let criterion?): criteria.append(criterion)
            case (nil, nil): break
            }
            return SetCriteria(round: round.id, criteria: criteria, pack: round.pack)
        }
    }

    // MARK: - A list of others

    private static func packThing(_ work: RoundAtWork) -> SetUpThing<CriteriaPackForm, PackUse> {
        SetUpThing(
            work: work, heading: "A list that others drew up", place: .pack, back: .criteria, button: "Save",
            removing: nil, part: { $0.pack }, told: { "\($0.pack)" },
            notice: "The list is on the record. Look at each criterion and say what its figures mean.")
    }

    static func packPage(_ question: Question) throws -> Answer {
        let work = try question.roundRun()
        return Answer(
            packThing(work).page(
                CriteriaPackForm(work.round.pack.map { CriteriaPackForm.filled(with: $0) } ?? SentValues())))
    }

    static func takePack(_ sent: Sent) throws -> Outcome {
        let work = try sent.question.roundRun()
        return try packThing(work).take(sent, CriteriaPackForm(sent.filled)) { round, use in
            guard let use else { preconditionFailure("a list is not taken out") }
            return SetCriteria(
                round: round.id,
                criteria: CriteriaPackForm.criteria(adding: use, among: CriteriaPack.shipped, to: round.criteria),
                pack: use)
        }
    }
}
