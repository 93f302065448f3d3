import Rulebook
import Vocabulary

extension DecisionRight {
    /// What a right must be, whatever the book holds besides; and how it follows from the right it comes from.
    func check(in book: GovernanceBook) throws(Refusal) {
        try refuseBlank(title, "The title of the right “\(id)”")
        try refuseBlank(citation, "The citation of the right “\(id)”")
        if let until, until < from {
            throw Refusal(
                .input, code: "ends-before-start",
                "The right “\(id)” would end on \(until.inWords), before it begins on \(from.inWords).",
                remedy: "Correct one of the days.")
        }
        if standing == .settled, holder == nil {
            throw Refusal(
                .input, code: "holder-missing", "The right “\(id)” is settled, and no body holds it.",
                remedy: "Name the holder, or say that it is unclear and who is to find out.")
        }
        if extent == .joint, jointWith.isEmpty {
            throw Refusal(
                .input, code: "joint-with-nobody", "The right “\(id)” is held jointly, and with nobody.",
                remedy: "Name the other bodies.")
        }
        if let twice = twice(holders) {
            throw Refusal(
                .input, code: "holder-twice", "The right “\(id)” names \(twice) twice as its holder.",
                remedy: "Name it once.")
        }
        if let upTo, upTo <= .zero {
            throw Refusal(
                .input, code: "limit-not-positive", "The limit of the right “\(id)” is \(upTo).",
                remedy: "Give an amount above nothing, or leave it out where there is no limit.")
        }
        if let committee, book.committees[committee] == nil {
            throw Refusal(
                .usage, code: "no-such-committee", "There is no committee “\(committee)”.",
                remedy: "Form it first, or say in words whom to approach.")
        }
        if let delegatedFrom { try checkDelegation(from: delegatedFrom, in: book) }
    }

    private func checkDelegation(from parent: Slug, in book: GovernanceBook) throws(Refusal) {
        guard parent != id else { throw circle(by: parent) }
        guard let whole = book.rights[parent] else {
            throw Refusal(
                .usage, code: "no-such-right", "The right “\(id)” comes from “\(parent)”, which is not recorded.",
                remedy: "Record that right first.")
        }
        var above = whole
        var met: Set<Slug> = [id, parent]
        while let next = above.delegatedFrom {
            guard met.insert(next).inserted else { throw circle(by: above.id) }
            guard let right = book.rights[next] else { break }
            above = right
        }
        guard whole.began <= from else {
            throw Refusal(
                .rule, code: "before-parent",
                "The right “\(id)” would begin on \(from.inWords), before “\(parent)”, from which it comes, on "
                    + "\(whole.began.inWords).",
                remedy: "Nothing can be passed on before it is held: correct the day.")
        }
        guard let held = whole.asOf(from) else {
            throw Refusal(
                .rule, code: "parent-ended",
                "The right “\(parent)”, from which “\(id)” comes, had ended by "
                    + "\(from.inWords).",
                remedy: "Name the right that took its place.")
        }
        // The statutory holder passes on what is its own; that is no sub-delegation.
        guard held.extent == .own || held.allowsSubDelegation else {
            throw Refusal(
                .rule, code: "sub-delegation", "The right “\(parent)” may not be passed on: \(held.citation).",
                remedy: "Name the right above it, or amend “\(parent)” by what allows it.")
        }
        if let limit = held.upTo, upTo.map({ $0 > limit }) ?? true {
            throw Refusal(
                .rule, code: "limit-above-parent",
                "The right “\(id)” would commit \(upTo.map { "up to \($0)" } ?? "any amount"), and “\(parent)”, from "
                    + "which it comes, only up to \(limit): \(held.citation).",
                remedy: "Give a limit of at most \(limit).")
        }
    }

    private func circle(by parent: Slug) -> Refusal {
        Refusal(
            .rule, code: "delegation-circle", "The right “\(id)” would come from itself by way of “\(parent)”.",
            remedy: "Name the right by which the matter is held in the first place.")
    }
}

extension GovernanceBook {
    func right(_ id: Slug) throws(Refusal) -> DecisionRight {
        guard let right = rights[id] else {
            throw Refusal(
                .usage, code: "no-such-right", "No decision right “\(id)” is recorded.", remedy: "Record it first.")
        }
        return right
    }

    /// The book with a question put with a right, or about a matter.
    ///
    /// - Parameter asked: the day on which it is asked; where no day is given by which it is due, the Rulebook's
    ///   number of days is counted from it.
    func asking(
        _ put: RightsQuestion.Put, matter: Slug, right: Slug?, on asked: Day, by rulebook: Rulebook
    ) throws(Refusal) -> GovernanceBook {
        guard questions[put.id] == nil else {
            throw Refusal(
                .input, code: "question-twice", "There is a question “\(put.id)” already.",
                remedy: "Give this one another short name.")
        }
        try refuseBlank(put.question, "The question “\(put.id)”")
        guard let owner = people[put.owner], owner.isKnown(on: asked) else {
            throw Refusal(
                .usage, code: "no-such-owner",
                "“\(put.owner)”, with whom the question “\(put.id)” is to lie, is nobody known on \(asked.inWords).",
                remedy: "Enter the person in the register first, or give the question to somebody else.")
        }
        let due: Day
        if let given = put.due {
            due = given
        } else {
            due = asked.adding(days: try rulebook.days(GovernanceRuleID.questionDue, on: asked))
        }
        guard asked <= due else {
            throw Refusal(
                .input, code: "due-before-asked",
                "The question “\(put.id)” would be due on \(due.inWords), before it is asked.",
                remedy: "Give a later day.")
        }
        var book = self
        book.questions[put.id] = RightsQuestion(
            id: put.id, matter: matter, right: right, question: put.question, owner: put.owner, due: due,
            askedOn: asked)
        return book
    }

    /// The questions about a right that have no answer yet.
    func unanswered(about right: Slug) -> [RightsQuestion] {
        questions.values.filter { $0.right == right && $0.answer == nil }.sorted { $0.id < $1.id }
    }

    /// The book with the question that a right of its standing needs: none where it is settled.
    func asking(
        _ question: RightsQuestion.Put?, with right: DecisionRight, on day: Day, by rulebook: Rulebook
    ) throws(Refusal) -> GovernanceBook {
        let open = unanswered(about: right.id)
        switch (right.standing, question) {
        case (.settled, nil):
            if let first = open.first {
                throw Refusal(
                    .rule, code: "question-open",
                    "The right “\(right.id)” cannot be settled while its question “\(first.id)” has no answer.",
                    remedy: "Answer the question first.")
            }
            return self
        case (.settled, let put?):
            throw Refusal(
                .input, code: "settled-with-question",
                "The right “\(right.id)” is settled, and comes with the question “\(put.id)”.",
                remedy: "Say that it is unclear or contested, or leave the question out.")
        case (_, nil):
            guard open.isEmpty else { return self }
            throw Refusal(
                .input, code: "question-missing",
                "The right “\(right.id)” is \(right.standing.rawValue), and nobody is asked to settle it.",
                remedy: "Give a question with its owner and the day by which it is due.")
        case (_, let put?):
            return try asking(put, matter: right.matter, right: right.id, on: day, by: rulebook)
        }
    }
}
