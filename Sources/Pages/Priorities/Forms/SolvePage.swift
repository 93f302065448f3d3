import Markup

/// Where the answer of a round is worked out: begun, followed, and read.
public struct SolvePage: Sendable {
    public var work: RoundAtWork
    public var state: State

    public enum State: Hashable, Sendable {
        case ready
        /// What is being done, and how much of it is done, 0 to 1.
        case running(String, share: Double)
        /// Why there is no answer.
        case failed(String)
        case done
    }

    public init(_ work: RoundAtWork, _ state: State) {
        self.work = work
        self.state = state
    }

    /// True where the page is to be asked for again by itself.
    public var isFollowed: Bool {
        if case .running = state { true } else { false }
    }

    public func page(refusal: String? = nil) -> FormPage {
        let form = Form(
            to: RoundWork.solve.destination(in: work.id), token: work.token, id: "solve", label: "Work the answer out",
            kept: [work.keptRevision], button: .init("Work it out"), errors: [refusal].compactMap(\.self))
        switch state {
        case .ready:
            return FormPage(
                work, "Work the answer out", above: .manager,
                lede: [
                    .paragraph(
                        """
                        Remit ranks the options, finds the best set that keeps to the money and the rules, and says how \
                        far to trust it, by drawing weights and scores again and again from what members gave. It takes \
                        from seconds to minutes. You may leave the page meanwhile.
                        """, class: "lede")
                ], form: form)
        case .running(let what, let share):
            return FormPage(
                work, "The answer is being worked out", above: .manager,
                lede: [
                    .paragraph(
                        .text("\(what.uppercasedFirst): \(Int((share * 100).rounded(.down))) %."), class: "lede"),
                    .paragraph(
                        "This page asks again by itself every few seconds. You may leave it; the work goes on."),
                    .paragraph(.link("Look again now", to: RoundWork.solve.destination(in: work.id))),
                ])
        case .failed(let why):
            return FormPage(
                work, "There is no answer", above: .manager, lede: [.paragraph(.text(why), class: "lede")], form: form)
        case .done:
            return FormPage(
                work, "The answer is worked out", above: .manager,
                lede: [
                    .paragraph(
                        .link("Read what is recommended, and how sure that is", to: Route.round(work.id).destination()),
                        class: "lede")
                ])
        }
    }
}
