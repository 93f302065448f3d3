public import Contracts
public import Markup

/// What can be settled about a contract, each by a form of its own.
public enum ContractDeed: String, CaseIterable, Sendable {
    case accept, rule, release, agree

    public func path(of number: ContractNumber) -> String { "/contracts/\(number)/\(rawValue)" }

    public func destination(of number: ContractNumber) -> Destination {
        guard let destination = Destination(path(of: number)) else { preconditionFailure("no path: \(rawValue)") }
        return destination
    }

    /// As a link, and as the heading of its page.
    public var words: String {
        switch self {
        case .accept: "Accept rows that are in doubt"
        case .rule: "Say what the contract is and whether it ends"
        case .release: "Record that money comes free"
        case .agree: "Agree to delivery above the target"
        }
    }

    /// When somebody does it, and what follows.
    public var meaning: String {
        switch self {
        case .accept:
            "Rows in doubt stay out of totals. When you have looked at them and they are right, accept them: they count."
        case .rule:
            """
            The annual file does not say what a contract is in law, and its end date may mean a review or the end. What \
            you say holds from now on; earlier words stay on the record.
            """
        case .release:
            """
            Rebasing, a hand-back or a termination sets money free that comes every year. Recorded here, it counts as \
            money that can be moved, from its day.
            """
        case .agree:
            "Delivery above the target is paid or carried only where that was agreed. Record the agreement for one year."
        }
    }

    public var button: String {
        switch self {
        case .accept: "Accept the rows"
        case .rule: "Record the ruling"
        case .release: "Record the release"
        case .agree: "Record the agreement"
        }
    }
}

extension FormPage {
    /// A form about one contract.
    public init(
        _ deed: ContractDeed, of number: ContractNumber, form: some AskedForm, token: FormToken,
        before: [Html] = []
    ) {
        self.init(
            deed.words, trail: [("Contracts", .contracts), ("Contract \(number)", .contract(number))], form: form,
            to: deed.destination(of: number), token: token, button: .init(deed.button),
            before: [.paragraph(.text(deed.meaning), class: "lede")] + before)
    }
}
