import Markup
public import Priorities
import Vocabulary

/// What advice was asked for on an option, and what became of it.
public struct AdviceForm: Sendable {
    public var work: RoundAtWork

    public init(_ work: RoundAtWork) {
        self.work = work
    }

    public func written(_ advice: Advice) -> SentValues {
        var sent = SentValues([
            "option": [advice.option.description], "adviser": [advice.adviser], "advised": [advice.advised],
            "interest": [advice.interest], "followed": [advice.isFollowed ? "yes" : "no"], "reason": [advice.reason],
        ])
        sent.set("day", to: DayTyped(advice.day))
        return sent
    }

    public func read(_ sent: SentValues) throws(FieldErrors) -> Advice {
        var reader = FieldReader(sent)
        let option = reader.option("option", of: work.round)
        let adviser = reader.text("adviser", missing: "Enter the office or role that was asked.")
        let advised = reader.text("advised", missing: "Enter what was advised.")
        let interest = reader.text("interest", missing: "Enter the adviser’s interest, or “none declared”.")
        let isFollowed = sent.text("followed") == "yes"
        if !["yes", "no"].contains(sent.text("followed")) {
            reader.refuse("followed", "Choose whether it was followed.")
        }
        let reason = reader.text("reason", missing: "Give the reason in a sentence.")
        let day = reader.day("day", missing: "Enter the day of the advice.")
        try reader.done()
        guard let option, let day else { throw FieldErrors([:]) }
        return Advice(
            option: option, adviser: adviser, advised: advised, interest: interest, isFollowed: isFollowed,
            reason: reason, day: day)
    }

    public func page(
        _ sent: SentValues = SentValues(), errors: FieldErrors = FieldErrors([:]), refusal: String? = nil
    ) -> FormPage {
        let errors = errors.sentences
        let form = Form(
            to: RoundWork.advice.destination(in: work.id), token: work.token, id: "advice", label: "Record advice",
            parts: [
                work.optionField(sent, errors),
                .field(
                    Field(
                        "adviser", label: "Who was asked?", hint: "An office or role, not a name: it is published.",
                        error: errors["adviser"], kind: .text(value: sent["adviser"]))),
                .field(
                    Field(
                        "advised", label: "What did they advise?", error: errors["advised"],
                        kind: .longText(value: sent["advised"], rows: 3))),
                .field(
                    Field(
                        "interest", label: "What do they stand to gain or lose?", hint: "Or: none declared.",
                        error: errors["interest"], kind: .text(value: sent["interest"]))),
                .field(
                    Field(
                        "followed", label: "Was it followed?", error: errors["followed"],
                        kind: .radios([Choice("yes", "Yes"), Choice("no", "No")], selected: sent.text("followed")))),
                .field(
                    Field(
                        "reason", label: "Why?", error: errors["reason"],
                        kind: .longText(value: sent["reason"], rows: 2))),
                .field(
                    Field(
                        "day", label: "When?", hint: "For example, 31 3 2027", error: errors["day"],
                        kind: .dayInThree(sent.day("day")))),
            ], kept: [work.keptRevision], button: .init("Record it"), errors: refusal.map { [$0] } ?? [])
        return FormPage(work, "Record advice", above: .manager, form: form)
    }
}

/// Who pressed for what from outside the panel.
public struct PressureForm: Sendable {
    public var work: RoundAtWork

    public init(_ work: RoundAtWork) {
        self.work = work
    }

    public func written(_ representation: Representation) -> SentValues {
        var sent = SentValues([
            "option": [representation.option.description], "from": [representation.from.rawValue],
            "who": [representation.who], "asked": [representation.asked], "answer": [representation.answer ?? ""],
        ])
        sent.set("day", to: DayTyped(representation.day))
        return sent
    }

    public func read(_ sent: SentValues) throws(FieldErrors) -> Representation {
        var reader = FieldReader(sent)
        let option = reader.option("option", of: work.round)
        let from = reader.choice("from", as: Representation.Origin.self, missing: "Choose who it came from.")
        let who = reader.text("who", missing: "Enter the office or group.")
        let asked = reader.text("asked", missing: "Enter what was asked for.")
        let answer = reader.text("answer")
        let day = reader.day("day", missing: "Enter the day on which it was asked.")
        try reader.done()
        guard let option, let from, let day else { throw FieldErrors([:]) }
        return Representation(
            option: option, from: from, who: who, asked: asked, answer: answer.isEmpty ? nil : answer, day: day)
    }

    public func page(
        _ sent: SentValues = SentValues(), errors: FieldErrors = FieldErrors([:]), refusal: String? = nil
    ) -> FormPage {
        let errors = errors.sentences
        let form = Form(
            to: RoundWork.pressure.destination(in: work.id), token: work.token, id: "pressure",
            label: "Record pressure",
            parts: [
                work.optionField(sent, errors),
                .field(
                    Field(
                        "from", label: "Who did it come from?", error: errors["from"],
                        kind: .radios(
                            Representation.Origin.allCases.map { Choice($0.rawValue, $0.title) },
                            selected: sent.text("from")))),
                .field(
                    Field(
                        "who", label: "Which office or group?", hint: "Not a private person’s name: it is published.",
                        error: errors["who"], kind: .text(value: sent["who"]))),
                .field(
                    Field(
                        "asked", label: "What did they ask for?", error: errors["asked"],
                        kind: .longText(value: sent["asked"], rows: 3))),
                .field(
                    Field(
                        "answer", label: "What was answered, if anything was?", error: errors["answer"],
                        kind: .longText(value: sent["answer"], rows: 2))),
                .field(
                    Field(
                        "day", label: "When?", hint: "For example, 31 3 2027", error: errors["day"],
                        kind: .dayInThree(sent.day("day")))),
            ], kept: [work.keptRevision], button: .init("Record it"), errors: refusal.map { [$0] } ?? [])
        return FormPage(work, "Record pressure", above: .manager, form: form)
    }
}

extension RoundAtWork {
    /// One of the options, to be chosen.
    func optionField(_ sent: SentValues, _ errors: [String: String]) -> Form.Part {
        .field(
            Field(
                "option", label: "On which option?", error: errors["option"],
                kind: .choice(
                    [
                        ChoiceGroup(
                            nil,
                            [Choice("", "Choose an option")]
                                + round.options.map { Choice($0.id.description, $0.title) })
                    ], selected: sent.text("option"))))
    }
}

extension FieldReader {
    mutating func option(_ field: String, of round: Round) -> Slug? {
        let found = Slug(sent.text(field)).flatMap { round.option($0)?.id }
        if found == nil { refuse(field, "Choose an option.") }
        return found
    }
}

extension Representation.Origin {
    var title: String {
        switch self {
        case .politician: "A politician"
        case .provider: "A provider"
        case .profession: "A profession"
        case .patientGroup: "A group of patients"
        case .memberOfPublic: "A member of the public"
        case .otherNHSBody: "Another NHS body"
        }
    }
}
