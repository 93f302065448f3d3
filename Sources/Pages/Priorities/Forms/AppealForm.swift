import Markup
public import Priorities
public import Vocabulary

/// Puts an appeal against the decision on the record as it came in, and the answer to it.
public struct AppealForm: Sendable {
    public var work: RoundAtWork
    public var today: Day

    public init(_ work: RoundAtWork, today: Day) {
        self.work = work
        self.today = today
    }

    // MARK: - Lodging

    /// What was read of the form; the name is kept apart.
    public struct Given: Hashable, Sendable {
        public var grounds: String
        public var lodgedOn: Day
        /// Empty where nobody said.
        public var person: String
    }

    public var blank: SentValues {
        var sent = SentValues()
        sent.fill("lodgedOn", today)
        return sent
    }

    /// The short name that the appeal is to have: sent twice, it is lodged once.
    public var entry: Slug {
        let taken = Set(work.round.lodged.map(\.id))
        for number in 1... {
            if let name = Slug("appeal-\(number)"), !taken.contains(name) { return name }
        }
        preconditionFailure("one of the numbers is free")
    }

    public func read(_ sent: SentValues) throws(FieldErrors) -> Given {
        var reader = FieldReader(sent)
        let grounds = reader.words("grounds", missing: "Enter what the appeal rests on.")
        let lodgedOn = reader.day("lodgedOn", missing: "Enter the day on which it came in.")
        let person = reader.line("person")
        try reader.done()
        guard let grounds, let lodgedOn else { throw FieldErrors([:]) }
        return Given(grounds: grounds, lodgedOn: lodgedOn, person: person ?? "")
    }

    public func page(
        _ sent: SentValues, entry: Slug, errors: FieldErrors = FieldErrors([:]), refusal: String? = nil
    ) -> FormPage {
        let errors = errors.sentences
        let form = Form(
            to: RoundWork.lodgeAppeal.destination(in: work.id), token: work.token, id: "appeal",
            label: "Put an appeal on the record",
            parts: [
                .field(
                    Field(
                        "grounds", label: "What does the appeal rest on?",
                        hint: "In a few sentences, without names: it is published.", error: errors["grounds"],
                        kind: .longText(value: sent["grounds"], rows: 4))),
                .field(
                    Field(
                        "lodgedOn", label: "On which day did it come in?", hint: "For example, 31 3 2027",
                        error: errors["lodgedOn"], kind: .dayInThree(sent.day("lodgedOn")))),
                .field(
                    Field(
                        "person", label: "Who lodged it?", hint: "Kept apart from the record, and never published.",
                        error: errors["person"], kind: .text(value: sent["person"]))),
            ], kept: [.init("entry", entry.description), work.keptRevision], button: .init("Put it on the record"),
            errors: refusal.map { [$0] } ?? [])
        return FormPage(work, "Put an appeal on the record", above: .decider, form: form)
    }

    // MARK: - Answering

    public func readAnswer(_ sent: SentValues) throws(FieldErrors) -> Appeal.Answer {
        var reader = FieldReader(sent)
        let upheld = reader.yesOrNo("upheld", missing: "Choose whether the appeal is upheld.")
        let reason = reader.words("reason", missing: "Give the reason; it is published.")
        try reader.done()
        guard let upheld, let reason else { throw FieldErrors([:]) }
        return Appeal.Answer(isUpheld: upheld, reason: reason, answeredOn: today)
    }

    private func lodged(_ appeal: Appeal) -> Html {
        .summaryList([
            .init("Appeal", .text("\(appeal.id), of \(appeal.lodgedOn.inWords)")),
            .init("It rests on", .name(appeal.grounds)),
        ])
    }

    public func answering(
        _ appeal: Appeal, _ sent: SentValues = SentValues(), errors: FieldErrors = FieldErrors([:]),
        refusal: String? = nil
    ) -> FormPage {
        let errors = errors.sentences
        let form = Form(
            to: RoundWork.answerAppeal(appeal.id).destination(in: work.id), token: work.token, id: "answer",
            label: "Answer the appeal",
            parts: [
                .field(
                    Field(
                        "upheld", label: "Is it upheld?", error: errors["upheld"],
                        kind: .radios(
                            [
                                Choice("yes", "Upheld: the decision is opened again"),
                                Choice("no", "Dismissed: it stands"),
                            ],
                            selected: sent.text("upheld")))),
                .field(
                    Field(
                        "reason", label: "Why?", hint: "It is published.", error: errors["reason"],
                        kind: .longText(value: sent["reason"], rows: 3))),
            ], kept: [work.keptRevision], button: .init("Go on and check"), errors: refusal.map { [$0] } ?? [])
        return FormPage(work, "Answer the appeal", above: .decider, lede: [lodged(appeal)], form: form)
    }

    /// - Parameter lost: what would be set aside.
    public func check(
        _ appeal: Appeal, _ sent: SentValues, _ answer: Appeal.Answer, lost: [String], refusal: String? = nil
    ) -> FormPage {
        let follows =
            answer.isUpheld
            ? lost.map { "Set aside, visibly: \($0)." } + [
                "What was published stays where it is, and is marked as set aside. The round is decided anew."
            ] : ["The decision stands."]
        return RoundCheck(
            [
                .init("Appeal", .text("\(appeal.id), of \(appeal.lodgedOn.inWords)")),
                .init("Answer", answer.isUpheld ? "Upheld" : "Dismissed"), .init("Why", .name(answer.reason)),
            ], consequences: follows + ["An answer is not changed afterwards."]
        ).page(
            work, "Check the answer", above: .decider, to: .answerAppeal(appeal.id), keeping: sent,
            button: "Record the answer", look: answer.isUpheld ? .warning : .first, refusal: refusal)
    }
}
