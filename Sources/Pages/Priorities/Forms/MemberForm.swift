import Markup
public import Priorities
public import Vocabulary

/// Whoever runs a round seats somebody on its panel.
public struct MemberForm: Sendable {
    public var work: RoundAtWork
    /// Nil for somebody new.
    public var member: Member?

    /// What was given; the name is plain text here and is kept apart.
    public struct Given: Hashable, Sendable {
        public var id: Slug
        public var role: String
        public var kind: Member.Kind
        public var sharedClass: Slug?
        public var isChair: Bool
        public var name: String

        public init(
            id: Slug, role: String, kind: Member.Kind, sharedClass: Slug? = nil, isChair: Bool = false,
            name: String = ""
        ) {
            self.id = id
            self.role = role
            self.kind = kind
            self.sharedClass = sharedClass
            self.isChair = isChair
            self.name = name
        }
    }

    public init(_ work: RoundAtWork, _ member: Member? = nil) {
        self.work = work
        self.member = member
    }

    public var blank: SentValues {
        guard let member else { return SentValues() }
        return written(
            Given(
                id: member.id, role: member.role, kind: member.kind, sharedClass: member.sharedClass,
                isChair: member.isChair))
    }

    public func written(_ given: Given) -> SentValues {
        SentValues([
            "member": [given.id.description], "role": [given.role], "kind": [given.kind.rawValue],
            "class": [given.sharedClass?.description ?? ""], "chair": given.isChair ? ["yes"] : [],
            "name": [given.name],
        ])
    }

    public func read(_ sent: SentValues) throws(FieldErrors) -> Given {
        var reader = FieldReader(sent)
        let id = member?.id ?? reader.slug("member", missing: "Enter a short name, such as lay-member.")
        if member == nil, let id, work.round.member(id) != nil {
            reader.refuse("member", "“\(id)” sits on the panel already. Choose another short name.")
        }
        let role = reader.text("role", missing: "Enter the role in which the member sits, such as lay member.")
        let kind = reader.choice("kind", as: Member.Kind.self, missing: "Choose whom the member speaks for.")
        let shared = sent.text("class").isEmpty ? nil : reader.slug("class", missing: "")
        let name = reader.text("name")
        try reader.done()
        guard let id, let kind else { throw FieldErrors([:]) }
        return Given(
            id: id, role: role, kind: kind, sharedClass: shared, isChair: sent.all("chair").contains("yes"), name: name)
    }

    /// - Parameter person: the name by its digest, once it is kept; nil leaves it as it was.
    public func act(_ given: Given, person: Personal?) -> SeatMember {
        SeatMember(
            round: work.id,
            member: Member(
                id: given.id, role: given.role, kind: given.kind, person: person ?? member?.person,
                sharedClass: given.sharedClass, isChair: given.isChair))
    }

    public func page(
        _ sent: SentValues, errors: FieldErrors = FieldErrors([:]), refusal: String? = nil
    ) -> FormPage {
        let errors = errors.sentences
        let place = member.map { RoundWork.member($0.id) } ?? .newMember
        let id: [Form.Part] =
            member == nil
            ? [
                .field(
                    Field(
                        "member", label: "Short name",
                        hint: "It is published in place of the name: lay-member, consultant.", error: errors["member"],
                        kind: .text(value: sent["member"])))
            ] : []
        let heading = member == nil ? "Seat a member" : "Correct a member"
        let form = Form(
            to: place.destination(in: work.id), token: work.token, id: "member", label: heading,
            parts: [
                .field(
                    Field(
                        "role", label: "Role", hint: "Published: lay member, consultant in diabetes.",
                        error: errors["role"], kind: .text(value: sent["role"])))
            ] + id + [
                .field(
                    Field(
                        "kind", label: "Speaks for", error: errors["kind"],
                        kind: .radios(
                            Member.Kind.allCases.map { Choice($0.rawValue, $0.title) }, selected: sent.text("kind")))),
                .field(
                    Field(
                        "chair", label: "In the chair",
                        kind: .checkboxes(
                            [Choice("yes", "Chairs the panel, or deputises")], selected: Set(sent.all("chair"))))),
                .field(
                    Field(
                        "class", label: "Class whose interest the member shares, if any",
                        hint: "A short name, such as dentists.", error: errors["class"],
                        kind: .text(value: sent["class"]))),
                .field(
                    Field(
                        "name", label: member?.person == nil ? "Name" : "Name, if it changes",
                        hint: "Kept apart from the record and not published.", error: errors["name"],
                        kind: .text(value: sent["name"]))),
            ], kept: [work.keptRevision], button: .init(member == nil ? "Seat the member" : "Save"),
            errors: refusal.map { [$0] } ?? [])
        return FormPage(work, heading, above: .manager, form: form)
    }

    /// Who sits, each with a way to correct it.
    ///
    /// - Parameter accounts: the account that holds a member's seat, in words.
    public static func list(_ work: RoundAtWork, accounts: [Slug: String]) -> FormPage {
        FormPage(
            work, "The panel", above: .manager,
            lede: [
                .paragraph(
                    """
                    A member signs in with an account that holds the seat. An administrator gives it, under People. A \
                    member can be corrected until they have given weights or scores.
                    """, class: "lede"),
                work.round.members.isEmpty
                    ? .paragraph("Nobody sits yet.", class: "empty")
                    : .summaryList(
                        work.round.members.map { member in
                            .init(
                                member.role.uppercasedFirst,
                                .text(
                                    "\(member.id)" + (member.isChair ? ", in the chair" : "")
                                        + "; \(accounts[member.id] ?? "no account holds the seat")"),
                                links: [("Correct", RoundWork.member(member.id).destination(in: work.id))])
                        }),
                .paragraph(.link("Seat a member", to: RoundWork.newMember.destination(in: work.id))),
            ])
    }
}

extension Member.Kind {
    var title: String {
        switch self {
        case .commissioner: "Commissioner"
        case .clinical: "Clinicians"
        case .lay: "Patients and the public"
        case .provider: "Providers"
        case .publicHealth: "Public health"
        case .finance: "Finance"
        }
    }
}
