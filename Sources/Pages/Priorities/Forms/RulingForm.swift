import Markup
public import Priorities
import Vocabulary

/// A chair rules on an interest that a whole class shares.
public struct RulingForm: Sendable {
    public var work: RoundAtWork
    public var interest: Interest

    public init(_ work: RoundAtWork, on interest: Interest) {
        self.work = work
        self.interest = interest
    }

    /// The options of which it can speak.
    public var options: [Priorities.Option] {
        work.round.options.filter { interest.options.isEmpty || interest.options.contains($0.id) }
    }

    public func written(_ ruling: InterestRuling) -> SentValues {
        SentValues([
            "ruling": [ruling.isExcluded ? "out" : "stays"], "options": ruling.options.map(\.description),
            "reason": [ruling.reason],
        ])
    }

    public func read(_ sent: SentValues) throws(FieldErrors) -> InterestRuling {
        var reader = FieldReader(sent)
        let ruling = sent.text("ruling")
        if ruling != "out", ruling != "stays" { reader.refuse("ruling", "Choose whether the member is left out.") }
        let options = reader.ticked(
            "options", among: options.map(\.id),
            missing: ruling == "out" && interest.options.isEmpty
                ? "Tick the options of which the member is left out." : nil)
        let reason = reader.text("reason", missing: "Give the reason in a sentence; it is on the record.")
        try reader.done()
        return InterestRuling(interest: interest.id, isExcluded: ruling == "out", options: options, reason: reason)
    }

    public func page(
        _ sent: SentValues = SentValues(), errors: FieldErrors = FieldErrors([:]), refusal: String? = nil
    ) -> FormPage {
        let errors = errors.sentences
        let role = work.round.member(interest.member)?.role ?? interest.member.description
        let form = Form(
            to: RoundWork.ruling(interest.id).destination(in: work.id), token: work.token, id: "ruling",
            label: "Rule on an interest",
            parts: [
                .field(
                    Field(
                        "ruling", label: "Is the member left out?", error: errors["ruling"],
                        kind: .radios(
                            [
                                Choice("out", "Left out of the options ticked below"),
                                Choice("stays", "Stays, and the record says so"),
                            ], selected: sent.text("ruling")))),
                .field(
                    Field(
                        "options", label: "Of which options does the ruling speak?",
                        hint: interest.options.isEmpty
                            ? nil : "Tick none to speak of all that the interest touches.",
                        error: errors["options"],
                        kind: .checkboxes(work.choices(options), selected: Set(sent.all("options"))))),
                .field(
                    Field(
                        "reason", label: "Why?", hint: "This is published.", error: errors["reason"],
                        kind: .longText(value: sent["reason"], rows: 3))),
            ], kept: [work.keptRevision], button: .init("Rule"), errors: refusal.map { [$0] } ?? [])
        return FormPage(
            work, "Rule on an interest", above: .member,
            lede: [
                .summaryList([
                    .init("Member", .text(role)), .init("Kind", .text(interest.kind.titleInRound)),
                    .init("What it is", .text(interest.nature)),
                    .init(
                        "Options",
                        .text(interest.options.isEmpty ? "None named" : work.titles(interest.options))),
                    .init("Shared by", .text(interest.sharedClass?.inWords ?? "Nobody else")),
                ])
            ], form: form)
    }
}
