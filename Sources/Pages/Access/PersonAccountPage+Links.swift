import Access
public import Markup
public import Vocabulary

extension PersonAccountPage {
    /// What an account is tied to, and what it can be tied to.
    public struct Ties: Sendable {
        /// Seats that can be given, by round; their values are `dental-2026/public-health`.
        public var seats: [ChoiceGroup] = []
        /// By short name, for rounds in which a seat is held.
        public var titles: [Slug: String] = [:]
        /// People of the register whose account it could be, by short name.
        public var people: [Choice] = []
        /// What the person is called in the register; nil where the account is linked to nobody.
        public var personName: String?
        /// What the person can be invited to by e-mail; nil where no mail is set up.
        public var causes: [Choice]?
        /// What is wrong with what was chosen, by the field's name.
        public var errors: [String: String] = [:]

        public init() {}
    }

    private func button(_ deed: Deed, _ id: ElementID, _ words: String, kept: [Form.Kept] = []) -> Html {
        Form(
            to: deed.destination, token: token, id: id, label: "\(words): \(name)", kept: kept,
            button: .init(words, .second)
        ).html
    }

    // MARK: - Seats

    var seatForm: Form {
        let invitation = Field(
            "invite", label: "Tell them by e-mail",
            kind: .checkboxes([Choice("yes", "Send an invitation to the round")], selected: []))
        return Form(
            to: Deed.takeSeat(account.id).destination, token: token, id: "take-seat", label: "Give a seat in a round",
            parts: [
                .field(
                    Field(
                        "seat", label: "Seat in a round",
                        hint: "What this member gives in the pages then comes from this account and from no other.",
                        error: ties.errors["seat"],
                        kind: .choice([ChoiceGroup(nil, [Choice("", "Choose a member")])] + ties.seats, selected: nil)))
            ] + (ties.causes == nil ? [] : [.field(invitation)]),
            button: .init("Give the seat", .second))
    }

    var seats: [Html] {
        let held = account.seats.filter(\.isHeld)
        return [
            held.isEmpty
                ? .paragraph("None.", class: "empty")
                : .summaryList(
                    held.map { seat in
                        let said = "as “\(seat.member)”, since \(seat.takenOn.inWords)"
                        let title = ties.titles[seat.round] ?? seat.round.description
                        guard mayChange else { return .init(title, .text(said)) }
                        let leave = button(
                            .leaveSeat(account.id), ElementID("leave-\(seat.round)"), "Take the seat away: \(title)",
                            kept: [.init("round", seat.round.description)])
                        return .init(title, [.text(said), leave])
                    }),
            !mayChange
                ? .none
                : ties.seats.isEmpty
                    ? .paragraph("No round has a member without an account; seat its members on the round’s pages.")
                    : seatForm.html,
        ]
    }

    // MARK: - Register

    var personForm: Form {
        Form(
            to: Deed.linkPerson(account.id).destination, token: token, id: "link-person",
            label: "Link to a person of the register",
            parts: [
                .field(
                    Field(
                        "person", label: "Person in the register", error: ties.errors["person"],
                        kind: .choice([ChoiceGroup(nil, [Choice("", "Choose one")] + ties.people)], selected: nil)))
            ], button: .init("Link to this person", .second))
    }

    var register: [Html] {
        guard let person = account.person else {
            let words: Html = .paragraph(
                "Linked to nobody. Once linked, they declare their own interests and take part in meetings.")
            guard mayChange else { return [words] }
            return [
                words,
                ties.people.isEmpty
                    ? .paragraph("Everybody in the register has an account; enter the person there first.")
                    : personForm.html,
            ]
        }
        let said: Html = .paragraph(.text("\(ties.personName ?? person.description) (\(person))"))
        return [said, mayChange ? button(.unlinkPerson(account.id), "unlink-person", "Take the link away") : .none]
    }

    // MARK: - Invitation

    /// - Parameter causes: more than none.
    func invitation(to causes: [Choice]) -> Html {
        let one = causes.count == 1 ? causes.first : nil
        return Form(
            to: Deed.invite(account.id).destination, token: token, id: "invite", label: "Send an invitation",
            parts: one == nil
                ? [
                    .field(
                        Field(
                            "cause", label: "Invite to", error: ties.errors["cause"],
                            kind: .radios(causes, selected: causes.first?.value)))
                ] : [],
            kept: one.map { [.init("cause", $0.value)] } ?? [], button: .init("Send an invitation")
        ).html
    }
}
