import Markup
public import Priorities
import Vocabulary

/// Asks where appeals against the decision go, and for how long.
public struct AppealsRouteForm: Sendable {
    public var work: RoundAtWork

    public init(_ work: RoundAtWork) {
        self.work = work
    }

    public var blank: SentValues {
        guard let route = work.round.appeals else { return SentValues() }
        return SentValues(["address": [route.address], "days": ["\(route.days)"]])
    }

    public func read(_ sent: SentValues) throws(FieldErrors) -> AppealsRoute {
        var reader = FieldReader(sent)
        let address = reader.line("address", missing: "Enter where appeals are sent.")
        let days = reader.count("days", missing: "Enter the number of days.")
        try reader.done()
        guard let address, let days else { throw FieldErrors([:]) }
        return AppealsRoute(address: address, days: days)
    }

    public func page(
        _ sent: SentValues, errors: FieldErrors = FieldErrors([:]), refusal: String? = nil
    ) -> FormPage {
        let errors = errors.sentences
        let form = Form(
            to: RoundWork.appealsRoute.destination(in: work.id), token: work.token, id: "appeals",
            label: "Say how to appeal",
            parts: [
                .field(
                    Field(
                        "address", label: "Where are appeals sent?",
                        hint: "An office’s address or e-mail address, for example appeals@wexbourne.example",
                        error: errors["address"], kind: .text(value: sent["address"]))),
                .field(
                    Field(
                        "days", label: "Within how many days of publication?", error: errors["days"],
                        kind: .number(value: sent["days"]))),
            ], kept: [work.keptRevision], button: .init("Save"), errors: refusal.map { [$0] } ?? [])
        return FormPage(
            work, "Say how to appeal", above: .decider,
            lede: [
                .paragraph(
                    "Anybody whom a decision touches may ask for it to be looked at again. It is published with the record.",
                    class: "lede")
            ], form: form)
    }
}
